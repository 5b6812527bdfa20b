//! Rust source cut into tokens for colouring, by the compiler's own lexer.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The source cut into pieces, each with its class (`tok-keyword`) or none.
pub(crate) fn tokens(source: &str) -> Vec<(Option<&'static str>, &str)> {
    let mut pieces: Vec<(Option<&'static str>, &str)> = Vec::new();
    let raw: Vec<(TokenKind, &str)> = split(source);
    let mut attribute_depth = 0usize;
    for (index, &(kind, text)) in raw.iter().enumerate() {
        let next = raw[index + 1..].iter().find(|(kind, _)| *kind != TokenKind::Whitespace).copied();
        if kind == TokenKind::Pound && matches!(next, Some((TokenKind::OpenBracket | TokenKind::Bang, _))) {
            attribute_depth = usize::MAX;
        }
        let class = match attribute_depth {
            0 => class(kind, text, next),
            _ => Some("tok-attribute"),
        };
        match kind {
            TokenKind::OpenBracket if attribute_depth == usize::MAX => attribute_depth = 1,
            TokenKind::OpenBracket if attribute_depth > 0 => attribute_depth += 1,
            TokenKind::CloseBracket if attribute_depth > 0 => attribute_depth -= 1,
            _ => {}
        }
        pieces.push((class, text));
    }
    pieces
}

fn split(source: &str) -> Vec<(TokenKind, &str)> {
    let mut at = 0;
    tokenize(source, FrontmatterAllowed::No)
        .map(|token| {
            let start = at;
            at += token.len as usize;
            (token.kind, &source[start..at])
        })
        .collect()
}

fn class(kind: TokenKind, text: &str, next: Option<(TokenKind, &str)>) -> Option<&'static str> {
    match kind {
        TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => Some("tok-comment"),
        TokenKind::Literal { .. } if text.starts_with(|c: char| c.is_ascii_digit()) => Some("tok-number"),
        TokenKind::Literal { .. } => Some("tok-string"),
        TokenKind::Lifetime { .. } | TokenKind::RawLifetime => Some("tok-lifetime"),
        TokenKind::Ident if KEYWORDS.contains(&text) => Some("tok-keyword"),
        TokenKind::Ident => match next.map(|(kind, _)| kind) {
            Some(TokenKind::Bang) => Some("tok-macro"),
            _ if text.starts_with(|c: char| c.is_ascii_uppercase()) || PRIMITIVES.contains(&text) => Some("tok-type"),
            Some(TokenKind::OpenParen) => Some("tok-function"),
            _ => None,
        },
        _ => None,
    }
}

const KEYWORDS: [&str; 39] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self",
    "static", "struct", "super", "trait", "true", "type", "union", "unsafe", "use", "where", "while",
];

const PRIMITIVES: [&str; 17] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16", "u32", "u64", "u128",
    "usize",
];
