//! Random declarations: types with fields, promises and refusals, and closures with their variables.

use std::fmt::Write;

use super::{Around, Generator, Own, Subject, named_with};

impl Generator<'_> {
    pub(super) fn declarations(&mut self, around: &mut Around) -> String {
        let mut text = String::new();
        // Whether what implements `Tr1` would have to keep a promise; then nothing does.
        let mut promised = false;
        if self.random.chance(50) {
            let asks = self.random.pick(&["Send", "Sync", "Send + Sync", "Sized", "std::fmt::Debug"]);
            let asks = if asks == "Sized" { String::new() } else { format!(": {asks}") };
            let _ = writeln!(text, "trait Tr0{asks} {{}}");
            around.traits.push("Tr0");
        }
        if self.random.chance(50) {
            let asks = self.random.pick(&["", ": Send", ": Sync"]);
            let _ = writeln!(text, "trait Tr1 {{ type Out{asks}; }}");
            around.traits.push("Tr1");
            promised = !asks.is_empty();
        }
        let all: Vec<Own> = (0..1 + self.random.below(4)).map(|number| self.own(number)).collect();
        for (number, own) in all.iter().enumerate() {
            let inside = Around {
                parameters: own.parameters.clone(),
                owned: all[..number].to_vec(),
                behind: all[number..].to_vec(),
                traits: around.traits.iter().copied().filter(|&name| name == "Tr0").collect(),
                in_declaration: true,
                ..Around::default()
            };
            self.declare(own, &inside, &mut text);
            self.implement(own, &inside, &mut text);
            if around.traits.contains(&"Tr1") && !promised && self.random.chance(50) {
                let out = self.sized(2, &Around { behind: Vec::new(), ..inside.clone() });
                let _ = writeln!(text, "impl{} Tr1 for {} {{ type Out = {out}; }}", generics(own, ""), this(own));
                around.implementors.push(own.clone());
            }
        }
        if self.random.chance(25) {
            let inside = Around { parameters: vec!["T".to_owned()], owned: all.clone(), ..Around::default() };
            let body = self.sized(3, &inside);
            let alias = Own { name: "Al".to_owned(), parameters: vec!["T".to_owned()], constant: false };
            let _ = writeln!(text, "type Al<T> = (std::marker::PhantomData<T>, {body});");
            around.owned.push(alias);
        }
        around.owned.extend(all);
        text
    }

    fn own(&mut self, number: usize) -> Own {
        let parameters = ["T", "U", "V"].into_iter().take(self.random.below(4)).map(str::to_owned).collect();
        Own { name: format!("Own{number}"), parameters, constant: self.random.chance(10) }
    }

    fn declare(&mut self, own: &Own, inside: &Around, text: &mut String) {
        let head = format!("{}{}", own.name, generics(own, ""));
        let mut fields: Vec<String> = (0..self.random.below(4)).map(|_| self.sized(4, inside)).collect();
        for parameter in &own.parameters {
            let marker = self.random.pick(&["T", "T", "fn() -> T", "*const T", "&'static T", "std::cell::Cell<T>"]);
            fields.push(format!("std::marker::PhantomData<{}>", marker.replace('T', parameter)));
        }
        if own.constant {
            fields.push("[u8; N]".to_owned());
        }
        let fields = &fields;
        let named = |prefix: &str, wrap: &str| -> String {
            let close = if wrap.is_empty() { "" } else { ">" };
            let all = fields.iter().enumerate();
            all.map(|(at, field)| format!("{prefix}f{at}: {wrap}{field}{close}")).collect::<Vec<_>>().join(", ")
        };
        let _ = match self.random.below(10) {
            0 if !fields.is_empty() => {
                writeln!(text, "union {head} {{ {}, last: u8 }}", named("", "std::mem::ManuallyDrop<"))
            }
            1 | 2 => {
                let variants: Vec<String> =
                    fields.iter().enumerate().map(|(at, field)| format!("V{at}({field})")).collect();
                writeln!(text, "enum {head} {{ Empty, {} }}", variants.join(", "))
            }
            3 => writeln!(text, "enum {head} {{ Empty, Full {{ {} }} }}", named("", "")),
            4 | 5 => writeln!(text, "struct {head}({});", fields.join(", ")),
            _ => writeln!(text, "pub struct {head} {{ {} }}", named("pub ", "")),
        };
    }

    /// Promises and refusals.
    fn implement(&mut self, own: &Own, inside: &Around, text: &mut String) {
        for marker in ["Send", "Sync"] {
            let _ = match self.random.below(20) {
                0 | 1 => writeln!(text, "impl{} !{marker} for {} {{}}", generics(own, ""), this(own)),
                2 => writeln!(text, "unsafe impl{} {marker} for {} {{}}", generics(own, ""), this(own)),
                3 | 4 => {
                    let bound = self.random.pick(&[" + Send", " + Sync", " + Send + Sync"]);
                    writeln!(text, "unsafe impl{} {marker} for {} {{}}", generics(own, bound), this(own))
                }
                5 if !own.parameters.is_empty() => {
                    let subject = self.sized(2, &Around { behind: Vec::new(), ..inside.clone() });
                    let bound = self.random.pick(&["Send", "Sync"]);
                    // A bound without a parameter must be true, and is no condition.
                    let subject = format!("({}, {subject})", own.parameters[0]);
                    writeln!(
                        text,
                        "unsafe impl{} {marker} for {} where {subject}: {bound} {{}}",
                        generics(own, ""),
                        this(own)
                    )
                }
                6 if !own.parameters.is_empty() => {
                    let concrete = Around { traits: inside.traits.clone(), ..Around::default() };
                    let arguments: Vec<String> = own.parameters.iter().map(|_| self.leaf(&concrete)).collect();
                    let constant = if own.constant { "<const N: usize>" } else { "" };
                    let of = named_with(own, arguments, "N");
                    writeln!(text, "unsafe impl{constant} {marker} for {of} {{}}")
                }
                _ => Ok(()),
            };
        }
    }

    /// A closure, whose variables may need a type of their own.
    pub(super) fn closure(&mut self, around: &Around, text: &mut String) -> Subject {
        let mut variables = Vec::new();
        let mut uses = Vec::new();
        for name in ["a", "b", "c"].into_iter().take(1 + self.random.below(3)) {
            let is_pair = self.random.chance(40);
            let pair = format!("({}, {})", self.sized(2, around), self.sized(2, around));
            let has_fields = self.random.chance(25);
            let has_destructor = has_fields && self.random.chance(40);
            if has_fields {
                let (one, other) = (self.sized(2, around), self.sized(2, around));
                let _ = writeln!(text, "struct Of{name} {{ one: {one}, other: {other} }}");
            }
            if has_destructor {
                let _ = writeln!(text, "impl Drop for Of{name} {{ fn drop(&mut self) {{}} }}");
            }
            let (rust, place) = match self.random.below(4) {
                _ if has_fields => (format!("Of{name}"), format!("{name}.one")),
                _ if !is_pair => (self.sized(3, around), name.to_owned()),
                0 => (format!("&'static {pair}"), format!("{name}.0")),
                1 => (format!("&'static mut {pair}"), format!("{name}.1")),
                2 => (format!("std::boxed::Box<{pair}>"), format!("{name}.0")),
                _ => (pair, format!("{name}.{}", self.random.below(2))),
            };
            let shared = rust.starts_with("&'static (");
            let by_value = !has_destructor && (!is_pair || !rust.starts_with('&'));
            let how = match self.random.below(3) {
                0 if by_value => format!("drop({place});"),
                1 if !shared => format!("let _x = &mut {place};"),
                _ => format!("let _x = &{place};"),
            };
            uses.push(how);
            variables.push((name.to_owned(), rust));
        }
        let moves = self.random.pick(&["", "move "]);
        Subject::Closure(variables, format!("{moves}|| {{ {} }}", uses.join(" ")))
    }
}

/// `Own1<T, U>`
fn this(own: &Own) -> String {
    named_with(own, own.parameters.clone(), "N")
}

/// `<T: 'static, U: 'static>`, with more bounds for the first.
fn generics(own: &Own, more: &str) -> String {
    let first = |at: usize| if at == 0 { more } else { "" };
    let parameters = own.parameters.iter().enumerate();
    let mut declared: Vec<String> = parameters.map(|(at, name)| format!("{name}: 'static{}", first(at))).collect();
    if own.constant {
        declared.push("const N: usize".to_owned());
    }
    if declared.is_empty() { String::new() } else { format!("<{}>", declared.join(", ")) }
}
