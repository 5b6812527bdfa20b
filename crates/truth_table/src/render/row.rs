//! One type: its name, when it is `Send`, when it is `Sync`, and what stands behind that.

use crate::claim::claims;
use crate::entry::Form;
use crate::error::Error;
use crate::formula::{Formula, Need};
use crate::render::rule::Rule;
use crate::tables::{Corner, Kind, Table};

/// The head of every table of types.
pub const HEAD: &str = "| type | Send | Sync | explained in |\n| --- | --- | --- | --- |\n";

/// The row of `table`.
pub fn row(table: &Table) -> Result<String, Error> {
    let departs = if Rule::of(table).holds(table) { "" } else { " data-departs" };
    let corner = table.corner().map_or("depends", word);
    let attributes = format!("id=\"{}\" data-corner=\"{corner}\"{departs}", table.entry.id());
    let name = format!("<span class=\"type\" {attributes}>{}</span>", name(table));
    line(table, &name, verdict(table, &table.send), verdict(table, &table.sync))
}

/// The row of a surprise: where the rule of thumb is wrong, what it says is struck out.
pub fn surprise(table: &Table) -> Result<String, Error> {
    let rule = Rule::of(table);
    let answer = |rule: &Formula, formula: &Formula| {
        let verdict = verdict(table, formula);
        if rule == formula { verdict } else { format!("<del>{}</del> {verdict}", self::verdict(table, rule)) }
    };
    let name = format!("<span class=\"type\">{}</span>", linked(table, &with_module(table)));
    line(table, &name, answer(&rule.send, &table.send), answer(&rule.sync, &table.sync))
}

fn line(table: &Table, name: &str, send: String, sync: String) -> Result<String, Error> {
    let chapter = &table.entry.chapter;
    Ok(format!("| {name}{} | {send} | {sync} | [{}]({}) |", checked(table)?, chapter.title, chapter.file))
}

/// The name, linked to std's page.
fn name(table: &Table) -> String {
    linked(table, &table.entry.short())
}

/// The name with the module before it, where no heading says it: `slice::Iter<'a, T>`.
fn with_module(table: &Table) -> String {
    let short = table.entry.short();
    match (&table.entry.form, table.entry.module()) {
        (Form::Path(_), Some(module)) => format!("{}::{short}", module.rsplit("::").next().unwrap_or(module)),
        _ => short,
    }
}

fn linked(table: &Table, short: &str) -> String {
    // A closure's title has its own code in it.
    let code = if short.contains('`') { short.to_owned() } else { format!("`{short}`") };
    format!("[{code}](https://doc.rust-lang.org/{})", table.entry.page)
}

/// `always`, `never`, or `if` with what is asked.
fn verdict(table: &Table, formula: &Formula) -> String {
    let (answer, bounds) = match formula {
        Formula::Always => ("always", String::new()),
        Formula::Never => ("never", String::new()),
        Formula::If(needs) => ("if", bounds(&table.subjects, needs)),
    };
    format!("<span class=\"verdict\" data-answer=\"{answer}\">{answer}{bounds}</span>")
}

/// ` <code>K: Send</code>, <code>V: Send</code>`: as HTML, since Markdown's code would be read as a claim about a type `K`.
fn bounds(subjects: &[String], needs: &[Need]) -> String {
    let asked = subjects.iter().zip(needs).filter(|(_, need)| **need != Need::default());
    let bound =
        |(name, need): (&String, &Need)| format!(" <code>{}: {}</code>", escaped(name), need.bounds().join(" + "));
    asked.map(bound).collect::<Vec<_>>().join(",")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A corner as an attribute, and as a word in a cell.
fn word(corner: Corner) -> &'static str {
    match corner {
        Corner::Both => "both",
        Corner::SendOnly => "Send",
        Corner::SyncOnly => "Sync",
        Corner::Neither => "neither",
    }
}

/// The claims, and the cells of a type that has parameters.
fn checked(table: &Table) -> Result<String, Error> {
    let claims: Vec<String> = claims(table)?.iter().map(|claim| format!("`{claim}`")).collect();
    let claims = if claims.is_empty() { NO_CLAIM.to_owned() } else { claims.join("<br>") };
    Ok(format!("<details><summary>checked</summary>{claims}{}{}</details>", cells(table), closed(table)))
}

/// Why a row has no claim.
const NO_CLAIM: &str = "No claim: stable Rust has no name for the type or for one of its bounds.";

/// Why a row has no kinds to choose from.
fn closed(table: &Table) -> String {
    let note = |closed_by| {
        format!("<br>Its parameter has no kind to choose: only a few types are `{closed_by}`, each in a row here.")
    };
    table.entry.closed_by.as_ref().map_or_else(String::new, note)
}

/// For each subject, what the type is where that subject is of each kind and all others are both.
fn cells(table: &Table) -> String {
    let corner = |cell: &crate::tables::Cell| word(Corner::of(cell.send, cell.sync));
    let answers: Vec<&str> = table.cells.iter().map(corner).collect();
    if table.subjects.is_empty() {
        return String::new();
    }
    if let Some(&same) = answers.first().filter(|first| answers.iter().all(|answer| answer == *first)) {
        return format!("<br>{} cells, each: <span data-corner=\"{same}\">{same}</span>", answers.len());
    }
    let head = ["both", "Send only", "Sync only", "neither"].map(|kind| format!("<th>{kind}</th>")).concat();
    let rows: String = (0..table.subjects.len()).map(|subject| cell_row(table, subject)).collect();
    format!("<table><thead><tr><th>if it is</th>{head}</tr></thead><tbody>{rows}</tbody></table>")
}

fn cell_row(table: &Table, subject: usize) -> String {
    let cell = |kind| {
        let cell = table.cell(subject, kind).map_or("", |cell| word(Corner::of(cell.send, cell.sync)));
        format!("<td data-corner=\"{cell}\">{cell}</td>")
    };
    let cells: String = Kind::ALL.map(cell).concat();
    format!("<tr><th><code>{}</code></th>{cells}</tr>", escaped(&table.subjects[subject]))
}
