//! The surprises, at the top of the page.

use std::fmt::Write;

use crate::error::Error;
use crate::render::rule::Rule;
use crate::render::{grouped, row};
use crate::tables::Tables;

/// The section.
pub fn section(tables: &Tables) -> Result<String, Error> {
    let right = tables.types.iter().filter(|table| Rule::of(table).holds(table)).count();
    let mut text = format!(
        "<section class=\"truth-table wide\">\n\n\
        ## Surprises\n\n\
        A rule of thumb: a type is `Send` if its parameters are `Send`, `Sync` if they are `Sync`, and both if it has none. \
        It is right about {} of the {} types. Here are some that it is wrong about, with its answer struck out:\n\n{}",
        grouped(right),
        grouped(tables.types.len()),
        row::HEAD,
    );
    for table in &tables.surprises {
        let _ = writeln!(text, "{}", row::surprise(table)?);
    }
    text.push_str("\n</section>\n\n");
    Ok(text)
}
