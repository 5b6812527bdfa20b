//! The formulae of a table as claims, the form in which the book states and checks what holds of a type.

use crate::entry::{Entry, Form, angled};
use crate::error::Error;
use crate::formula::{Formula, Need};
use crate::shape::Generics;
use crate::tables::Table;

/// The claims that `table` makes: `std::sync::Arc<T>: Send + Sync where T: Send + Sync`.
///
/// None for a closure, whose type has no name, and where a bound cannot be named on stable.
///
/// # Errors
///
/// [`Error::Bound`] if the parameters of the type are not understood.
pub fn claims(table: &Table) -> Result<Vec<String>, Error> {
    let entry = with_short_parameters(&table.entry);
    let generics = Generics::of(&entry)?;
    let Some(subject) = subject(&entry, &generics).filter(|_| generics.nameable()) else { return Ok(Vec::new()) };
    let send = (signed(&table.send, "Send"), conditions(&generics, &table.send));
    let sync = (signed(&table.sync, "Sync"), conditions(&generics, &table.sync));
    let claim = |bounds: String, conditions: &[String]| match conditions {
        [] => format!("{subject}: {bounds}"),
        conditions => format!("{subject}: {bounds} where {}", conditions.join(", ")),
    };
    Ok(if send.1 == sync.1 {
        vec![claim(format!("{} + {}", send.0, sync.0), &send.1)]
    } else {
        vec![claim(send.0, &send.1), claim(sync.0, &sync.1)]
    })
}

/// `Send`, or `!Send` if it never is.
fn signed(formula: &Formula, marker: &str) -> String {
    if *formula == Formula::Never { format!("!{marker}") } else { marker.to_owned() }
}

/// What is asked of the subjects. A type that never has the trait has it not even where they are all `Send + Sync`.
fn conditions(generics: &Generics, formula: &Formula) -> Vec<String> {
    let subjects = generics.subjects().len();
    let all = || vec![Need { send: true, sync: true }; subjects];
    generics.claim_conditions(&formula.needs(subjects).unwrap_or_else(all))
}

/// The type as a claim writes it: any lifetime, and a number for a constant.
fn subject(entry: &Entry, generics: &Generics) -> Option<String> {
    match &entry.form {
        Form::Path(path) => Some(format!("{path}{}", angled(&generics.claimed()))),
        Form::Written(rust) => {
            let mut rust = rust.clone();
            for (parameter, claimed) in entry.arguments().into_iter().zip(generics.claimed()) {
                rust = replace_word(&rust, parameter, claimed);
            }
            let rust = rust.replace("&'_ ", "&");
            Some(if rust.starts_with("unsafe ") { format!("({rust})") } else { rust })
        }
        Form::Closure { .. } => None,
    }
}

/// The entry with parameters of one letter, which is what a claim knows as a parameter: `Range<T>` for `Range<Idx>`.
fn with_short_parameters(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    let long = |name: &&str| !name.starts_with('\'') && name.len() > 1;
    while let Some(name) = entry.arguments().into_iter().find(long).map(str::to_owned) {
        let free = |letter: &char| !entry.arguments().contains(&letter.to_string().as_str());
        let letter = ('T'..='Z').chain('A'..='S').find(free).unwrap_or('T').to_string();
        entry.parameters = entry.parameters.iter().map(|parameter| replace_word(parameter, &name, &letter)).collect();
    }
    entry
}

/// `text` with `new` for every `old` that is a word of its own.
fn replace_word(text: &str, old: &str, new: &str) -> String {
    let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
    let mut replaced = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(old) {
        let (before, after) = (&rest[..at], &rest[at + old.len()..]);
        let whole = !before.ends_with(in_word) && !after.starts_with(in_word);
        replaced.push_str(before);
        replaced.push_str(if whole { new } else { old });
        rest = after;
    }
    replaced + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Cell;

    fn table(form: Form, parameters: &[&str], send: Formula, sync: Formula) -> Table {
        let parameters = parameters.iter().map(|&p| p.to_owned()).collect();
        let entry =
            Entry { form, parameters, page: String::new(), chapter: Default::default(), only: None, closed_by: None };
        let subjects = Generics::of(&entry).unwrap().subjects();
        Table { entry, subjects, cells: Vec::<Cell>::new(), send, sync }
    }

    #[test]
    fn formulae_become_claims() {
        let path = |path: &str| Form::Path(path.to_owned());
        let written = |rust: &str| Form::Written(rust.to_owned());
        let needs = |send, sync| Formula::If(vec![Need { send, sync }]);
        let check = |table: Table, expected: &[&str]| assert_eq!(claims(&table).unwrap(), expected);
        check(
            table(path("std::rc::Rc"), &["T: ?Sized"], Formula::Never, Formula::Never),
            &["std::rc::Rc<T>: !Send + !Sync where T: Send + Sync"],
        );
        check(
            table(path("std::sync::MutexGuard"), &["'a", "T: ?Sized + 'a"], Formula::Never, needs(false, true)),
            &[
                "std::sync::MutexGuard<'_, T>: !Send where T: Send + Sync",
                "std::sync::MutexGuard<'_, T>: Sync where T: Sync",
            ],
        );
        check(
            table(written("&'a mut T"), &["'a", "T: ?Sized + 'a"], needs(true, false), needs(false, true)),
            &["&mut T: Send where T: Send", "&mut T: Sync where T: Sync"],
        );
        check(
            table(written("[T; N]"), &["T", "const N: usize"], needs(true, false), needs(true, false)),
            &["[T; 4]: Send + Sync where T: Send"],
        );
        check(
            table(path("std::ops::Range"), &["Idx"], needs(true, false), Formula::Always),
            &["std::ops::Range<T>: Send where T: Send", "std::ops::Range<T>: Sync"],
        );
    }

    #[test]
    fn what_a_bound_brings_in_is_asked_for_by_its_own_name() {
        let both = Formula::If(vec![Need { send: true, sync: false }; 2]);
        let peekable = table(Form::Path("std::iter::Peekable".to_owned()), &["I: Iterator"], both.clone(), both);
        assert_eq!(
            claims(&peekable).unwrap(),
            ["std::iter::Peekable<I>: Send + Sync where I: Iterator + Send, I::Item: Send",]
        );
    }

    #[test]
    fn an_unstable_bound_makes_no_claim() {
        let split =
            table(Form::Path("std::str::Split".to_owned()), &["'a", "P: Pattern"], Formula::Always, Formula::Always);
        assert!(claims(&split).unwrap().is_empty());
    }

    #[test]
    fn only_whole_words_are_replaced() {
        assert_eq!(replace_word("Idx: 'a + IdxLike", "Idx", "T"), "T: 'a + IdxLike");
    }
}
