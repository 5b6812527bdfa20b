//! The parameters of a declaration, with the bounds of its `where` clause put where they belong.

use crate::entry::argument;
use crate::syntax;

/// The parameters that `declaration` has: `'a`, `T: ?Sized + 'a`, `const N: usize`.
///
/// A parameter for the allocator is left out: it cannot be named on stable, and has a default.
/// None if the declaration is not understood.
pub fn parameters(declaration: &str) -> Option<Vec<String>> {
    let declaration = header(declaration);
    let Some(open) = declaration.find('<') else { return Some(Vec::new()) };
    let (inside, rest) = syntax::angled(&declaration[open..])?;
    let mut parameters: Vec<Parameter> = syntax::split(inside, ',').into_iter().map(Parameter::read).collect();
    for predicate in syntax::split(where_clause(rest), ',') {
        parameters.iter_mut().find_map(|parameter| parameter.take(predicate))?;
    }
    let stable = parameters.iter().filter(|parameter| !parameter.is_allocator());
    Some(stable.map(Parameter::written).collect())
}

/// The defaults of these parameters: `S = RandomState`. The allocator's is left out with it.
pub fn defaults(declaration: &str) -> Vec<String> {
    let declaration = header(declaration);
    let inside = declaration.find('<').and_then(|open| syntax::angled(&declaration[open..]));
    let parts = inside.map_or(Vec::new(), |(inside, _)| syntax::split(inside, ','));
    let defaults = parts.into_iter().filter_map(|part| part.split_once(" = "));
    let stable = defaults.filter(|(_, default)| *default != "Global");
    stable.map(|(declared, default)| format!("{} = {default}", argument(declared))).collect()
}

/// The parameters of a trait, without their bounds and defaults: `Rhs` of `pub trait Add<Rhs = Self>`.
pub fn trait_parameters(declaration: &str) -> Option<Vec<String>> {
    let declaration = header(declaration);
    let (_, named) = declaration.split_once("trait ")?;
    let name = named.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(named.len());
    let inside = syntax::angled(&named[name..]).map_or("", |(inside, _)| inside);
    Some(syntax::split(inside, ',').into_iter().map(|parameter| Parameter::read(parameter).name).collect())
}

struct Parameter {
    /// `T`, `const N: usize`
    name: String,
    bounds: Vec<String>,
}

impl Parameter {
    /// Reads `T: Bound = Default`.
    fn read(text: &str) -> Parameter {
        let declared = text.split(" = ").next().unwrap_or(text);
        if declared.starts_with("const ") {
            return Parameter { name: declared.to_owned(), bounds: Vec::new() };
        }
        let (name, bounds) = syntax::bounded(declared);
        let bounds = syntax::split(bounds, '+').into_iter().map(str::to_owned).collect();
        Parameter { name: name.to_owned(), bounds }
    }

    /// Takes a predicate of the `where` clause, if it is about this parameter: `T: Ord`, or `<I as Iterator>::Item: Copy`.
    fn take(&mut self, predicate: &str) -> Option<()> {
        let (subject, bounds) = syntax::bounded(predicate);
        if subject == argument(&self.name) {
            self.bounds.extend(syntax::split(bounds, '+').into_iter().map(str::to_owned));
            return Some(());
        }
        let (qualified, associated) = syntax::angled(subject)?;
        let (name, bound) = qualified.split_once(" as ")?;
        let own = self.bounds.iter_mut().find(|own| name == self.name && *own == bound)?;
        *own = format!("{bound}<{}: {bounds}>", associated.trim_start_matches("::"));
        Some(())
    }

    fn is_allocator(&self) -> bool {
        self.bounds.iter().any(|bound| bound == "Allocator")
    }

    fn written(&self) -> String {
        match self.bounds.as_slice() {
            [] => self.name.clone(),
            bounds => format!("{}: {}", self.name, bounds.join(" + ")),
        }
    }
}

/// The declaration without its fields, on one line.
fn header(declaration: &str) -> String {
    let head = declaration.split([';', '{']).next().unwrap_or(declaration);
    let alias = if head.contains("pub type ") { head.split(" = ").next().unwrap_or(head) } else { head };
    let words: Vec<&str> = alias.split_whitespace().collect();
    words.join(" ")
}

/// What follows `where`. The fields of a tuple struct stand before it.
fn where_clause(rest: &str) -> &str {
    let rest = rest.trim_start();
    let after_fields = match rest.strip_prefix('(') {
        Some(_) => rest.split_once(") where").map_or("", |(_, clause)| clause),
        None => rest.strip_prefix("where").unwrap_or(""),
    };
    after_fields.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_of_std_are_read() {
        let check = |declaration: &str, expected: &[&str]| {
            assert_eq!(parameters(declaration).as_deref(), Some(expected.map_owned().as_slice()), "{declaration}");
        };
        check("pub struct Duration { /* private fields */ }", &[]);
        check(
            "pub struct Rc<T, A = Global>where\n    A: Allocator,\n    T: ?Sized,{ /* private fields */ }",
            &["T: ?Sized"],
        );
        check(
            "pub struct Box<T, A = Global>(/* private fields */)\nwhere\n    A: Allocator,\n    T: ?Sized;",
            &["T: ?Sized"],
        );
        check("pub struct LazyLock<T, F = fn() -> T> { /* private fields */ }", &["T", "F"]);
        check("pub struct Scope<'scope, 'env: 'scope> { }", &["'scope", "'env: 'scope"]);
        check("pub struct IntoIter<T, const N: usize> { }", &["T", "const N: usize"]);
        check(
            "pub struct RSplit<'a, T, P>where T: 'a, P: FnMut(&T) -> bool,{ }",
            &["'a", "T: 'a", "P: FnMut(&T) -> bool"],
        );
        check(
            "pub struct Flatten<I>where I: Iterator, <I as Iterator>::Item: IntoIterator,{ }",
            &["I: Iterator<Item: IntoIterator>"],
        );
        check("pub type Result<T> = Result<T, Box<dyn Any + Send + 'static>>;", &["T"]);
        check("pub type Result = Result<(), Error>;", &[]);
        check("#[repr(transparent)]pub struct Reverse<T>(pub T);", &["T"]);
    }

    #[test]
    fn defaults_are_read_without_the_allocators() {
        let check = |declaration, expected: &[&str]| assert_eq!(defaults(declaration), expected);
        check("pub struct HashMap<K, V, S = RandomState> { }", &["S = RandomState"]);
        check("pub struct LazyLock<T, F = fn() -> T> { }", &["F = fn() -> T"]);
        check("pub struct Rc<T, A = Global>where\n    A: Allocator,\n    T: ?Sized,{ }", &[]);
        check("pub type Result<T> = Result<T, Error>;", &[]);
    }

    #[test]
    fn traits_have_parameters_of_their_own_only() {
        let check = |declaration, expected: &[&str]| {
            assert_eq!(trait_parameters(declaration).as_deref(), Some(expected.map_owned().as_slice()));
        };
        check("pub trait Add<Rhs = Self> { type Output; }", &["Rhs"]);
        check("pub trait Ord: Eq + PartialOrd { }", &[]);
        check("pub trait Ord: PartialOrd<Self> { }", &[]);
        check("pub const unsafe auto trait Sync { }", &[]);
    }

    trait MapOwned {
        fn map_owned(&self) -> Vec<String>;
    }
    impl MapOwned for [&str] {
        fn map_owned(&self) -> Vec<String> {
            self.iter().map(|&text| text.to_owned()).collect()
        }
    }
}
