//! ANSI colours: taken out of a text, or turned into markup.

use anstyle_parse::{DefaultCharAccumulator, Params, Parser, Perform};

/// The text without its colours. rustc writes no other escapes than `ESC [ … m`.
pub fn strip(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = escape.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

/// The text cut where its colours change, each piece with its classes: `ansi-bold ansi-red`, or none.
pub fn spans(text: &str) -> Vec<(String, String)> {
    let mut pieces = Pieces::default();
    let mut parser = Parser::<DefaultCharAccumulator>::new();
    for byte in text.bytes() {
        parser.advance(&mut pieces, byte);
    }
    pieces.flush();
    pieces.done
}

#[derive(Default)]
struct Pieces {
    done: Vec<(String, String)>,
    text: String,
    bold: bool,
    color: Option<&'static str>,
}

impl Pieces {
    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let bold = self.bold.then_some("ansi-bold");
        let classes: Vec<&str> = bold.into_iter().chain(self.color).collect();
        self.done.push((classes.join(" "), std::mem::take(&mut self.text)));
    }
}

impl Perform for Pieces {
    fn print(&mut self, c: char) {
        self.text.push(c);
    }

    fn execute(&mut self, byte: u8) {
        if matches!(byte, b'\n' | b'\t') {
            self.text.push(byte.into());
        }
    }

    fn csi_dispatch(&mut self, params: &Params, _: &[u8], _: bool, action: u8) {
        if action != b'm' {
            return;
        }
        self.flush();
        let codes: Vec<u16> = params.iter().flatten().copied().collect();
        match codes[..] {
            [38, 5, color] => self.color = color_class(color),
            _ => codes.into_iter().for_each(|code| self.set(code)),
        }
    }
}

impl Pieces {
    fn set(&mut self, code: u16) {
        match code {
            0 => (self.bold, self.color) = (false, None),
            1 => self.bold = true,
            30..=37 => self.color = color_class(code - 30),
            90..=97 => self.color = color_class(code - 90),
            _ => {}
        }
    }
}

fn color_class(color: u16) -> Option<&'static str> {
    match color % 8 {
        1 => Some("ansi-red"),
        2 => Some("ansi-green"),
        3 => Some("ansi-yellow"),
        4 => Some("ansi-blue"),
        5 => Some("ansi-magenta"),
        6 => Some("ansi-cyan"),
        7 => Some("ansi-white"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let spans = spans(text);
        let found: Vec<(&str, &str)> = spans.iter().map(|(class, text)| (class.as_str(), text.as_str())).collect();
        assert_eq!(found, expected);
        let plain: String = expected.iter().map(|(_, text)| *text).collect();
        assert_eq!(strip(text), plain, "without colors");
    }

    #[test]
    fn text_is_cut_where_its_colors_change() {
        check("", &[]);
        check("plain\n\ttext", &[("", "plain\n\ttext")]);
        check("\u{1b}[1m\u{1b}[91merror[E0277]\u{1b}[0m: no", &[("ansi-bold ansi-red", "error[E0277]"), ("", ": no")]);
        check("\u{1b}[38;5;12m| \u{1b}[0m\u{1b}[1mé\u{1b}[m", &[("ansi-blue", "| "), ("ansi-bold", "é")]);
        check("\u{1b}[1;33mwarning\u{1b}[0m", &[("ansi-bold ansi-yellow", "warning")]);
        check("no end \u{1b}[1", &[("", "no end ")]);
    }
}
