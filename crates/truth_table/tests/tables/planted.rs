//! A wrong cell or formula does not get through: each is planted, and must be named.

use libtest_mimic::{Failed, Trial};
use truth_table::{Error, Formula, Need, Table, Tables};

use crate::{ensure, rustc, tables, trial};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("a_cell_turned_to_yes_is_named", || planted("std.sync.MutexGuard", |table| table.cells[0].send = true)),
        trial("a_cell_turned_to_no_is_named", || planted("std.sync.Arc", |table| table.cells[0].sync = false)),
        trial("a_cell_and_its_formula_turned_together_are_named", || planted("std.rc.Rc", all_send)),
        trial("a_closures_cell_is_asked_as_well", || planted("rust.closure.that.moves.a.T.in", all_send)),
        trial("a_formula_that_asks_too_little_is_named", || {
            planted("std.sync.Arc", |table| table.send = needs(true, false))
        }),
        trial("a_formula_that_asks_too_much_is_named", || {
            planted("std.sync.Mutex", |table| table.sync = needs(true, true))
        }),
        trial("a_type_that_does_not_exist_is_refused", unknown_type),
    ]
}

fn needs(send: bool, sync: bool) -> Formula {
    Formula::If(vec![Need { send, sync }])
}

fn all_send(table: &mut Table) {
    table.cells.iter_mut().for_each(|cell| cell.send = true);
    table.send = Formula::Always;
}

/// Plants something in the table of one type; verification must fail and name that type.
fn planted(id: &str, plant: fn(&mut Table)) -> Result<(), Failed> {
    let (mut tables, name) = only(id)?;
    verified(&tables).map_err(|error| format!("before anything was planted: {error}"))?;
    plant(&mut tables.types[0]);
    match verified(&tables) {
        Err(Error::False { name: named, .. }) if named == name => Ok(()),
        other => Err(format!("planted in `{name}`, and the answer was {other:?}").into()),
    }
}

/// The tables with one type in them.
fn only(id: &str) -> Result<(Tables, String), Failed> {
    let mut tables = tables()?.clone();
    tables.surprises.clear();
    tables.types.retain(|table| table.entry.id() == id);
    let name = tables.types.first().map(|table| table.entry.full()).ok_or(format!("no type `{id}`"))?;
    Ok((tables, name))
}

fn verified(tables: &Tables) -> Result<(), Error> {
    truth_table::verify(&rustc(), tables)
}

fn unknown_type() -> Result<(), Failed> {
    let (mut tables, _) = only("std.sync.Arc")?;
    tables.types[0].entry.form = truth_table::Form::Path("std::sync::Bow".to_owned());
    let answer = verified(&tables);
    ensure(matches!(&answer, Err(Error::False { name, .. }) if name == "std::sync::Bow<T>"), || format!("{answer:?}"))
}
