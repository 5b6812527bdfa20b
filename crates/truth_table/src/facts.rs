//! What the type explorer has to know of std besides `Send` and `Sync`, asked of the compiler like these: which types have
//! a size, which are `Copy`, what their associated types are, and whether a trait asks for `Send` itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Trait};
use crate::entry::{Entry, Form, angled};
use crate::error::Error;
use crate::program::{self, Program};
use crate::rustc::Rustc;
use crate::shape::{Generics, Subject};

/// What is known of std besides the tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Of each table's type, in their order.
    pub natures: Vec<Nature>,
    /// Such as `<std::vec::IntoIter<T> as Iterator>::Item` is `T`.
    pub associated: Vec<Associated>,
    /// Such as `std::ffi::c_long` is `i64`: the aliases that have pages of their own.
    pub aliases: Vec<Alias>,
    /// The stable traits that this platform has.
    pub traits: Vec<TraitFacts>,
}

/// Whether a type has a size and is `Copy`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nature {
    /// It has a size where its parameters have one.
    pub sized: bool,
    /// It has one where they have none: it holds a pointer to them.
    pub always_sized: bool,
    /// It is `Copy` where its parameters are.
    pub copy: bool,
    /// It is `Copy` where they are not.
    pub always_copy: bool,
}

/// An associated type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Associated {
    /// `Iterator::Item`
    pub name: String,
    /// The type whose it is: `std::vec::IntoIter<T>`.
    pub of: String,
    /// What it is: `T`.
    pub is: String,
}

/// Another name of a type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The alias: `std::io::Result<T>`.
    pub of: String,
    /// The type: `std::result::Result<T, std::io::Error>`.
    pub is: String,
}

/// A trait, and what it asks of the types that implement it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraitFacts {
    /// The trait.
    pub declared: Trait,
    /// It has `Send` as a supertrait.
    pub send: bool,
    /// It has `Sync` as a supertrait.
    pub sync: bool,
}

/// The associated types that are asked for: the name, the constant of program/facts.rs, and whether of references too.
const ASSOCIATED: [(&str, &str, bool); 6] = [
    ("Iterator::Item", "ITERATOR_ITEM", false),
    ("IntoIterator::Item", "INTO_ITERATOR_ITEM", true),
    ("IntoIterator::IntoIter", "INTO_ITERATOR_INTO_ITER", true),
    ("Deref::Target", "DEREF_TARGET", false),
    ("ToOwned::Owned", "TO_OWNED_OWNED", false),
    ("Future::Output", "FUTURE_OUTPUT", false),
];

/// How the parameters of a type are filled. An adapter is an iterator only where some of them are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// With types that have nothing: `Arg0`, `Arg1`.
    Plain,
    /// With iterators, each over items of its own.
    Iterators,
    /// With an iterator, and types that have nothing.
    First,
    /// With iterators over the same items.
    OneItem,
    /// With an iterator, and functions.
    Functions,
}

const FILLINGS: [Filling; 5] =
    [Filling::Plain, Filling::Iterators, Filling::First, Filling::OneItem, Filling::Functions];

/// Asks about the types of `entries` and the traits of `catalog`.
///
/// # Errors
///
/// [`Error::Ask`] if a question does not compile, and those of asking.
pub fn facts(rustc: &Rustc, entries: &[Entry], catalog: &Catalog) -> Result<Facts, Error> {
    let read = |entry: &Entry| Ok((Generics::of(entry)?, entry.clone()));
    let entries: Vec<(Generics, Entry)> = entries.iter().map(read).collect::<Result<_, Error>>()?;
    let (types, traits) = std::thread::scope(|scope| {
        let traits = scope.spawn(|| traits(rustc, &catalog.traits));
        let types = types(rustc, &entries, &catalog.traits);
        (types, traits.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let (natures, aliases, associated) = types?;
    Ok(Facts { natures, associated, aliases, traits: traits? })
}

/// What is asked of types.
type OfTypes = (Vec<Nature>, Vec<Alias>, Vec<Associated>);

/// The natures, and the aliases and associated types in the words of the documentation.
fn types(rustc: &Rustc, entries: &[(Generics, Entry)], traits: &[Trait]) -> Result<OfTypes, Error> {
    let program = questions(entries);
    let printed = rustc
        .run(program.text())?
        .map_err(|refusals| program::refused(&program, &refusals, |number| entries[number].1.full()))?;
    let mut answers = printed.lines();
    let natures = answers.by_ref().take(entries.len()).map(nature).collect();
    let names: Vec<&str> = answers.by_ref().take(entries.len()).collect();
    let named = names.iter().zip(entries);
    let mut heads: BTreeMap<String, String> = named.filter_map(|(name, (_, entry))| head(name, entry)).collect();
    heads.extend(traits.iter().flat_map(|declared| heads_of_trait(&declared.path)));
    let aliases =
        names.iter().zip(entries).filter_map(|(name, (generics, entry))| alias(name, generics, entry, &heads));
    let aliases = aliases.collect();
    let mut associated = Vec::new();
    for (line, ask) in answers.zip(asked(entries)) {
        let (generics, entry) = &entries[ask.entry];
        let words = Words { heads: &heads, arguments: arguments(generics, entry, ask.filling) };
        let own = written(entry);
        if let Some(is) = words.translate(line).filter(|_| !associated.iter().any(|known| ask.is_known(known, &own))) {
            associated.push(Associated { name: ask.name.to_owned(), of: format!("{}{own}", ask.by), is });
        }
    }
    associated.sort();
    Ok((natures, aliases, without_rules(associated)))
}

/// Without what is true of every iterator (it is its own `IntoIter`) and of everything that can be cloned (it is its own
/// `Owned`).
fn without_rules(associated: Vec<Associated>) -> Vec<Associated> {
    let iterators: BTreeSet<String> =
        associated.iter().filter(|known| known.name == "Iterator::Item").map(|known| known.of.clone()).collect();
    let is_iterator = |of: &str| iterators.contains(of.strip_prefix("&'_ mut ").unwrap_or(of));
    let itself = |known: &Associated| without_lifetimes(&known.of) == without_lifetimes(&known.is);
    let more = |known: &Associated| match known.name.as_str() {
        "IntoIterator::Item" | "IntoIterator::IntoIter" => !is_iterator(&known.of),
        "ToOwned::Owned" => !itself(known),
        _ => true,
    };
    associated.into_iter().filter(more).collect()
}

fn without_lifetimes(rust: &str) -> String {
    let mut text = String::new();
    let mut in_lifetime = false;
    for c in rust.chars() {
        in_lifetime = c == '\'' || (in_lifetime && (c.is_alphanumeric() || c == '_'));
        text.extend((!in_lifetime && c != ' ').then_some(c));
    }
    text
}

/// One question for an associated type.
struct Ask {
    entry: usize,
    name: &'static str,
    constant: &'static str,
    /// `&'_ ` for the type's references.
    by: &'static str,
    filling: Filling,
}

impl Ask {
    /// Whether another filling has given the answer.
    fn is_known(&self, known: &Associated, own: &str) -> bool {
        known.name == self.name && known.of.strip_prefix(self.by) == Some(own)
    }
}

/// All questions for associated types, the ways to fill a type's parameters one after the other.
fn asked(entries: &[(Generics, Entry)]) -> Vec<Ask> {
    let mut asks = Vec::new();
    for (number, (_, entry)) in entries.iter().enumerate() {
        if !can_have_associated(entry) {
            continue;
        }
        for (name, constant, of_references) in ASSOCIATED {
            let ways =
                if name == "Iterator::Item" && !entry.parameters.is_empty() { &FILLINGS[..] } else { &FILLINGS[..1] };
            let ask = |filling, by| Ask { entry: number, name, constant, by, filling };
            asks.extend(ways.iter().map(|&filling| ask(filling, "")));
            if of_references {
                asks.extend(["&'_ ", "&'_ mut "].map(|by| ask(Filling::Plain, by)));
            }
        }
    }
    asks
}

/// Closures, aliases, and vectors of a processor's registers are left out, and types that stand in another row already.
fn can_have_associated(entry: &Entry) -> bool {
    // The witness of a collection has an iterator over nothing that says whose it is.
    if entry.parameters.iter().any(|parameter| parameter.contains("IntoIterator")) {
        return false;
    }
    match &entry.form {
        Form::Path(path) => !is_alias(entry) && !path.contains("::arch"),
        Form::Written(_) => entry.module().is_none(),
        Form::Closure { .. } => false,
    }
}

/// A program that prints a line for each type's nature, a line for each type's name, and a line for each associated type.
fn questions(entries: &[(Generics, Entry)]) -> Program {
    let mut program = Program::for_facts();
    let mut main = String::new();
    for (number, (generics, entry)) in entries.iter().enumerate() {
        program::define(&mut program, number, entry, generics);
        let is =
            |arguments: Vec<String>, fact: &str| format!("<Ask<Type{number}{}>>::{fact} as u8", angled(&arguments));
        let unsized_where = |subject: Subject| if subject.may_be_unsized { "str" } else { "Copied" }.to_owned();
        let facts = [
            is(filled(generics, Filling::Plain), "SIZED"),
            is(generics.filled(unsized_where), "SIZED"),
            is(generics.filled(|_| "Copied".to_owned()), "COPY"),
            is(filled(generics, Filling::Plain), "COPY"),
        ];
        let nature = format!("fn nature{number}() {{ print_row(&[{}]) }}", facts.join(", "));
        program.line(Some(number), if is_plain(generics) { &nature } else { "" });
        let call = if is_plain(generics) { format!("nature{number}(); ") } else { "println!(); ".to_owned() };
        main.push_str(&call);
    }
    for (number, (generics, _)) in entries.iter().enumerate() {
        let instance = format!("Type{number}{}", angled(&filled(generics, Filling::Plain)));
        program.line(
            Some(number),
            &format!("fn name{number}() {{ println!(\"{{}}\", std::any::type_name::<{instance}>()) }}"),
        );
        main.push_str(&format!("name{number}(); "));
    }
    for (at, ask) in asked(entries).iter().enumerate() {
        let arguments = angled(&filled(&entries[ask.entry].0, ask.filling));
        let by = ask.by.replace("'_", "'static");
        let constant = format!("<Ask<{by}Type{}{arguments}>>::{}", ask.entry, ask.constant);
        program.line(Some(ask.entry), &format!("const ASKED{at}: &str = const {{ {constant} }};"));
        main.push_str(&format!("println!(\"{{ASKED{at}}}\"); "));
    }
    program.line(None, &format!("fn main() {{ {main} }}"));
    program
}

/// Whether any type can stand for each parameter.
fn is_plain(generics: &Generics) -> bool {
    let mut plain = true;
    generics.filled(|subject| {
        plain &= subject.is_free;
        String::new()
    });
    plain
}

/// The arguments of a type in a question.
fn filled(generics: &Generics, filling: Filling) -> Vec<String> {
    let mut number = 0;
    generics.filled(|subject| {
        let at = number;
        number += 1;
        if subject.is_free { free(filling, at) } else { format!("Arg{at}") }
    })
}

/// The witness for the parameter at this place.
fn free(filling: Filling, at: usize) -> String {
    match filling {
        Filling::First | Filling::Functions if at == 0 => "IteratorOf<Arg0, Item0>".to_owned(),
        Filling::Plain | Filling::First => format!("Arg{at}"),
        Filling::Iterators => format!("IteratorOf<Arg{at}, Item{at}>"),
        Filling::OneItem => format!("IteratorOf<Arg{at}, Item0>"),
        Filling::Functions => format!("Returning<Arg{at}, Out{at}>"),
    }
}

fn nature(line: &str) -> Nature {
    let holds = |at: usize| line.as_bytes().get(at) == Some(&b'1');
    match line {
        // Nothing was asked: its parameters are bound. Such types have a size and own what they hold.
        "" => Nature { sized: true, always_sized: true, ..Nature::default() },
        _ => Nature { sized: holds(0), always_sized: holds(1), copy: holds(2), always_copy: holds(3) },
    }
}

/// A type as it stands in an associated type.
fn written(entry: &Entry) -> String {
    match &entry.form {
        Form::Path(path) => format!("{path}{}", angled(&arguments_of(entry))),
        Form::Written(rust) => rust.clone(),
        Form::Closure { title, .. } => title.clone(),
    }
}

fn arguments_of(entry: &Entry) -> Vec<String> {
    entry.arguments().into_iter().map(str::to_owned).collect()
}

/// What the compiler calls a declared type, and its path in the documentation.
fn head(name: &str, entry: &Entry) -> Option<(String, String)> {
    let path = match &entry.form {
        Form::Path(path) => path,
        Form::Written(rust) => rust.split_once('<').filter(|(path, _)| path.contains("::"))?.0,
        Form::Closure { .. } => return None,
    };
    let name = name.split('<').next().unwrap_or(name);
    // An alias has the name of another type.
    (!is_alias(entry)).then(|| (name.to_owned(), path.to_owned()))
}

/// The paths that the compiler has for a trait: in `core` or `alloc`, if std only shows it.
fn heads_of_trait(path: &str) -> Vec<(String, String)> {
    let inner = path.strip_prefix("std::").unwrap_or(path);
    ["std", "core", "alloc"].map(|krate| (format!("{krate}::{inner}"), path.to_owned())).into()
}

fn is_alias(entry: &Entry) -> bool {
    entry.page.contains("/type.")
}

fn alias(name: &str, generics: &Generics, entry: &Entry, heads: &BTreeMap<String, String>) -> Option<Alias> {
    let words = Words { heads, arguments: arguments(generics, entry, Filling::Plain) };
    let is = is_alias(entry).then(|| words.translate(name))??;
    Some(Alias { of: written(entry), is })
}

/// What the witnesses stand for, the longest first: `IteratorOf<Arg0, Item0>` for `I`, `Item0` for its items.
fn arguments(generics: &Generics, entry: &Entry, filling: Filling) -> Vec<(String, String)> {
    let types = entry.arguments().into_iter().filter(|name| !name.starts_with('\''));
    let witnesses = filled(generics, filling).into_iter().filter(|witness| !witness.starts_with('\''));
    let mut arguments: Vec<(String, String)> =
        types.zip(witnesses).map(|(name, witness)| (in_program(&witness), name.to_owned())).collect();
    for (at, subject) in generics.subjects().into_iter().enumerate() {
        let items = (format!("program::Item{at}"), format!("<{subject} as Iterator>::Item"));
        let output = (format!("program::Out{at}"), format!("<{subject} as FnOnce>::Output"));
        arguments.extend([(format!("program::Arg{at}"), subject), items, output]);
    }
    arguments.sort_by_key(|(witness, _)| std::cmp::Reverse(witness.len()));
    arguments
}

/// A witness as the compiler prints it: `program::Arg0`.
fn in_program(witness: &str) -> String {
    let witness = witness.replace("'static", "'_");
    let words = [
        "IteratorOf",
        "IntoIteratorOf",
        "ToOwnedOf",
        "OwnedOf",
        "PatternOf",
        "SearcherOf",
        "Returning",
        "Arg",
        "Item",
        "Out",
    ];
    let mut named = String::new();
    for part in witness.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
        if words.contains(&stem) {
            named.push_str("program::");
        }
        named.push_str(part);
    }
    named
}

/// The compiler's names for types, and ours.
struct Words<'a> {
    heads: &'a BTreeMap<String, String>,
    arguments: Vec<(String, String)>,
}

impl Words<'_> {
    /// A type that the compiler printed, in the paths of the documentation; none if it is private there.
    fn translate(&self, printed: &str) -> Option<String> {
        let mut text = printed.to_owned();
        for (witness, name) in &self.arguments {
            text = text.replace(witness, name);
        }
        let mut translated = String::new();
        let in_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        for part in text.split_inclusive(|c: char| !in_path(c)) {
            let path = part.trim_end_matches(|c: char| !in_path(c));
            let public = match path {
                _ if !path.contains("::") || path.starts_with("::") => path,
                _ if path.split("::").count() == 2 && path.len() < 3 => path,
                _ => self.heads.get(path)?,
            };
            translated.push_str(public);
            translated.push_str(&part[path.len()..]);
        }
        (!printed.is_empty()).then_some(translated)
    }
}

/// The arguments of a function trait are a tuple.
fn trait_argument(parameter: &str) -> String {
    if parameter == "Args" { format!("({parameter},)") } else { crate::entry::argument(parameter).to_owned() }
}

/// Which traits ask for `Send` or `Sync` themselves.
fn traits(rustc: &Rustc, declared: &[Trait]) -> Result<Vec<TraitFacts>, Error> {
    let mut program = Program::for_facts();
    for (number, declared) in declared.iter().enumerate() {
        let imported = format!("use {} as Trait{number};", declared.path);
        program.line(Some(number), &imported);
    }
    program.line(None, "fn main() {}");
    let refusals = rustc.refusals(program.text())?;
    let missing: Vec<usize> = refusals.iter().filter_map(|refusal| program.owner(refusal)).collect();
    let here = |number: &usize| declared[*number].only.is_none() || !missing.contains(number);
    let here: Vec<&Trait> = (0..declared.len()).filter(here).map(|number| &declared[number]).collect();

    let mut program = Program::for_facts();
    for (number, declared) in here.iter().enumerate() {
        for (place, marker) in ["send", "sync"].into_iter().enumerate() {
            let parameters = &declared.parameters;
            let own: String = parameters.iter().map(|parameter| format!(", {parameter}")).collect();
            let arguments: Vec<String> = parameters.iter().map(|parameter| trait_argument(parameter)).collect();
            let bound = format!("{}{}", declared.path, angled(&arguments));
            let sized = if declared.dyn_compatible { "?Sized + " } else { "" };
            let ask = format!("fn {marker}{number}<Own: {sized}{bound}{own}>() {{ is_not_{marker}::<Own, _>() }}");
            program.line(Some(2 * number + place), &ask);
        }
    }
    program.line(None, "fn main() {}");
    let refusals = rustc.refusals(program.text())?;
    let implied: Vec<usize> = refusals.iter().filter_map(|refusal| program.owner(refusal)).collect();
    let fact = |(number, declared): (usize, &&Trait)| {
        let asks = |place| implied.contains(&(2 * number + place));
        TraitFacts { declared: (*declared).clone(), send: asks(0), sync: asks(1) }
    };
    Ok(here.iter().enumerate().map(fact).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn witnesses_become_parameters_and_private_paths_public_ones() {
        let heads = BTreeMap::from([("alloc::vec::into_iter::IntoIter".to_owned(), "std::vec::IntoIter".to_owned())]);
        let arguments = vec![
            (in_program("IteratorOf<Arg0, Item0>"), "I".to_owned()),
            ("program::Item0".to_owned(), "<I as Iterator>::Item".to_owned()),
        ];
        let words = Words { heads: &heads, arguments };
        let check = |printed, expected: Option<&str>| assert_eq!(words.translate(printed).as_deref(), expected);
        check(
            "alloc::vec::into_iter::IntoIter<program::IteratorOf<program::Arg0, program::Item0>>",
            Some("std::vec::IntoIter<I>"),
        );
        check("(usize, program::Item0)", Some("(usize, <I as Iterator>::Item)"));
        check("alloc::private::Hidden<u8>", None);
        check("", None);
    }

    #[test]
    fn what_is_true_of_all_is_left_out() {
        let known = |name: &str, of: &str, is: &str| Associated { name: name.into(), of: of.into(), is: is.into() };
        let items = known("Iterator::Item", "std::vec::IntoIter<T>", "T");
        let owned = known("ToOwned::Owned", "str", "std::string::String");
        let all = vec![
            items.clone(),
            known("IntoIterator::IntoIter", "std::vec::IntoIter<T>", "std::vec::IntoIter<T>"),
            known("ToOwned::Owned", "std::slice::Iter<'a, T>", "std::slice::Iter<'_, T>"),
            owned.clone(),
        ];
        assert_eq!(without_rules(all), [items, owned]);
    }
}
