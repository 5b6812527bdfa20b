//! From the list of types to their tables.

use std::collections::BTreeSet;
use std::path::Path;

use crate::catalog::Catalog;
use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::facts;
use crate::formula::Formula;
use crate::program;
use crate::rustc::Rustc;
use crate::shape::Generics;
use crate::tables::{Absent, Cell, Table, Tables};
use crate::verify::verify_with;

/// Asks `rustc` about every type of the committed list, and verifies its answers.
///
/// # Errors
///
/// [`Error::Spawn`] if `rustc` cannot be started, [`Error::Ask`] if it refuses the question (a type that it does not
/// have), [`Error::NoFormula`] and [`Error::False`] if the answers do not fit together.
pub fn compute(rustc: &Path) -> Result<Tables, Error> {
    let rustc = Rustc::at(rustc)?;
    let catalog = Catalog::committed()?;
    let (here, absent) = on_this_platform(&rustc, entries::all(&catalog)?)?;
    let facts = facts::facts(&rustc, &here, &catalog)?;
    let (surprises, searchers) = (entries::surprises(&here)?, entries::searchers());
    let (count, more) = (here.len(), surprises.len());
    let mut types = ask(&rustc, here.into_iter().chain(surprises).chain(searchers).collect())?;
    let searchers = types.split_off(count + more);
    let surprises = types.split_off(count);
    let (version, unstable) = (rustc.version.clone(), catalog.unstable);
    let tables = Tables { version, types, surprises, absent, unstable, searchers, facts };
    verify_with(&rustc, &tables)?;
    Ok(tables)
}

/// Divides the entries into those that this platform has and those that it has not.
///
/// Only a type that the documentation calls platform-specific may be missing.
fn on_this_platform(rustc: &Rustc, all: Vec<Entry>) -> Result<(Vec<Entry>, Vec<Absent>), Error> {
    let specific: Vec<&Entry> = all.iter().filter(|entry| entry.only.is_some()).collect();
    let program = program::imports(&specific);
    let refusals = rustc.refusals(program.text())?;
    let missing: BTreeSet<String> =
        refusals.iter().filter_map(|refusal| program.owner(refusal)).map(|number| specific[number].full()).collect();
    let (absent, here): (Vec<Entry>, Vec<Entry>) = all.into_iter().partition(|entry| missing.contains(&entry.full()));
    let absent = absent.into_iter().map(|entry| Absent { only: entry.only.clone().unwrap_or_default(), entry });
    Ok((here, absent.collect()))
}

/// Asks for all cells in one run.
fn ask(rustc: &Rustc, entries: Vec<Entry>) -> Result<Vec<Table>, Error> {
    let read = |entry: Entry| Ok((Generics::of(&entry)?, entry));
    let entries: Vec<(Generics, Entry)> = entries.into_iter().map(read).collect::<Result<_, Error>>()?;
    let program = program::cells(&entries);
    let printed = rustc.run(program.text())?.map_err(|refusals| {
        let name = |number: usize| entries[number].1.full();
        program::refused(&program, &refusals, name)
    })?;
    let rows: Vec<&str> = printed.lines().collect();
    if rows.len() != entries.len() {
        let message = format!("{} types were asked about, {} answers came", entries.len(), rows.len());
        return Err(Error::Ask { name: "all types".to_owned(), message });
    }
    entries.into_iter().zip(rows).map(|((generics, entry), row)| table(entry, &generics, row)).collect()
}

/// Reads a row of cells: for each choice of kinds a digit.
fn table(entry: Entry, generics: &Generics, row: &str) -> Result<Table, Error> {
    let subjects = generics.subjects();
    let cell = |(kinds, digit): (Vec<_>, u8)| Cell { kinds, send: digit & 1 != 0, sync: digit & 2 != 0 };
    let choices = program::choices(subjects.len());
    if choices.len() != row.len() {
        let message = format!("{} cells were asked for, `{row}` came", choices.len());
        return Err(Error::Ask { name: entry.full(), message });
    }
    let cells: Vec<Cell> = choices.into_iter().zip(row.bytes()).map(cell).collect();
    let formula = |marker, answer: fn(&Cell) -> bool| {
        Formula::derive(&cells, answer).ok_or_else(|| Error::NoFormula { name: entry.full(), marker })
    };
    let send = formula("Send", |cell| cell.send)?;
    let sync = formula("Sync", |cell| cell.sync)?;
    Ok(Table { entry, subjects, cells, send, sync })
}
