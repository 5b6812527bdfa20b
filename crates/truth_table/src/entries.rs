//! All the types that are asked about: the committed list, the language's own, and the chapter that explains each.

use serde::Deserialize;

use crate::catalog::{Catalog, Declared};
use crate::entry::{Chapter, Entry, Form};
use crate::error::Error;
use crate::syntax;

/// data/language.toml
#[derive(Deserialize)]
struct Language {
    #[serde(rename = "type")]
    types: Vec<Written>,
    closure: Vec<Closure>,
}

#[derive(Deserialize)]
struct Written {
    write: String,
    #[serde(default)]
    parameters: Vec<String>,
    page: String,
}

#[derive(Deserialize)]
struct Closure {
    title: String,
    #[serde(default)]
    parameters: Vec<String>,
    takes: String,
    body: String,
    page: String,
}

/// data/chapters.toml
#[derive(Deserialize)]
struct Chapters {
    chapter: Vec<Explaining>,
}

#[derive(Deserialize)]
struct Explaining {
    #[serde(flatten)]
    chapter: Chapter,
    explains: Vec<String>,
}

/// data/surprises.toml
#[derive(Deserialize)]
struct Surprises {
    #[serde(rename = "type")]
    types: Vec<Surprise>,
}

#[derive(Deserialize)]
struct Surprise {
    write: String,
    #[serde(default)]
    parameters: Vec<String>,
}

/// Everything that is asked about, in the order of the page.
///
/// # Errors
///
/// [`Error::Data`] if a data file is malformed.
pub fn all(catalog: &Catalog) -> Result<Vec<Entry>, Error> {
    let chapters = Chapters::committed()?;
    let language: Language = read("language.toml", include_str!("../data/language.toml"))?;
    let mut entries: Vec<Entry> = language.types.into_iter().map(|written| written.entry(&chapters)).collect();
    entries.extend(language.closure.into_iter().map(|closure| closure.entry(&chapters)));
    entries.extend(catalog.types.iter().flat_map(|declared| declared.entries(&chapters)));
    Ok(entries)
}

/// The surprises: entries of `all`, and types made of them.
///
/// # Errors
///
/// [`Error::Data`] if the file is malformed or names a type that is not there.
pub fn surprises(all: &[Entry]) -> Result<Vec<Entry>, Error> {
    let surprises: Surprises = read("surprises.toml", include_str!("../data/surprises.toml"))?;
    surprises.types.into_iter().map(|surprise| surprise.entry(all)).collect()
}

/// The patterns whose searchers are known.
const SEARCHED: [&str; 8] = [
    "char",
    "&'a str",
    "&'a std::string::String",
    "&'a &'a str",
    "[char; 4]",
    "&'a [char; 4]",
    "&'a [char]",
    "fn(char) -> bool",
];

/// The searcher of each pattern. Its type has no stable name, so that it is written as what it is.
pub fn searchers() -> Vec<Entry> {
    let searcher = |pattern: &&str| Entry {
        form: Form::Written(format!("<{pattern} as std::str::pattern::Pattern>::Searcher<'a>")),
        parameters: vec!["'a".to_owned()],
        page: "std/str/pattern/trait.Pattern.html".to_owned(),
        chapter: Chapter::default(),
        only: None,
        closed_by: None,
    };
    SEARCHED.iter().map(searcher).collect()
}

fn read<'a, T: Deserialize<'a>>(file: &'static str, text: &'a str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| Error::Data { file, message: error.to_string() })
}

impl Written {
    fn entry(self, chapters: &Chapters) -> Entry {
        let Written { write, parameters, page } = self;
        let chapter = chapters.explaining(&write);
        Entry { form: Form::Written(write), parameters, page, chapter, only: None, closed_by: None }
    }
}

impl Closure {
    fn entry(self, chapters: &Chapters) -> Entry {
        let Closure { title, parameters, takes, body, page } = self;
        let chapter = chapters.explaining(&title);
        Entry { form: Form::Closure { title, takes, body }, parameters, page, chapter, only: None, closed_by: None }
    }
}

/// Types that stable programs search for, shown besides the rule for any pattern: its trait is not stable.
const PATTERNS: [&str; 2] = ["char", "&'a str"];

impl Declared {
    /// The type; or one for each type that its parameter can be, if those are few.
    fn entries(&self, chapters: &Chapters) -> Vec<Entry> {
        let generic = Entry {
            form: Form::Path(self.path.clone()),
            parameters: self.parameters.clone(),
            page: self.page.clone(),
            chapter: chapters.explaining(&self.path),
            only: self.only.clone(),
            closed_by: None,
        };
        match self.parameters.as_slice() {
            [parameter] if !self.only_for.is_empty() => {
                let closed_by = Some(syntax::bounded(parameter).1.to_owned());
                let written = |argument: &String| Entry {
                    form: Form::Written(format!("{}<{argument}>", self.path)),
                    parameters: Vec::new(),
                    closed_by: closed_by.clone(),
                    ..generic.clone()
                };
                self.only_for.iter().map(written).collect()
            }
            [lifetime, pattern] if pattern.ends_with(": Pattern") => {
                let written = |argument: &str| Entry {
                    form: Form::Written(format!("{}<{lifetime}, {argument}>", self.path)),
                    parameters: vec![lifetime.clone()],
                    ..generic.clone()
                };
                let written = PATTERNS.map(written);
                std::iter::once(generic).chain(written).collect()
            }
            _ => vec![generic],
        }
    }
}

impl Surprise {
    fn entry(self, all: &[Entry]) -> Result<Entry, Error> {
        let known = all.iter().find(|entry| match &entry.form {
            Form::Path(path) => *path == self.write,
            form => *form == Form::Written(self.write.clone()),
        });
        if let Some(entry) = known {
            return Ok(entry.clone());
        }
        // Made of one that is listed: documented and explained where that is.
        let part =
            all.iter().find(|entry| matches!(&entry.form, Form::Path(path) if self.write.contains(path.as_str())));
        let missing =
            || Error::Data { file: "surprises.toml", message: format!("`{}` is not in the list", self.write) };
        let part = part.ok_or_else(missing)?;
        Ok(Entry { form: Form::Written(self.write), parameters: self.parameters, ..part.clone() })
    }
}

impl Chapters {
    fn committed() -> Result<Chapters, Error> {
        read("chapters.toml", include_str!("../data/chapters.toml"))
    }

    /// The chapter that names the longest beginning of `name`.
    fn explaining(&self, name: &str) -> Chapter {
        let matching = self.chapter.iter().flat_map(|explaining| {
            let lengths = explaining.explains.iter().filter(|prefix| begins_with(name, prefix)).map(String::len);
            lengths.map(move |length| (length, &explaining.chapter))
        });
        matching.max_by_key(|(length, _)| *length).map_or_else(Chapter::default, |(_, chapter)| chapter.clone())
    }
}

/// Whether `name` begins with `prefix`, and no word goes on where it ends: `std::rc` begins `std::rc::Rc`, and not
/// `std::rcs`.
fn begins_with(name: &str, prefix: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    name.strip_prefix(prefix).is_some_and(|rest| !(prefix.ends_with(word) && rest.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_end_at_a_word() {
        assert!(begins_with("std::rc::Rc", "std::rc"));
        assert!(begins_with("std::rc::Rc", "std"));
        assert!(!begins_with("std::sync::OnceLock", "std::sync::Once"));
        assert!(begins_with("fn(T) -> U", "fn("));
    }

    #[test]
    fn every_type_has_a_chapter() {
        let catalog = Catalog::committed().unwrap();
        for entry in all(&catalog).unwrap() {
            assert_ne!(entry.chapter.file, "", "{}: no prefix in data/chapters.toml", entry.full());
        }
    }
}
