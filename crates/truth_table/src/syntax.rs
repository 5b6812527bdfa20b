//! The little of Rust's syntax that has to be taken apart: lists, at the level where they stand.

/// The parts of `text` between the separators that stand in no bracket, trimmed; no empty ones.
///
/// The `>` of `->` closes nothing.
pub fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut before) = (0, 0, ' ');
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '<' => depth += 1,
            '>' if before == '-' => {}
            ')' | ']' | '>' => depth -= 1,
            _ if c == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
        before = c;
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// What stands in the angle brackets that `text` begins with, and what follows them.
pub fn angled(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('<')?;
    let (mut depth, mut before) = (1, ' ');
    for (at, c) in inside.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before != '-' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&inside[..at], &inside[at + 1..]));
        }
        before = c;
    }
    None
}

/// `T` and `?Sized + 'a` of `T: ?Sized + 'a`; no bounds if there is no colon. A path's `::` is none.
pub fn bounded(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let colon = (0..bytes.len())
        .find(|&at| bytes[at] == b':' && bytes.get(at + 1) != Some(&b':') && (at == 0 || bytes[at - 1] != b':'));
    match colon {
        Some(at) => (text[..at].trim(), text[at + 1..].trim()),
        None => (text.trim(), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_where_they_stand() {
        let check = |text, separator, parts: &[&str]| assert_eq!(split(text, separator), parts);
        check("'a, T: 'a, P: FnMut(&T, u8) -> bool,", ',', &["'a", "T: 'a", "P: FnMut(&T, u8) -> bool"]);
        check("Iterator<Item: A + B> + 'a", '+', &["Iterator<Item: A + B>", "'a"]);
        check("", ',', &[]);
    }

    #[test]
    fn angle_brackets_end_where_they_close() {
        assert_eq!(angled("<T, F = fn() -> T> where"), Some(("T, F = fn() -> T", " where")));
        assert_eq!(angled("T>"), None);
    }

    #[test]
    fn bounds_begin_at_a_single_colon() {
        assert_eq!(bounded("T: ?Sized + 'a"), ("T", "?Sized + 'a"));
        assert_eq!(bounded("<I as Iterator>::Item: IntoIterator"), ("<I as Iterator>::Item", "IntoIterator"));
        assert_eq!(bounded("I::Item"), ("I::Item", ""));
    }
}
