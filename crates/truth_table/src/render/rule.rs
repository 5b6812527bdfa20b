//! The rule of thumb, from which the surprises depart.

use crate::formula::{Formula, Need};
use crate::tables::Table;

/// What one guesses: a type is `Send` if its parameters are, `Sync` if they are, and both if it has none.
pub struct Rule {
    /// The guess for `Send`.
    pub send: Formula,
    /// The guess for `Sync`.
    pub sync: Formula,
}

impl Rule {
    /// The guess for `table`. It says nothing of what a bound brings in, such as `I::Item`.
    pub fn of(table: &Table) -> Rule {
        let all = |wanted: Need| {
            let need = |name: &String| if name.contains("::") { Need::default() } else { wanted };
            match table.subjects.as_slice() {
                [] => Formula::Always,
                subjects => Formula::If(subjects.iter().map(need).collect()),
            }
        };
        Rule { send: all(Need { send: true, sync: false }), sync: all(Need { send: false, sync: true }) }
    }

    /// Whether the guess is right.
    pub fn holds(&self, table: &Table) -> bool {
        self.send == table.send && self.sync == table.sync
    }
}
