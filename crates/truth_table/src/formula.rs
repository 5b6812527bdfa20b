//! When a type is `Send`, in a line: what its cells have in common.

use serde::{Deserialize, Serialize};

use crate::tables::{Cell, Kind};

/// When a type has a marker trait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// Whatever the parameters are.
    Always,
    /// Not even where all parameters are `Send + Sync`.
    Never,
    /// If and only if the subjects have what is asked of them. One [`Need`] for each subject.
    If(Vec<Need>),
}

/// What is asked of one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Need {
    /// It must be `Send`.
    pub send: bool,
    /// It must be `Sync`.
    pub sync: bool,
}

impl Need {
    /// The bounds: `Send`, `Sync`, both or none.
    pub fn bounds(self) -> Vec<&'static str> {
        [(self.send, "Send"), (self.sync, "Sync")].into_iter().filter_map(|(need, name)| need.then_some(name)).collect()
    }

    /// Whether a subject of this kind will do.
    pub fn met_by(self, kind: Kind) -> bool {
        (!self.send || kind.is_send()) && (!self.sync || kind.is_sync())
    }
}

impl Formula {
    /// The formula that `answer` follows in all `cells`; none if it is no conjunction of bounds.
    ///
    /// What is asked of a subject is what it has in every cell that is answered with yes.
    pub fn derive(cells: &[Cell], answer: fn(&Cell) -> bool) -> Option<Formula> {
        let yes: Vec<&Cell> = cells.iter().filter(|cell| answer(cell)).collect();
        let formula = if yes.is_empty() {
            Formula::Never
        } else if yes.len() == cells.len() {
            Formula::Always
        } else {
            let need = |at: usize| Need {
                send: yes.iter().all(|cell| cell.kinds[at].is_send()),
                sync: yes.iter().all(|cell| cell.kinds[at].is_sync()),
            };
            Formula::If((0..yes[0].kinds.len()).map(need).collect())
        };
        formula.contradicted_by(cells, answer).is_none().then_some(formula)
    }

    /// A cell that says otherwise.
    pub fn contradicted_by<'a>(&self, cells: &'a [Cell], answer: fn(&Cell) -> bool) -> Option<&'a Cell> {
        cells.iter().find(|cell| self.holds_for(&cell.kinds) != answer(cell))
    }

    /// What the formula says where the subjects are of the given kinds.
    pub fn holds_for(&self, kinds: &[Kind]) -> bool {
        match self {
            Formula::Always => true,
            Formula::Never => false,
            Formula::If(needs) => needs.iter().zip(kinds).all(|(need, &kind)| need.met_by(kind)),
        }
    }

    /// What is asked of each of `subjects` subjects where the type has the trait; none if it never has.
    pub fn needs(&self, subjects: usize) -> Option<Vec<Need>> {
        match self {
            Formula::Always => Some(vec![Need::default(); subjects]),
            Formula::Never => None,
            Formula::If(needs) => Some(needs.clone()),
        }
    }

    /// In words: `always`, `never`, `if K: Send, V: Send + Sync`.
    pub fn words(&self, subjects: &[String]) -> String {
        let needs = match self {
            Formula::Always => return "always".to_owned(),
            Formula::Never => return "never".to_owned(),
            Formula::If(needs) => needs,
        };
        let asked = needs.iter().zip(subjects).filter(|(need, _)| **need != Need::default());
        let bounds: Vec<String> = asked.map(|(need, name)| format!("{name}: {}", need.bounds().join(" + "))).collect();
        format!("if {}", bounds.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(answer: fn(Kind) -> bool) -> Vec<Cell> {
        let cell = |kind: Kind| Cell { kinds: vec![kind], send: answer(kind), sync: false };
        Kind::ALL.map(cell).to_vec()
    }

    #[test]
    fn four_cells_make_a_formula() {
        let check = |answer: fn(Kind) -> bool, expected: Formula| {
            assert_eq!(Formula::derive(&cells(answer), |cell| cell.send), Some(expected));
        };
        let needs = |send, sync| Formula::If(vec![Need { send, sync }]);
        check(|_| true, Formula::Always);
        check(|_| false, Formula::Never);
        check(Kind::is_send, needs(true, false));
        check(Kind::is_sync, needs(false, true));
        check(|kind| kind == Kind::Both, needs(true, true));
    }

    #[test]
    fn cells_that_no_conjunction_describes_have_no_formula() {
        let check = |answer: fn(Kind) -> bool| assert_eq!(Formula::derive(&cells(answer), |cell| cell.send), None);
        check(|kind| kind == Kind::Neither);
        check(|kind| kind != Kind::Neither);
        check(|kind| kind == Kind::Both || kind == Kind::Neither);
    }

    #[test]
    fn words_name_only_what_is_asked() {
        let formula =
            Formula::If(vec![Need { send: true, sync: true }, Need::default(), Need { send: false, sync: true }]);
        assert_eq!(formula.words(&["K".into(), "V".into(), "S".into()]), "if K: Send + Sync, S: Sync");
    }
}
