//! The answers: cells, and the tables that they make.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::catalog::Unstable;
use crate::entry::Entry;
use crate::facts::Facts;
use crate::formula::Formula;

/// What a compiler says about every type of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// The compiler that was asked.
    pub version: Version,
    /// Every public stable type that this platform has.
    pub types: Vec<Table>,
    /// Types that experienced people get wrong: some of `types`, and some made of them.
    pub surprises: Vec<Table>,
    /// Public stable types that this platform has not.
    pub absent: Vec<Absent>,
    /// Public types that are not stable, by feature.
    pub unstable: Vec<Unstable>,
    /// What holds a pattern's search: a type that no stable program can name, and that `std::str::Split` holds.
    pub searchers: Vec<Table>,
    /// What is known of the types besides.
    pub facts: Facts,
}

/// A compiler and the platform that it compiles for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Such as `1.95.0`.
    pub release: String,
    /// Such as `x86_64-unknown-linux-gnu`.
    pub host: String,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rustc {} for {}", self.release, self.host)
    }
}

/// The truth table of one type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The type.
    pub entry: Entry,
    /// Whose kinds the cells vary: the type parameters, and what their bounds bring in, as `I::Item`.
    pub subjects: Vec<String>,
    /// One for each choice of kinds; the last subject varies fastest.
    pub cells: Vec<Cell>,
    /// When the type is `Send`.
    pub send: Formula,
    /// When it is `Sync`.
    pub sync: Formula,
}

impl Table {
    /// The corner in which the type stands, whatever its parameters are; none if they decide.
    pub fn corner(&self) -> Option<Corner> {
        match (&self.send, &self.sync) {
            (Formula::If(_), _) | (_, Formula::If(_)) => None,
            (send, sync) => Some(Corner::of(*send == Formula::Always, *sync == Formula::Always)),
        }
    }

    /// The answer where subject number `subject` is of the given kind, and all others are `Send + Sync`.
    pub fn cell(&self, subject: usize, kind: Kind) -> Option<&Cell> {
        self.cells.iter().find(|cell| {
            let wanted = |at: usize| if at == subject { kind } else { Kind::Both };
            cell.kinds.iter().enumerate().all(|(at, &is)| is == wanted(at))
        })
    }
}

/// One question to the compiler, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The kind of each subject.
    pub kinds: Vec<Kind>,
    /// Whether the type is `Send` then.
    pub send: bool,
    /// Whether it is `Sync`.
    pub sync: bool,
}

/// What a witness is. The four corners, seen from a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// `Send + Sync`
    Both,
    /// `Send`, not `Sync`
    SendOnly,
    /// `Sync`, not `Send`
    SyncOnly,
    /// neither
    Neither,
}

/// What a type is. The four corners, seen from the answer.
pub type Corner = Kind;

impl Kind {
    /// All, in the order in which cells are asked.
    pub const ALL: [Kind; 4] = [Kind::Both, Kind::SendOnly, Kind::SyncOnly, Kind::Neither];

    /// The corner of something that is `Send` and `Sync` or not.
    pub fn of(send: bool, sync: bool) -> Kind {
        match (send, sync) {
            (true, true) => Kind::Both,
            (true, false) => Kind::SendOnly,
            (false, true) => Kind::SyncOnly,
            (false, false) => Kind::Neither,
        }
    }

    /// Whether what is of this kind is `Send`.
    pub fn is_send(self) -> bool {
        matches!(self, Kind::Both | Kind::SendOnly)
    }

    /// Whether what is of this kind is `Sync`.
    pub fn is_sync(self) -> bool {
        matches!(self, Kind::Both | Kind::SyncOnly)
    }

    /// The witness of this kind in program/prelude.rs.
    pub fn witness(self) -> &'static str {
        match self {
            Kind::Both => "Both",
            Kind::SendOnly => "SendOnly",
            Kind::SyncOnly => "SyncOnly",
            Kind::Neither => "Neither",
        }
    }
}

/// A type whose cells cannot be filled on this platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// The type.
    pub entry: Entry,
    /// Where it exists, in the documentation's words.
    pub only: String,
}
