//! The page is what the tables say, and can be linked to.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use libtest_mimic::{Completion, Failed, Trial};
use truth_table::{Error, Places};

use crate::{book, ensure, tables, trial};

pub fn trials() -> Vec<Trial> {
    vec![
        Trial::ignorable_test("the_committed_page_is_what_the_compiler_says", committed_page),
        trial("a_changed_page_is_refused_with_the_line", changed_page),
        trial("a_changed_rule_of_the_explorer_is_refused_with_the_line", changed_rules),
        trial("a_page_of_another_compiler_is_refused_as_such", foreign_page),
        trial("ids_are_unique", ids_are_unique),
        trial("tables_survive_serialization", serialization),
    ]
}

fn committed_page() -> Result<Completion, Failed> {
    match truth_table::compare(tables()?, &Places::of(&book(""))) {
        Ok(()) => Ok(Completion::Completed),
        Err(error @ Error::OtherCompiler { .. }) => Ok(Completion::ignored_with(error)),
        Err(error) => Err(error.to_string().into()),
    }
}

fn changed_page() -> Result<(), Failed> {
    let page = scratch(&rendered()?.replacen("`std::rc::Rc<T>: !Send + !Sync", "`std::rc::Rc<T>: Send + Sync", 1))?;
    match truth_table::compare(tables()?, &places(page.path())) {
        Err(error @ Error::Stale { .. }) => {
            let message = error.to_string();
            ensure(message.contains("+| <span class=\"type\" id=\"std.rc.Rc\""), || message.clone())?;
            ensure(message.contains("help: "), || message)
        }
        other => Err(format!("{other:?}").into()),
    }
}

fn changed_rules() -> Result<(), Failed> {
    let rules = truth_table::rules(tables()?).map_err(|error| error.to_string())?;
    let rules =
        scratch(&rules.replacen("struct std::rc::Rc<T: ?Sized>|never|", "struct std::rc::Rc<T: ?Sized>|always|", 1))?;
    let places = Places { rules: rules.path().to_owned(), ..Places::of(&book("")) };
    match truth_table::compare(tables()?, &places) {
        Err(Error::Stale { path, difference }) => {
            ensure(path == places.rules && difference.contains("-struct std::rc::Rc<T: ?Sized>|always|"), || difference)
        }
        other => Err(format!("{other:?}").into()),
    }
}

fn foreign_page() -> Result<(), Failed> {
    let page = scratch(&rendered()?.replacen("Made with rustc ", "Made with rustc 0.", 1))?;
    let answer = truth_table::compare(tables()?, &places(page.path()));
    ensure(matches!(answer, Err(Error::OtherCompiler { .. })), || format!("{answer:?}"))
}

fn ids_are_unique() -> Result<(), Failed> {
    let mut seen = BTreeSet::new();
    let twice = tables()?.types.iter().map(|table| table.entry.id()).find(|id| !seen.insert(id.clone()));
    ensure(twice.is_none(), || format!("two rows have the id {twice:?}"))
}

fn serialization() -> Result<(), Failed> {
    let tables = tables()?;
    let json = serde_json::to_string(tables)?;
    ensure(serde_json::from_str::<truth_table::Tables>(&json)? == *tables, || "read back, they differ".to_owned())
}

fn rendered() -> Result<String, Failed> {
    Ok(truth_table::render(tables()?).map_err(|error| error.to_string())?)
}

/// A page, and the rules that are committed.
fn places(page: &Path) -> Places {
    Places { page: page.to_owned(), ..Places::of(&book("")) }
}

fn scratch(page: &str) -> Result<tempfile::NamedTempFile, Failed> {
    let file = tempfile::NamedTempFile::new()?;
    fs::write(file.path(), page)?;
    Ok(file)
}
