//! A type of the list: how it is written, and where it is documented.

use serde::{Deserialize, Serialize};

/// One type, generic or not, about which the compiler is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// How the type is written.
    pub form: Form,
    /// The parameters with their bounds, as in a declaration: `'a`, `T: ?Sized + 'a`, `const N: usize`.
    pub parameters: Vec<String>,
    /// Its page in the documentation, from the root: `std/sync/struct.Mutex.html`.
    pub page: String,
    /// The chapter that explains it.
    pub chapter: Chapter,
    /// Where it exists, if not everywhere, in the documentation's words: `Windows`.
    pub only: Option<String>,
    /// The trait that leaves a parameter no choice of kinds, where the entry stands for one of a few types.
    pub closed_by: Option<String>,
}

/// A chapter of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// `mutex.md`
    pub file: String,
    /// A few words for the link.
    pub title: String,
}

/// How a type is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A declared type, by its path: `std::sync::Mutex`.
    Path(String),
    /// A type in Rust's own syntax: `&'a T`.
    Written(String),
    /// A closure, which has no name.
    Closure {
        /// What it is called on the page.
        title: String,
        /// The type of the variable `value` that it captures.
        takes: String,
        /// The closure.
        body: String,
    },
}

impl Entry {
    /// The type in full, as a program writes it: `std::sync::MutexGuard<'a, T>`. For a closure, its title.
    pub fn full(&self) -> String {
        match &self.form {
            Form::Path(path) => format!("{path}{}", angled(&self.arguments())),
            Form::Written(rust) => rust.clone(),
            Form::Closure { title, .. } => title.clone(),
        }
    }

    /// The type as the page shows it: `MutexGuard<'a, T>`.
    pub fn short(&self) -> String {
        without_modules(&self.full())
    }

    /// What identifies it on the page: `std.sync.Arc`, `rust.mut.T`.
    pub fn id(&self) -> String {
        match (&self.form, self.module()) {
            (Form::Path(path), _) => dotted(path),
            (_, Some(_)) => dotted(&self.full()),
            (_, None) => format!("rust.{}", dotted(&self.full())),
        }
    }

    /// The module that declares it; none for what the language itself has.
    pub fn module(&self) -> Option<&str> {
        let path = match &self.form {
            Form::Path(path) => path,
            Form::Written(rust) => rust.split('<').next().unwrap_or(rust),
            Form::Closure { .. } => return None,
        };
        path.rsplit_once("::").map(|(module, _)| module)
    }

    /// The names of the parameters: `'a`, `T`, `N`.
    pub fn arguments(&self) -> Vec<&str> {
        self.parameters.iter().map(|p| argument(p)).collect()
    }
}

/// `<'a, T>`, or nothing.
pub fn angled<S: AsRef<str>>(arguments: &[S]) -> String {
    let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    match arguments.as_slice() {
        [] => String::new(),
        some => format!("<{}>", some.join(", ")),
    }
}

/// The words of `text`, with dots between them.
pub fn dotted(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".")
}

/// The name in a parameter's declaration: `N` of `const N: usize`.
pub fn argument(parameter: &str) -> &str {
    let parameter = parameter.strip_prefix("const ").unwrap_or(parameter);
    parameter.split(':').next().unwrap_or(parameter).trim()
}

/// `[std::rc::Rc<T>; 0]` without the path before `Rc`.
fn without_modules(rust: &str) -> String {
    let mut short = String::new();
    let mut rest = rust;
    while let Some(at) = rest.find("::") {
        let module = rest[..at].rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |before| before + 1);
        short.push_str(&rest[..module]);
        rest = &rest[at + 2..];
    }
    short + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shortened_wherever_they_stand() {
        let check = |full: &str, short: &str| assert_eq!(without_modules(full), short);
        check("std::sync::MutexGuard<'a, T>", "MutexGuard<'a, T>");
        check("[std::rc::Rc<T>; 0]", "[Rc<T>; 0]");
        check("std::sync::Arc<std::cell::Cell<T>>", "Arc<Cell<T>>");
        check("&'a T", "&'a T");
    }
}
