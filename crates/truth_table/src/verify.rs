//! Asking again, by other means, whether tables hold.
//!
//! The cells were read off a constant that hides another one. Here each is asserted: by a bound where it says yes, by an
//! ambiguity where it says no. And each formula is compiled in generic form, for all types that meet its bounds at once.

use std::path::Path;

use crate::error::Error;
use crate::formula::Formula;
use crate::program::{self, Program};
use crate::rustc::{Refusal, Rustc};
use crate::shape::Generics;
use crate::tables::{Cell, Kind, Table, Tables};

/// Asks `rustc` whether `tables` hold.
///
/// # Errors
///
/// [`Error::False`] names the type and what does not hold.
pub fn verify(rustc: &Path, tables: &Tables) -> Result<(), Error> {
    verify_with(&Rustc::at(rustc)?, tables)
}

/// The same, of a compiler that is known already.
pub fn verify_with(rustc: &Rustc, tables: &Tables) -> Result<(), Error> {
    let all = tables.types.iter().chain(&tables.surprises).chain(&tables.searchers);
    let all = all.map(with_generics).collect::<Result<Vec<_>, Error>>()?;
    all.iter().try_for_each(|(table, _)| formulas_fit_cells(table))?;
    let asked = |program: &Program| rustc.refusals(program.text());
    let (asserted, generic) = (program::asserted(&all), program::generic(&all));
    let (cells, formulas) = std::thread::scope(|scope| {
        let cells = scope.spawn(|| asked(&asserted));
        let formulas = asked(&generic);
        (cells.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), formulas)
    });
    none_refused(&asserted, &cells?, &all, "a cell")?;
    none_refused(&generic, &formulas?, &all, "the formula in generic form")
}

fn with_generics(table: &Table) -> Result<(&Table, Generics), Error> {
    Ok((table, Generics::of(&table.entry)?))
}

/// The formula says of every cell what the cell says: this is its "only if".
fn formulas_fit_cells(table: &Table) -> Result<(), Error> {
    formula_fits_cells(table, "Send", &table.send, |cell| cell.send)?;
    formula_fits_cells(table, "Sync", &table.sync, |cell| cell.sync)
}

fn formula_fits_cells(table: &Table, marker: &str, formula: &Formula, answer: fn(&Cell) -> bool) -> Result<(), Error> {
    let Some(cell) = formula.contradicted_by(&table.cells, answer) else { return Ok(()) };
    let kind = |(subject, kind): (&String, &Kind)| format!("{subject} is {}", kind.witness());
    let kinds: Vec<String> = table.subjects.iter().zip(&cell.kinds).map(kind).collect();
    Err(Error::False {
        name: table.entry.full(),
        what: format!("the formula for `{marker}`, \"{}\",", formula.words(&table.subjects)),
        message: format!("where {}, the cell says otherwise", kinds.join(", ")),
    })
}

fn none_refused(program: &Program, refusals: &[Refusal], all: &[(&Table, Generics)], what: &str) -> Result<(), Error> {
    let Some(refusal) = refusals.first() else { return Ok(()) };
    let name = program.owner(refusal).map_or_else(|| "the program".to_owned(), |number| all[number].0.entry.full());
    Err(Error::False { name, what: what.to_owned(), message: refusal.rendered.clone() })
}
