//! `Send` and `Sync` of every public type of std, asked of the compiler.
//!
//! Nothing in this crate knows whether a type is `Send`. It knows which types there are (a committed list, made from
//! std's own documentation and held against it by a test), how to write a program that asks, and how to read the
//! answer:
//!
//! - [`Catalog`] is the list: a path, its parameters, their bounds.
//! - A *cell* is one question: is `Arc<T>` `Send` when `T` is `Sync` only? The parameters are filled with *witnesses*,
//!   types of a known [`Kind`] that the asking program declares. One program asks all cells.
//! - A [`Formula`] is what the cells of a type have in common, such as "`Send` if `T: Send + Sync`".
//! - [`verify`] asks again by other means: each cell by a bound and by an ambiguity, each formula in generic form.
//! - [`Facts`] are what the type explorer asks besides; [`rules`](fn@rules) is all that it knows of std.
//! - [`render`] is the page "Truth tables"; [`write`](fn@write) and [`check`] keep the committed one true.
//!
//! Start at [`compute`].

mod catalog;
mod claim;
mod compute;
mod docs;
mod entries;
mod entry;
mod error;
mod facts;
mod formula;
mod page;
mod program;
mod render;
mod rules;
mod rustc;
mod shape;
mod survey;
mod syntax;
mod tables;
mod verify;

pub use catalog::{Catalog, Declared, Trait, Unstable, write_list};
pub use claim::claims;
pub use compute::compute;
pub use docs::installed as installed_docs;
pub use entry::{Chapter, Entry, Form};
pub use error::Error;
pub use facts::{Alias, Associated, Facts, Nature, TraitFacts};
pub use formula::{Formula, Need};
pub use page::{Places, check, compare, write};
pub use render::render;
pub use rules::rules;
pub use tables::{Absent, Cell, Corner, Kind, Table, Tables, Version};
pub use verify::verify;

/// The tables cross threads: the book's server and its checks share them.
const _: () = {
    const fn crosses<T: Send + Sync>() {}
    crosses::<Tables>();
    crosses::<Catalog>();
    crosses::<Error>();
};
