//! What a machine can hold the prose to: no sentence that has to be read twice for its length, no long stretch without
//! anything that was checked.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Words in a sentence.
const SENTENCE: usize = 40;
/// Words in a row under one heading, without a listing, a claim or a picture among them.
const STRETCH: usize = 500;

#[test]
fn no_sentence_is_over_40_words() {
    let mut long = Vec::new();
    each_chapter(|file, text| {
        for paragraph in read(text).into_iter().filter_map(Piece::prose) {
            for sentence in sentences(&paragraph.text).filter(|sentence| words(sentence) > SENTENCE)
            {
                long.push(format!(
                    "{file}:{}: {} words: {sentence}",
                    paragraph.line,
                    words(sentence)
                ));
            }
        }
    });
    assert!(
        long.is_empty(),
        "make two sentences of each:\n{}",
        long.join("\n")
    );
}

#[test]
fn no_section_has_over_500_words_in_a_row_without_a_listing_a_claim_or_a_picture() {
    let mut long = Vec::new();
    each_chapter(|file, text| {
        let (mut since, mut run) = (1, 0);
        for piece in read(text) {
            match piece {
                Piece::Prose(paragraph) if !paragraph.checked => {
                    let before = run;
                    run += words(&paragraph.text);
                    if before <= STRETCH && run > STRETCH {
                        long.push(format!("{file}:{since}"));
                    }
                }
                Piece::Prose(Paragraph { line, .. }) | Piece::Break(line) => {
                    (since, run) = (line, 0)
                }
            }
        }
    });
    assert!(
        long.is_empty(),
        "over {STRETCH} words without anything to see, from: {}",
        long.join(", ")
    );
}

/// Calls `look` with the name and the text of each chapter. The truth tables are written by a machine.
fn each_chapter(mut look: impl FnMut(&str, &str)) {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = fs::read_dir(&src).expect("src/ can be read");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.retain(|file| !file.ends_with("SUMMARY.md") && !file.ends_with("truth-tables.md"));
    files.sort();
    assert!(files.len() > 10, "the chapters are in {}", src.display());
    for file in files {
        let name = file
            .strip_prefix(&src)
            .expect("it is in src/")
            .display()
            .to_string();
        look(
            &format!("src/{name}"),
            &fs::read_to_string(&file).expect("it can be read"),
        );
    }
}

/// What a chapter is made of, as far as it matters here.
enum Piece {
    Prose(Paragraph),
    /// A heading, or something that was checked: counting begins anew. With its line.
    Break(usize),
}

impl Piece {
    fn prose(self) -> Option<Paragraph> {
        match self {
            Piece::Prose(paragraph) => Some(paragraph),
            Piece::Break(_) => None,
        }
    }
}

struct Paragraph {
    line: usize,
    text: String,
    /// Whether a claim stands in it.
    checked: bool,
}

fn read(text: &str) -> Vec<Piece> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_DEFINITION_LIST;
    let mut pieces = Vec::new();
    let mut open: Option<Paragraph> = None;
    let (mut code, mut helpers) = (false, 0);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let line = text[..range.start].matches('\n').count() + 1;
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => {
                code = false;
                pieces.push(Piece::Break(line));
            }
            Event::Start(Tag::Heading { .. }) => {
                open = None;
                pieces.push(Piece::Break(line));
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                helpers = 0;
                open = Some(Paragraph {
                    line,
                    text: String::new(),
                    checked: false,
                });
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => match open.take() {
                Some(_) if helpers > 0 => pieces.push(Piece::Break(line)),
                Some(paragraph) => pieces.push(Piece::Prose(paragraph)),
                None => {}
            },
            Event::Text(words) if !code => {
                helpers += usize::from(words.starts_with("{{#"));
                if let Some(open) = &mut open {
                    open.text.push_str(&words);
                }
            }
            Event::Code(code) => {
                if let Some(open) = &mut open {
                    open.checked |=
                        code.contains(": ") && (code.contains("Send") || code.contains("Sync"));
                    // A piece of code is read as one word.
                    open.text
                        .push_str(&code.replace(' ', "_").replace(['.', '?', '!'], ""));
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(open) = &mut open {
                    open.text.push(' ');
                }
            }
            _ => {}
        }
    }
    pieces
}

/// The sentences of a paragraph. A colon or semicolon goes on with the sentence.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}
