//! What the reader has done, in the document that the pages know too: `exercises/state.json`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

/// Names the document, so that no other JSON file is taken for it.
const BOOK: &str = "crossing-threads";
const VERSION: u32 = 1;

/// The document: the pages' keys without their prefix, and their values as they keep them.
#[derive(Debug, Serialize, Deserialize)]
struct Document {
    book: String,
    version: u32,
    entries: BTreeMap<String, String>,
}

/// The document, and where it is kept.
#[derive(Debug)]
pub struct State {
    path: PathBuf,
    entries: BTreeMap<String, String>,
}

/// How far the reader is in an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    #[default]
    #[serde(skip_serializing)]
    New,
    Started,
    Tried,
    Solved,
}

impl Progress {
    /// The reader's word.
    pub fn word(self) -> &'static str {
        match self {
            Progress::New => "",
            Progress::Started => "begun",
            Progress::Tried => "tried",
            Progress::Solved => "solved",
        }
    }
}

/// What the reader has done in one exercise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempt {
    pub state: Progress,
    /// How many hints were taken.
    pub hints: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

impl State {
    /// What is kept at `path`; nothing where there is no such file.
    pub fn read(path: &Path) -> anyhow::Result<State> {
        match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(State { path: path.to_owned(), entries: BTreeMap::new() })
            }
            _ => State::read_document(path),
        }
    }

    /// The document at `path`, which must be one.
    pub fn read_document(path: &Path) -> anyhow::Result<State> {
        let shown = path.display();
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{shown}`"))?;
        let document: Document = serde_json::from_str(&text).map_err(|error| {
            anyhow::anyhow!(
                "`{shown}` is not what this book exports: {error}\n\
                 help: name a file that `exercise export` or the pages wrote, or move this one away"
            )
        })?;
        if document.book != BOOK || document.version != VERSION {
            bail!(
                "`{shown}` is of the book `{}`, version {}, and not of `{BOOK}`, version {VERSION}\n\
                 help: name a file that `exercise export` or the pages of this book wrote",
                document.book,
                document.version
            );
        }
        Ok(State { path: path.to_owned(), entries: document.entries })
    }

    /// What is known of an exercise. An entry that cannot be read counts as none.
    pub fn attempt(&self, name: &str) -> Attempt {
        let entry = self.entries.get(&format!("exercise:{name}"));
        entry.and_then(|entry| serde_json::from_str(entry).ok()).unwrap_or_default()
    }

    /// Changes what is known of an exercise, and keeps it.
    pub fn change(&mut self, name: &str, change: impl FnOnce(&mut Attempt)) -> anyhow::Result<()> {
        let mut attempt = self.attempt(name);
        change(&mut attempt);
        attempt.state = attempt.state.max(Progress::Started);
        self.entries.insert(format!("exercise:{name}"), serde_json::to_string(&attempt)?);
        self.write_to(&self.path)
    }

    /// Takes in all that another document says, and keeps it.
    pub fn take_in(&mut self, other: &State) -> anyhow::Result<()> {
        self.entries.extend(other.entries.clone());
        self.write_to(&self.path)
    }

    /// Writes the document beside its place and renames it: a reader that is interrupted loses nothing.
    pub fn write_to(&self, path: &Path) -> anyhow::Result<()> {
        let document = Document { book: BOOK.into(), version: VERSION, entries: self.entries.clone() };
        let write = || -> std::io::Result<()> {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            fs::create_dir_all(folder)?;
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            serde_json::to_writer_pretty(&mut file, &document)?;
            file.write_all(b"\n")?;
            file.persist(path)?;
            Ok(())
        };
        write().with_context(|| format!("cannot write `{}`", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_keeps_is_understood_and_comes_back_unchanged() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("exported.json");
        let entries = serde_json::json!({
            "exercise:visitor_log": "{\"state\":\"solved\",\"hints\":2,\"answer\":\"fn main() {}\"}",
            "quiz:send": "{}", "reading": "{\"read\":{}}",
        });
        let document = serde_json::json!({ "book": BOOK, "version": VERSION, "entries": entries });
        fs::write(&path, document.to_string()).unwrap();
        let state = State::read(&path).unwrap();
        let expected = Attempt { state: Progress::Solved, hints: 2, answer: Some("fn main() {}".into()) };
        assert_eq!(state.attempt("visitor_log"), expected);
        state.write_to(&path).unwrap();
        let written: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(written, document);
    }

    #[test]
    fn what_the_terminal_keeps_has_the_shape_that_the_pages_read() {
        let temp = tempfile::tempdir().unwrap();
        let mut state = State::read(&temp.path().join("exercises/state.json")).unwrap();
        state.change("log", |attempt| attempt.hints = 1).unwrap();
        assert_eq!(state.entries["exercise:log"], r#"{"state":"started","hints":1}"#);
    }

    #[test]
    fn an_entry_that_cannot_be_read_counts_as_none() {
        let entries = BTreeMap::from([("exercise:log".to_owned(), "{\"state\":7}".to_owned())]);
        let state = State { path: PathBuf::new(), entries };
        assert_eq!(state.attempt("log"), Attempt::default());
    }

    #[test]
    fn another_file_is_refused_with_its_name() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("notes.json");
        for text in ["{}", "no JSON", r#"{"book":"other","version":1,"entries":{}}"#] {
            fs::write(&path, text).unwrap();
            let error = State::read(&path).unwrap_err().to_string();
            assert!(error.contains("notes.json") && error.contains("help: "), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }
}
