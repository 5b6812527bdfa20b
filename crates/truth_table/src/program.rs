//! The programs that ask. Each line of a program belongs to one type, so that a refusal names it.

use std::fmt::Write;

use crate::entry::{Entry, Form, angled};
use crate::error::Error;
use crate::formula::Formula;
use crate::rustc::Refusal;
use crate::shape::Generics;
use crate::tables::{Cell, Kind, Table};

const PRELUDE: &str = include_str!("../program/prelude.rs");

/// What the questions of src/facts.rs need besides. Its features stand before everything else.
const FACTS: (&str, &str) = ("#![feature(const_type_name)]\n", include_str!("../program/facts.rs"));

/// A program under construction.
pub struct Program {
    text: String,
    /// For each line, the number of the type that it asks about.
    owners: Vec<Option<usize>>,
}

impl Program {
    fn begin() -> Program {
        Program::after(PRELUDE.to_owned())
    }

    /// A program that can ask for facts.
    pub fn for_facts() -> Program {
        Program::after([FACTS.0, PRELUDE, FACTS.1].concat())
    }

    fn after(text: String) -> Program {
        let owners = vec![None; text.lines().count()];
        Program { text, owners }
    }

    /// Adds a line, which asks about the type of this number.
    pub fn line(&mut self, owner: Option<usize>, line: &str) {
        debug_assert!(!line.contains('\n'), "a line is one line");
        let _ = writeln!(self.text, "{line}");
        self.owners.push(owner);
    }

    /// The program's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of the type that a refusal is about; none if it is about the program.
    pub fn owner(&self, refusal: &Refusal) -> Option<usize> {
        self.owners.get(refusal.line.checked_sub(1)?).copied().flatten()
    }
}

/// A program that imports types, and is refused where they do not exist.
pub fn imports(entries: &[&Entry]) -> Program {
    let mut program = Program::begin();
    for (number, entry) in entries.iter().enumerate() {
        if let Form::Path(path) = &entry.form {
            program.line(Some(number), &format!("use {path} as Type{number};"));
        }
    }
    program.line(None, "fn main() {}");
    program
}

/// A program that prints the cells: for each type a line, for each choice of kinds a digit, 1 for `Send` plus 2 for
/// `Sync`.
pub fn cells(entries: &[(Generics, Entry)]) -> Program {
    let mut program = Program::begin();
    let mut main = String::new();
    for (number, (generics, entry)) in entries.iter().enumerate() {
        define(&mut program, number, entry, generics);
        let ask = |kinds: &Vec<Kind>| match entry.form {
            Form::Closure { .. } => format!("value_cell!({})", made(number, generics, kinds)),
            _ => format!("cell!({})", instance(number, generics, kinds)),
        };
        let cells: Vec<String> = choices(generics.subjects().len()).iter().map(ask).collect();
        program.line(Some(number), &format!("fn cells{number}() {{ print_row(&[{}]) }}", cells.join(", ")));
        let _ = write!(main, "cells{number}(); ");
    }
    program.line(None, &format!("fn main() {{ {main} }}"));
    program
}

/// A program that asks for each cell again, by a bound where the answer was yes and by an ambiguity where it was no.
pub fn asserted(tables: &[(&Table, Generics)]) -> Program {
    let mut program = Program::begin();
    for (number, (table, generics)) in tables.iter().enumerate() {
        define(&mut program, number, &table.entry, generics);
        let asserts: Vec<String> =
            table.cells.iter().map(|cell| assertion(number, &table.entry, generics, cell)).collect();
        program.line(Some(number), &format!("fn asserted{number}() {{ {} }}", asserts.join(" ")));
    }
    program.line(None, "fn main() {}");
    program
}

fn assertion(number: usize, entry: &Entry, generics: &Generics, cell: &Cell) -> String {
    let one = |holds: bool, marker: &str| {
        let name = if holds { format!("is_{marker}") } else { format!("is_not_{marker}") };
        match entry.form {
            Form::Closure { .. } => format!("value_{name}(&{});", made(number, generics, &cell.kinds)),
            _ if holds => format!("{name}::<{}>();", instance(number, generics, &cell.kinds)),
            _ => format!("{name}::<{}, _>();", instance(number, generics, &cell.kinds)),
        }
    };
    one(cell.send, "send") + &one(cell.sync, "sync")
}

/// A program that compiles if each formula holds for every type that meets its bounds.
pub fn generic(tables: &[(&Table, Generics)]) -> Program {
    let mut program = Program::begin();
    for (number, (table, generics)) in tables.iter().enumerate() {
        define(&mut program, number, &table.entry, generics);
        for (formula, marker) in [(&table.send, "send"), (&table.sync, "sync")] {
            if let Some(function) = generic_function(number, &table.entry, generics, formula, marker) {
                program.line(Some(number), &function);
            }
        }
    }
    program.line(None, "fn main() {}");
    program
}

/// `fn send17<'a, T>(value: …) where T: Send { is_send::<Type17<'a, T>>() }`: the argument makes `T: 'a` known.
fn generic_function(
    number: usize,
    entry: &Entry,
    generics: &Generics,
    formula: &Formula,
    marker: &str,
) -> Option<String> {
    let needs = formula.needs(generics.subjects().len())?;
    let declared = angled(&generics.declared());
    let conditions = generics.conditions(&needs).join(", ");
    let subject = format!("Type{number}{}", angled(&entry.arguments()));
    Some(match &entry.form {
        Form::Closure { body, .. } => format!(
            "fn {marker}{number}{declared}(mut value: {subject}) where {conditions} {{ let closure = {body}; value_is_{marker}(&closure) }}"
        ),
        _ => format!(
            "fn {marker}{number}{declared}(_: &PhantomData<{subject}>) where {conditions} {{ is_{marker}::<{subject}>() }}"
        ),
    })
}

/// Names the type `Type17`. For a closure that is what it captures, and `make17` makes it.
pub fn define(program: &mut Program, number: usize, entry: &Entry, generics: &Generics) {
    let declared = angled(&generics.declared());
    let full = match &entry.form {
        Form::Closure { takes, body, .. } => {
            let make = format!("fn make{number}{declared}(mut value: {takes}) -> impl Sized {{ {body} }}");
            program.line(Some(number), &make);
            takes.clone()
        }
        Form::Path(_) | Form::Written(_) => entry.full(),
    };
    program.line(Some(number), &format!("type Type{number}{declared} = {full};"));
}

/// `Type17<'static, Both, 4>`
fn instance(number: usize, generics: &Generics, kinds: &[Kind]) -> String {
    format!("Type{number}{}", angled(&generics.witnesses(kinds)))
}

/// `make17(<Type17<'static, Both> as Make>::make())`
fn made(number: usize, generics: &Generics, kinds: &[Kind]) -> String {
    format!("make{number}(<{} as Make>::make())", instance(number, generics, kinds))
}

/// Every choice of a kind for each of `subjects` subjects; the last varies fastest.
pub fn choices(subjects: usize) -> Vec<Vec<Kind>> {
    let mut choices = vec![Vec::new()];
    for _ in 0..subjects {
        let longer = |choice: Vec<Kind>| Kind::ALL.map(|kind| [choice.as_slice(), &[kind]].concat());
        choices = choices.into_iter().flat_map(longer).collect();
    }
    choices
}

/// Why a program that must compile does not.
pub fn refused(program: &Program, refusals: &[Refusal], name: impl Fn(usize) -> String) -> Error {
    let owner = refusals.first().and_then(|refusal| program.owner(refusal));
    let message = refusals.first().map_or_else(String::new, |refusal| refusal.rendered.clone());
    Error::Ask { name: owner.map_or_else(|| "the types".to_owned(), name), message }
}
