//! What a parameter's bounds ask of its witness, and which other types they bring in.
//!
//! `I: Iterator` brings in `I::Item`: `Peekable<I>` holds one, so that its kind matters as much as that of `I`. Each
//! type parameter is therefore a chain of *subjects*, and a cell chooses a kind for each of them.

use crate::entry::Entry;
use crate::error::Error;
use crate::formula::Need;
use crate::syntax;
use crate::tables::Kind;

/// The parameters of a type, read.
pub struct Generics(Vec<Parameter>);

/// One parameter of a type.
enum Parameter {
    /// `'env: 'scope`, as declared.
    Lifetime(String),
    /// `const N: usize`, as declared.
    Const(String),
    /// `T: ?Sized`
    Type(Shape),
}

/// What can be chosen for a subject.
pub struct Subject {
    /// Any type can.
    pub is_free: bool,
    /// One without a size can.
    pub may_be_unsized: bool,
}

/// A subject and its bounds.
struct Shape {
    /// `T`, `I::Item`
    subject: String,
    /// The bounds that bring nothing in: `?Sized`, `'a`, `Ord`.
    plain: Vec<String>,
    /// The bound that does.
    holder: Option<Holder>,
}

/// A bound with an associated type.
struct Holder {
    bound: &'static Bringing,
    held: Held,
}

/// The associated type of a bound.
enum Held {
    /// `Iterator<Item = u16>`
    Fixed(String),
    /// Any type.
    Free(Box<Shape>),
}

/// A trait whose associated type a type may hold.
struct Bringing {
    name: &'static str,
    path: &'static str,
    associated: &'static str,
    /// The witness: `{own}` is its kind, `{held}` the witness that it holds.
    witness: &'static str,
}

const BRINGING: [Bringing; 4] = [
    Bringing { name: "Iterator", path: "Iterator", associated: "Item", witness: "IteratorOf<{own}, {held}>" },
    Bringing {
        name: "IntoIterator",
        path: "IntoIterator",
        associated: "IntoIter",
        witness: "IntoIteratorOf<{own}, IteratorOf<{held}, ()>>",
    },
    Bringing { name: "ToOwned", path: "ToOwned", associated: "Owned", witness: "ToOwnedOf<{own}, OwnedOf<{held}>>" },
    Bringing {
        name: "Pattern",
        path: "std::str::pattern::Pattern",
        associated: "Searcher<'a>",
        witness: "PatternOf<{own}, SearcherOf<'static, {held}>>",
    },
];

/// Traits that every witness implements, and their paths.
const PLAIN: [(&str, &str); 3] = [("Ord", "Ord"), ("Write", "std::io::Write"), ("FnMut", "FnMut")];

/// The length of every array, and whatever else a constant parameter is.
const CONST: &str = "4";

impl Generics {
    /// Reads the parameters of `entry`.
    ///
    /// # Errors
    ///
    /// [`Error::Bound`] if a parameter has a bound that no witness is known to meet.
    pub fn of(entry: &Entry) -> Result<Generics, Error> {
        let refused = |bound: String| Error::Bound { name: entry.full(), bound };
        let parameters = entry.parameters.iter().map(|p| Parameter::read(p).map_err(refused));
        Ok(Generics(parameters.collect::<Result<_, _>>()?))
    }

    /// The names of all subjects.
    pub fn subjects(&self) -> Vec<String> {
        self.shapes().flat_map(Shape::subjects).collect()
    }

    /// The arguments of a cell: `'static, Both, 4`.
    pub fn witnesses(&self, kinds: &[Kind]) -> Vec<String> {
        let mut kinds = kinds.iter().copied();
        self.filled(|_| kinds.next().map_or("()", Kind::witness).to_owned())
    }

    /// The arguments with the witness that `choose` names for each subject, in their order.
    pub fn filled(&self, mut choose: impl FnMut(Subject) -> String) -> Vec<String> {
        let argument = |parameter: &Parameter| match parameter {
            Parameter::Lifetime(_) => "'static".to_owned(),
            Parameter::Const(_) => CONST.to_owned(),
            Parameter::Type(shape) => shape.witness(&mut choose),
        };
        self.0.iter().map(argument).collect()
    }

    /// The parameters as a function declares them, without the bounds of types.
    pub fn declared(&self) -> Vec<&str> {
        self.0.iter().map(Parameter::declared).collect()
    }

    /// The bounds of all subjects, with what is asked of them besides: `I: Iterator + Send`, `I::Item: Send`.
    pub fn conditions(&self, needs: &[Need]) -> Vec<String> {
        self.predicates(needs, |_| true)
    }

    /// The same for a claim, without what says nothing about its truth: `?Sized` and `'a`.
    pub fn claim_conditions(&self, needs: &[Need]) -> Vec<String> {
        self.predicates(needs, |bound| bound != "?Sized" && (!bound.starts_with('\'') || bound == "'static"))
    }

    fn predicates(&self, needs: &[Need], wanted: fn(&str) -> bool) -> Vec<String> {
        let mut needs = needs.iter().copied();
        let mut predicates = Vec::new();
        for shape in self.shapes() {
            shape.predicates(&mut needs, wanted, &mut predicates);
        }
        predicates
    }

    /// The arguments of a claim: the types' names, any lifetime, and a number where a constant is asked for.
    pub fn claimed(&self) -> Vec<&str> {
        self.0.iter().map(Parameter::claimed).collect()
    }

    /// Whether a program can name all the bounds without an unstable feature.
    pub fn nameable(&self) -> bool {
        let unstable = |shape: &Shape| shape.holder.as_ref().is_some_and(|holder| holder.bound.name == "Pattern");
        !self.shapes().any(unstable)
    }

    fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.0.iter().filter_map(|parameter| match parameter {
            Parameter::Type(shape) => Some(shape),
            Parameter::Lifetime(_) | Parameter::Const(_) => None,
        })
    }
}

impl Parameter {
    /// Reads a declaration such as `T: ?Sized + 'a`. An unknown bound is the error.
    fn read(declaration: &str) -> Result<Parameter, String> {
        if declaration.starts_with('\'') {
            return Ok(Parameter::Lifetime(declaration.to_owned()));
        }
        if declaration.starts_with("const ") {
            return Ok(Parameter::Const(declaration.to_owned()));
        }
        let (name, bounds) = syntax::bounded(declaration);
        Ok(Parameter::Type(Shape::read(name.to_owned(), bounds)?))
    }

    fn declared(&self) -> &str {
        match self {
            Parameter::Lifetime(declaration) | Parameter::Const(declaration) => declaration,
            Parameter::Type(shape) => &shape.subject,
        }
    }

    fn claimed(&self) -> &str {
        match self {
            Parameter::Lifetime(_) => "'_",
            Parameter::Const(_) => CONST,
            Parameter::Type(shape) => &shape.subject,
        }
    }
}

impl Shape {
    fn read(subject: String, bounds: &str) -> Result<Shape, String> {
        let mut shape = Shape { subject, plain: Vec::new(), holder: None };
        for bound in syntax::split(bounds, '+') {
            let name = bound.split(['<', '(']).next().unwrap_or(bound);
            if bound.starts_with('\'') || bound == "?Sized" {
                shape.plain.push(bound.to_owned());
            } else if let Some((_, path)) = PLAIN.iter().find(|(plain, _)| *plain == name) {
                shape.plain.push(format!("{path}{}", &bound[name.len()..]));
            } else {
                let bringing = BRINGING.iter().find(|bringing| bringing.name == name).ok_or(bound)?;
                shape.holder = Some(Holder::read(bringing, &shape.subject, &bound[name.len()..])?);
            }
        }
        Ok(shape)
    }

    fn subjects(&self) -> Vec<String> {
        let mut subjects = vec![self.subject.clone()];
        if let Some(Holder { held: Held::Free(shape), .. }) = &self.holder {
            subjects.extend(shape.subjects());
        }
        subjects
    }

    fn witness(&self, choose: &mut dyn FnMut(Subject) -> String) -> String {
        let free = |bound: &String| bound == "?Sized" || bound.starts_with('\'');
        let is_free = self.holder.is_none() && self.plain.iter().all(free);
        let may_be_unsized = self.plain.iter().any(|bound| bound == "?Sized");
        let own = choose(Subject { is_free, may_be_unsized });
        match &self.holder {
            None => own,
            Some(holder) => {
                let held = match &holder.held {
                    Held::Fixed(fixed) => fixed.clone(),
                    Held::Free(shape) => shape.witness(choose),
                };
                holder.bound.witness.replace("{own}", &own).replace("{held}", &held)
            }
        }
    }

    /// Adds the bounds of this subject, and of those that it brings in.
    fn predicates(&self, needs: &mut dyn Iterator<Item = Need>, wanted: fn(&str) -> bool, into: &mut Vec<String>) {
        let mut bounds = self.plain.clone();
        bounds.extend(self.holder.iter().map(Holder::written));
        bounds.extend(needs.next().unwrap_or_default().bounds().into_iter().map(str::to_owned));
        bounds.retain(|bound| wanted(bound));
        if !bounds.is_empty() {
            into.push(format!("{}: {}", self.subject, bounds.join(" + ")));
        }
        if let Some(Holder { held: Held::Free(shape), .. }) = &self.holder {
            shape.predicates(needs, wanted, into);
        }
    }
}

impl Holder {
    /// Reads what follows the trait's name in `Iterator<Item: IntoIterator>`.
    fn read(bound: &'static Bringing, subject: &str, arguments: &str) -> Result<Holder, String> {
        let inside = syntax::angled(arguments).map_or("", |(inside, _)| inside);
        if let Some((_, fixed)) = inside.split_once('=') {
            return Ok(Holder { bound, held: Held::Fixed(fixed.trim().to_owned()) });
        }
        let holder = if subject.contains("::") { format!("<{subject} as {}>", bound.name) } else { subject.to_owned() };
        let held = Shape::read(format!("{holder}::{}", bound.associated), syntax::bounded(inside).1)?;
        Ok(Holder { bound, held: Held::Free(Box::new(held)) })
    }

    /// `Iterator`, `Iterator<Item = u16>`
    fn written(&self) -> String {
        let Bringing { path, associated, .. } = self.bound;
        match &self.held {
            Held::Fixed(fixed) => format!("{path}<{associated} = {fixed}>"),
            Held::Free(_) => (*path).to_owned(),
        }
    }
}
