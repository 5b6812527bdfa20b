//! The list of types is complete: it is held against the index of std's own documentation.

use std::collections::BTreeSet;
use std::path::Path;

use libtest_mimic::{Completion, Failed, Trial};
use truth_table::{Catalog, Form};

use crate::{ensure, rustc, tables, trial};

const WAY_OUT: &str = "help: `cargo run -- truth-tables --list`, then `--write`";

pub fn trials() -> Vec<Trial> {
    vec![
        documented("every_type_of_the_documentation_is_listed", every_type_is_listed),
        documented("every_listed_type_is_in_the_documentation", every_entry_is_documented),
        documented("every_stable_primitive_has_a_row", every_primitive_has_a_row),
        documented("the_committed_list_is_what_the_documentation_makes", list_is_current),
        trial("every_listed_type_has_a_row_or_a_reason", every_type_has_a_row_or_a_reason),
    ]
}

/// A test that needs std's documentation, and is ignored without it.
fn documented(name: &str, test: fn(&Path) -> Result<(), Failed>) -> Trial {
    Trial::ignorable_test(name, move || match truth_table::installed_docs(&rustc()) {
        Some(root) => test(&root).map(|()| Completion::Completed),
        None => Ok(Completion::ignored_with("std's documentation is not installed: `rustup component add rust-docs`")),
    })
}

/// The paths that the three indexes name, with their pages. Read here, apart from the code that made the list.
fn indexed(root: &Path) -> Result<Vec<String>, Failed> {
    let mut items = Vec::new();
    for krate in ["std", "alloc", "core"] {
        let index = std::fs::read_to_string(root.join(krate).join("all.html"))?;
        for link in index.split("<li><a href=\"").skip(1) {
            let Some((href, rest)) = link.split_once("\">") else { continue };
            let file = href.rsplit('/').next().unwrap_or(href);
            if ["struct.", "enum.", "union.", "type."].iter().any(|kind| file.starts_with(kind)) {
                let name = rest.split('<').next().unwrap_or_default();
                items.push(format!("{krate}::{name}"));
            }
        }
    }
    Ok(items)
}

fn listed() -> Result<BTreeSet<String>, Failed> {
    Ok(Catalog::committed().map_err(|error| error.to_string())?.paths().map(str::to_owned).collect())
}

fn every_type_is_listed(root: &Path) -> Result<(), Failed> {
    let (indexed, listed) = (indexed(root)?, listed()?);
    ensure(indexed.len() > 1500, || format!("the indexes name only {} types", indexed.len()))?;
    let missing: Vec<&str> = indexed.iter().map(String::as_str).filter(|path| !listed.contains(*path)).collect();
    ensure(missing.is_empty(), || format!("not in data/types.toml: {}\n{WAY_OUT}", missing.join(", ")))
}

fn every_entry_is_documented(root: &Path) -> Result<(), Failed> {
    let indexed: BTreeSet<String> = indexed(root)?.into_iter().collect();
    let listed = listed()?;
    // Primitives are listed by their name alone.
    let gone: Vec<&String> = listed.iter().filter(|path| path.contains("::") && !indexed.contains(*path)).collect();
    ensure(gone.is_empty(), || format!("no longer in std's documentation: {gone:?}\n{WAY_OUT}"))
}

fn every_primitive_has_a_row(root: &Path) -> Result<(), Failed> {
    let pages: BTreeSet<&str> = tables()?.types.iter().map(|table| table.entry.page.as_str()).collect();
    let mut missing = Vec::new();
    for file in std::fs::read_dir(root.join("std"))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let stable = || std::fs::read_to_string(root.join("std").join(&name)).map(|page| is_stable(&page));
        if name.starts_with("primitive.") && !pages.contains(format!("std/{name}").as_str()) && stable()? {
            missing.push(name);
        }
    }
    ensure(missing.is_empty(), || format!("no row for {missing:?}\nhelp: add one to data/language.toml"))
}

/// A primitive's page says of the primitive itself whether it is experimental before it says anything else.
fn is_stable(page: &str) -> bool {
    let before = page.split("<details class=\"toggle top-doc\"").next().unwrap_or(page);
    !before.contains("stab unstable")
}

fn list_is_current(root: &Path) -> Result<(), Failed> {
    let today = Catalog::from_docs(root).map_err(|error| error.to_string())?;
    let committed = Catalog::committed().map_err(|error| error.to_string())?;
    for (today, committed) in today.types.iter().zip(&committed.types) {
        ensure(today == committed, || format!("today {today:?}\ncommitted {committed:?}\n{WAY_OUT}"))?;
    }
    ensure(today == committed, || format!("data/types.toml is not what the documentation makes\n{WAY_OUT}"))
}

/// Whatever is listed is either asked about or said to exist elsewhere.
fn every_type_has_a_row_or_a_reason() -> Result<(), Failed> {
    let tables = tables()?;
    let asked = tables.types.iter().map(|table| &table.entry);
    let absent = tables.absent.iter().map(|absent| &absent.entry);
    let pages: BTreeSet<&Path> = asked.chain(absent).map(|entry| Path::new(&entry.page)).collect();
    let catalog = Catalog::committed().map_err(|error| error.to_string())?;
    let lost: Vec<&str> = catalog
        .types
        .iter()
        .filter(|declared| !pages.contains(Path::new(&declared.page)))
        .map(|declared| declared.path.as_str())
        .collect();
    ensure(lost.is_empty(), || format!("neither a row nor a reason: {lost:?}"))?;
    let bare = tables.absent.iter().find(|absent| absent.only.is_empty());
    ensure(bare.is_none(), || format!("no reason: {bare:?}"))?;
    let empty =
        tables.types.iter().find(|table| table.cells.is_empty() && !matches!(table.entry.form, Form::Closure { .. }));
    ensure(empty.is_none(), || format!("no cells: {empty:?}"))
}
