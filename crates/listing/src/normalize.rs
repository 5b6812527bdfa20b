//! Makes words the same on every machine: no path of this one, and nothing that depends on an optional component.

use std::path::Path;

use crate::ansi;

/// rustc's words without `folder`, and without excerpts from std, which only appear where the component rust-src is
/// installed. The margin is as wide as the line numbers that are left.
///
/// `labels` is what the diagnostic says of places in std. With the source rustc writes it into the excerpts, without it
/// some of it comes as notes; neither is kept.
pub(crate) fn diagnostic(rendered: &str, folder: &Path, labels: &[String]) -> String {
    let folder = folder.to_string_lossy();
    let rendered = rendered.replace(&format!("{folder}/"), "").replace(&*folder, ".");
    let kept = without_std(&rendered, labels);
    match margin(&kept) {
        Some(margin) => narrowed(&kept, margin.saturating_sub(widest_number(&kept))),
        None => kept,
    }
}

/// Where the lines of a diagnostic are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Below `error: …`, `note: …`, `help: …`, where no file is named yet.
    Head,
    /// Below the name of a file of the program's.
    Program,
    /// Below the name of a file of std's.
    Std,
}

fn without_std(rendered: &str, labels: &[String]) -> String {
    let mut kept = String::new();
    let mut place = Place::Head;
    for line in rendered.lines() {
        let plain = ansi::strip(line);
        if is_head(&plain) {
            place = Place::Head;
        } else if let Some(named) = named(&plain) {
            if let Some(path) = std_path(named) {
                // A second place is there for its label, and goes with it.
                if place == Place::Head {
                    kept.push_str(&line[..line.find(named).unwrap_or(line.len())]);
                    kept.push_str(path);
                    kept.push('\n');
                }
                place = Place::Std;
                continue;
            }
            place = Place::Program;
        } else if place == Place::Std {
            if is_excerpt(&plain)
                || labels.iter().any(|label| plain.trim_start().strip_prefix("= note: ") == Some(label))
            {
                continue;
            }
            place = Place::Program;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// `error[E0277]: …`, `note: …`: a line that begins at the margin, and with a word.
fn is_head(plain: &str) -> bool {
    plain.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// What stands after an arrow: a file and a place in it.
fn named(plain: &str) -> Option<&str> {
    let plain = plain.trim_start();
    plain.strip_prefix("--> ").or_else(|| plain.strip_prefix("::: "))
}

/// `library/std/src/thread/functions.rs`, of a place in std: the position is left out, since without the source rustc
/// gives a rough one.
fn std_path(place: &str) -> Option<&str> {
    let at = place.find("library/")?;
    let is_std = place.starts_with("/rustc/") || place[..at].ends_with("lib/rustlib/src/rust/");
    let path = &place[at..];
    let end = path.find(".rs:").map_or(path.len(), |at| at + 3);
    is_std.then(|| &path[..end])
}

/// `12 | pub fn spawn…`, `   | ^^^^`, `...`: a line of a source excerpt.
fn is_excerpt(plain: &str) -> bool {
    let plain = plain.trim_start();
    plain.starts_with("...") || plain.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start().starts_with('|')
}

/// How many digits the longest line number has.
fn widest_number(rendered: &str) -> usize {
    let digits = |line: &str| line.bytes().take_while(u8::is_ascii_digit).count();
    rendered.lines().map(|line| digits(ansi::strip(line).trim_start())).max().unwrap_or(0).max(1)
}

/// How wide the line numbers' column is: rustc puts the first arrow at its end.
fn margin(rendered: &str) -> Option<usize> {
    let arrow = rendered.lines().map(ansi::strip).find(|line| line.trim_start().starts_with("--> "))?;
    Some(arrow.len() - arrow.trim_start().len())
}

/// The lines with `columns` fewer spaces in their margin.
fn narrowed(rendered: &str, columns: usize) -> String {
    let mut kept = String::new();
    let mut in_head = false;
    for line in rendered.lines() {
        let plain = ansi::strip(line);
        let inner = plain.trim_start();
        if is_head(&plain) {
            in_head = true;
        } else if ["-->", ":::", "|", "="].iter().any(|sign| inner.starts_with(sign)) {
            in_head = false;
        }
        // A message of several lines is set in as far as its first word is long, whatever the margin is.
        match in_head {
            true => kept.push_str(line),
            false => kept.push_str(&without_spaces(line, columns)),
        }
        kept.push('\n');
    }
    kept
}

/// `line` without the first `count` spaces of those that it begins with, after colors and the dots of an omission.
fn without_spaces(line: &str, count: usize) -> String {
    let mut kept = String::new();
    let mut left = count;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '\u{1b}' => rest.find('m').map_or(rest.len(), |at| at + 1),
            ' ' if left > 0 => {
                left -= 1;
                rest = &rest[1..];
                continue;
            }
            '.' if rest.starts_with("...") => 3,
            _ => break,
        };
        kept.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    kept + rest
}
