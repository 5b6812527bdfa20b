//! Random questions: declarations, and a type or a closure, in words that both rustc and the explorer read.

mod declarations;

use std::fmt::Write;

use truth_table::{Catalog, Declared};

use crate::random::Random;

/// How deep a type is nested at most.
const DEEPEST: usize = 8;

/// How many types a question is made of at most, and its declarations: rustc takes exponential time for some.
const ROOM: usize = 24;

/// A question.
#[derive(Clone, Debug)]
pub struct Case {
    /// Items, one a line.
    pub declarations: String,
    /// The parameters of the question, each with its bounds: `T`, `Send + Tr0`.
    pub parameters: Vec<(String, String)>,
    /// What is asked about.
    pub subject: Subject,
}

#[derive(Clone, Debug)]
pub enum Subject {
    Type(String),
    /// The variables with their types, and the closure.
    Closure(Vec<(String, String)>, String),
}

impl Case {
    /// The question as the explorer reads it.
    pub fn source(&self) -> String {
        let mut source = self.declarations.clone();
        match &self.subject {
            Subject::Type(rust) => source.push_str(rust),
            Subject::Closure(variables, closure) => {
                for (name, rust) in variables {
                    let _ = writeln!(source, "let {name}: {rust};");
                }
                source.push_str(closure);
                return source;
            }
        }
        let bounded = self.parameters.iter().filter(|(_, bounds)| !bounds.is_empty());
        let bounds: Vec<String> = bounded.map(|(name, bounds)| format!("{name}: {bounds}")).collect();
        if !bounds.is_empty() {
            let _ = write!(source, " where {}", bounds.join(", "));
        }
        source
    }
}

/// Makes cases out of all types that the catalog has for every platform.
pub struct Generator<'a> {
    random: Random,
    types: Vec<&'a Declared>,
    /// How many types may still be put into the one that is being made.
    room: usize,
}

/// A declared type of the case.
#[derive(Clone)]
struct Own {
    name: String,
    parameters: Vec<String>,
    /// `const N: usize`
    constant: bool,
}

/// What types can be made of in one place.
#[derive(Clone, Default)]
struct Around {
    parameters: Vec<String>,
    /// Parameters that are iterators, and those that have a type `Out`.
    iterators: Vec<String>,
    outs: Vec<String>,
    /// Declared types that may stand anywhere, and those that need a pointer before them.
    owned: Vec<Own>,
    behind: Vec<Own>,
    /// Declared types that implement `Tr1`.
    implementors: Vec<Own>,
    traits: Vec<&'static str>,
    in_declaration: bool,
}

const PLAIN: [&str; 12] = [
    "u8",
    "i64",
    "bool",
    "char",
    "()",
    "f32",
    "&'static str",
    "std::string::String",
    "usize",
    "std::rc::Rc<u8>",
    "std::cell::Cell<u8>",
    "*const u8",
];
const POINTERS: [&str; 9] = [
    "std::boxed::Box",
    "std::rc::Rc",
    "std::sync::Arc",
    "std::rc::Weak",
    "std::sync::Weak",
    "std::vec::Vec",
    "std::ptr::NonNull",
    "std::pin::Pin<std::boxed::Box",
    "std::sync::Mutex<std::boxed::Box",
];

/// Types of std that have a size where their parameter has none.
const POINTING: [&str; 11] = [
    "Box",
    "Rc",
    "Arc",
    "Weak",
    "NonNull",
    "PhantomData",
    "Ref",
    "RefMut",
    "MutexGuard",
    "RwLockReadGuard",
    "RwLockWriteGuard",
];

impl<'a> Generator<'a> {
    pub fn new(seed: u64, catalog: &'a Catalog) -> Generator<'a> {
        let everywhere = |declared: &&Declared| declared.only.is_none() && !declared.path.contains("::arch::");
        Generator { random: Random::new(seed), types: catalog.types.iter().filter(everywhere).collect(), room: ROOM }
    }

    pub fn case(&mut self) -> Case {
        self.room = ROOM;
        let mut around = Around::default();
        let mut declarations = if self.random.chance(65) { self.declarations(&mut around) } else { String::new() };
        around.in_declaration = false;
        around.owned.append(&mut around.behind);
        let parameters = if self.random.chance(35) { self.parameters(&mut around) } else { Vec::new() };
        let subject = if parameters.is_empty() && self.random.chance(15) {
            self.closure(&around, &mut declarations)
        } else {
            self.room = ROOM;
            let depth = 1 + self.random.below(DEEPEST);
            Subject::Type(self.sized(depth, &around))
        };
        Case { declarations, parameters, subject }
    }

    /// The question's own parameters.
    fn parameters(&mut self, around: &mut Around) -> Vec<(String, String)> {
        let mut parameters = Vec::new();
        for name in ["T", "U", "V"].into_iter().take(1 + self.random.below(3)) {
            let mut bounds: Vec<&str> = Vec::new();
            if self.random.chance(20) {
                bounds.push("std::iter::Iterator");
                around.iterators.push(name.to_owned());
            }
            if !around.traits.is_empty() && self.random.chance(40) {
                let own = self.random.pick(&around.traits);
                bounds.push(own);
                if own == "Tr1" {
                    around.outs.push(name.to_owned());
                }
            }
            if self.random.chance(20) {
                bounds.push("Send");
            }
            if self.random.chance(20) {
                bounds.push("Sync");
            }
            around.parameters.push(name.to_owned());
            parameters.push((name.to_owned(), bounds.join(" + ")));
        }
        parameters
    }

    // Types

    /// A type with a size.
    fn sized(&mut self, depth: usize, around: &Around) -> String {
        self.room = self.room.saturating_sub(1);
        if depth == 0 || self.room == 0 {
            return self.leaf(around);
        }
        let below = depth - 1;
        match self.random.below(100) {
            0..30 => self.of_std(below, around),
            30..40 => self.pointer(below, around),
            40..47 => format!("&'static {}", self.any(below, around)),
            47..52 => format!("&'static mut {}", self.any(below, around)),
            52..55 => format!("*{} {}", self.random.pick(&["const", "mut"]), self.any(below, around)),
            55..61 => self.tuple(below, around),
            61..65 => format!("[{}; {}]", self.sized(below, around), self.random.below(4)),
            65..69 => self.function(below, around),
            69..73 => format!("std::marker::PhantomData<{}>", self.any(below, around)),
            73..90 => self.declared(below, around),
            90..95 => self.projection(below, around),
            _ => self.leaf(around),
        }
    }

    /// A type that may have no size, to stand behind a pointer.
    fn any(&mut self, depth: usize, around: &Around) -> String {
        let below = depth.saturating_sub(1);
        match self.random.below(100) {
            0..6 => "str".to_owned(),
            6..14 => format!("[{}]", self.sized(below, around)),
            14..30 => format!("({})", self.object(below, around)),
            30..34 => self.random.pick(&["std::path::Path", "std::ffi::CStr", "std::ffi::OsStr"]).to_owned(),
            34..38 => format!("std::sync::Mutex<{}>", self.any(below, around)),
            38..41 => format!("std::cell::RefCell<{}>", self.any(below, around)),
            _ => self.sized(depth, around),
        }
    }

    fn leaf(&mut self, around: &Around) -> String {
        if !around.parameters.is_empty() && self.random.chance(50) {
            return self.random.choose(&around.parameters).clone();
        }
        if self.random.chance(30) {
            let bare: Vec<&&Declared> = self.types.iter().filter(|declared| declared.parameters.is_empty()).collect();
            let declared = bare[self.random.below(bare.len())];
            if !["std::path::Path", "std::ffi::OsStr", "std::ffi::CStr"].contains(&declared.path.as_str()) {
                return declared.path.clone();
            }
        }
        self.random.pick(&PLAIN).to_owned()
    }

    fn tuple(&mut self, depth: usize, around: &Around) -> String {
        let items: Vec<String> = (0..1 + self.random.below(4)).map(|_| self.sized(depth, around)).collect();
        format!("({},)", items.join(", "))
    }

    fn function(&mut self, depth: usize, around: &Around) -> String {
        let head = self.random.pick(&["fn", "unsafe fn", "extern \"C\" fn"]);
        format!("{head}({}) -> {}", self.sized(depth, around), self.sized(depth, around))
    }

    /// A pointer of std to something, which may be a type that is being declared.
    fn pointer(&mut self, depth: usize, around: &Around) -> String {
        let pointer = self.random.pick(&POINTERS);
        let target = match pointer {
            "std::vec::Vec" => self.sized(depth, around),
            _ if !around.behind.is_empty() && self.random.chance(60) => self.recursive(around),
            _ => self.any(depth, around),
        };
        format!("{pointer}<{target}{}", ">".repeat(1 + pointer.matches('<').count()))
    }

    /// A type that is being declared, with arguments that do not grow.
    fn recursive(&mut self, around: &Around) -> String {
        let own = self.random.choose(&around.behind).clone();
        let arguments: Vec<String> = own.parameters.iter().map(|_| self.leaf(around)).collect();
        named(&own, arguments)
    }

    fn object(&mut self, depth: usize, around: &Around) -> String {
        let item = self.sized(depth.min(2), around);
        let base = match self.random.below(8) {
            0 => "std::any::Any".to_owned(),
            1 => format!("Fn({item}) -> u8"),
            2 => "std::fmt::Debug".to_owned(),
            3 => "std::error::Error".to_owned(),
            4 => format!("std::iter::Iterator<Item = {item}>"),
            5 => format!("FnOnce() -> {item}"),
            _ if around.traits.contains(&"Tr0") => "Tr0".to_owned(),
            _ => "std::fmt::Display".to_owned(),
        };
        let markers = self.random.pick(&["", "", " + Send", " + Sync", " + Send + Sync", " + Sync + Send"]);
        format!("dyn {base}{markers} + 'static")
    }

    /// Any type of std, its parameters filled with what they ask for.
    fn of_std(&mut self, depth: usize, around: &Around) -> String {
        let generic: Vec<&Declared> =
            self.types.iter().copied().filter(|declared| !declared.parameters.is_empty()).collect();
        let declared = generic[self.random.below(generic.len())];
        let mut arguments: Vec<String> = Vec::new();
        let mut first = String::new();
        for parameter in &declared.parameters {
            let (name, bounds) = parameter.split_once(':').unwrap_or((parameter, ""));
            let has_default = declared.defaults.iter().any(|default| default.starts_with(&format!("{name} = ")));
            if has_default && self.random.chance(50) {
                break;
            }
            let argument = self.argument(declared, name, bounds, &first, depth, around);
            if first.is_empty() && !name.starts_with('\'') {
                first.clone_from(&argument);
            }
            arguments.push(argument);
        }
        format!("{}<{}>", declared.path, arguments.join(", "))
    }

    fn argument(
        &mut self,
        of: &Declared,
        name: &str,
        bounds: &str,
        first: &str,
        depth: usize,
        around: &Around,
    ) -> String {
        let bounds: Vec<&str> = bounds.split('+').map(str::trim).collect();
        let has = |start: &str| bounds.iter().any(|bound| bound.starts_with(start));
        match () {
            () if name.starts_with('\'') => "'static".to_owned(),
            () if name.starts_with("const ") => "4".to_owned(),
            () if !of.only_for.is_empty() => self.random.choose(&of.only_for).clone(),
            () if has("Iterator<Item = u16>") => "std::vec::IntoIter<u16>".to_owned(),
            () if has("Iterator<Item: IntoIterator>") => {
                format!("std::vec::IntoIter<std::vec::Vec<{}>>", self.sized(depth, around))
            }
            () if has("Iterator") => self.iterator(depth, around),
            () if has("IntoIterator") => format!("std::vec::Vec<{}>", self.sized(depth, around)),
            () if has("ToOwned") => {
                self.random.pick(&["str", "[u8]", "u8", "std::path::Path", "std::rc::Rc<u8>"]).to_owned()
            }
            () if has("Ord") => self.random.pick(&["u8", "std::string::String", "std::rc::Rc<u8>"]).to_owned(),
            () if has("Write") => self.random.pick(&["std::vec::Vec<u8>", "std::io::StdoutLock<'static>"]).to_owned(),
            () if has("FnMut") => format!("fn(&{first}) -> bool"),
            () if has("Pattern") => self
                .random
                .pick(&["char", "&'static str", "[char; 2]", "&'static [char]", "fn(char) -> bool"])
                .to_owned(),
            () if has("?Sized") && POINTING.contains(&of.path.rsplit("::").next().unwrap_or_default()) => {
                self.any(depth, around)
            }
            () => self.sized(depth, around),
        }
    }

    fn iterator(&mut self, depth: usize, around: &Around) -> String {
        if !around.iterators.is_empty() && self.random.chance(40) {
            return self.random.choose(&around.iterators).clone();
        }
        let item = self.sized(depth, around);
        match self.random.below(8) {
            0 => format!("std::slice::Iter<'static, {item}>"),
            1 => format!("std::slice::IterMut<'static, {item}>"),
            2 => "std::str::Chars<'static>".to_owned(),
            3 => format!("std::iter::Enumerate<std::option::IntoIter<{item}>>"),
            4 => format!("std::boxed::Box<dyn std::iter::Iterator<Item = {item}> + Send>"),
            5 => format!("std::iter::Map<std::vec::IntoIter<u8>, fn(u8) -> {item}>"),
            6 => format!("std::sync::mpsc::IntoIter<{item}>"),
            _ => format!("std::vec::IntoIter<{item}>"),
        }
    }

    fn projection(&mut self, depth: usize, around: &Around) -> String {
        match self.random.below(6) {
            0 if !around.outs.is_empty() => format!("{}::Out", self.random.choose(&around.outs)),
            1 | 2 if !around.implementors.is_empty() => {
                let own = self.random.choose(&around.implementors).clone();
                let arguments: Vec<String> = own.parameters.iter().map(|_| self.sized(depth, around)).collect();
                format!("<{} as Tr1>::Out", named(&own, arguments))
            }
            3 => format!("<std::vec::Vec<{}> as std::iter::IntoIterator>::IntoIter", self.sized(depth, around)),
            4 => format!("<{} as std::iter::Iterator>::Item", self.iterator(depth, around)),
            _ if !around.iterators.is_empty() => format!("{}::Item", self.random.choose(&around.iterators)),
            _ => format!("<&'static [{}] as std::iter::IntoIterator>::Item", self.sized(depth, around)),
        }
    }

    fn declared(&mut self, depth: usize, around: &Around) -> String {
        if around.owned.is_empty() {
            return self.of_std(depth, around);
        }
        let own = self.random.choose(&around.owned).clone();
        // Arguments that grow could grow without an end, by way of a type that refers back.
        let depth = if around.in_declaration { 0 } else { depth };
        let arguments: Vec<String> = own.parameters.iter().map(|_| self.sized(depth, around)).collect();
        named(&own, arguments)
    }
}

/// `Own1<u8, Rc<u8>>`
fn named(own: &Own, arguments: Vec<String>) -> String {
    named_with(own, arguments, "4")
}

fn named_with(own: &Own, mut arguments: Vec<String>, constant: &str) -> String {
    if own.constant {
        arguments.push(constant.to_owned());
    }
    if arguments.is_empty() { own.name.clone() } else { format!("{}<{}>", own.name, arguments.join(", ")) }
}
