//! Programs that mean harm to whoever compiles them: the compiler is held as they are.

use std::fs;

use libtest_mimic::Trial;
use playground::Warden;
use serde_json::json;

use crate::client::Answer;
use crate::server::{Lazily, Server};

type Check = fn(&Server);

pub fn trials(warden: &Warden) -> Vec<Trial> {
    let server = Lazily::new(warden, |_| {});
    let checks: [(&str, Check); 11] = [
        ("macros_that_expand_for_ever", recursive_macro),
        ("macros_that_expand_to_too_much", exploding_macro),
        ("constants_that_never_end", endless_constant),
        ("constants_that_fill_memory", huge_constant),
        ("types_without_end", deep_types),
        ("types_that_grow", growing_types),
        ("errors_without_end", endless_errors),
        ("files_included", included_files),
        ("devices_included", included_device),
        ("the_environment_included", included_environment),
        ("files_given_to_the_linker", linked_files),
    ];
    let trial = |(name, check): (&str, Check)| {
        let server = server.clone();
        Trial::test(format!("compiler::{name}"), move || {
            check(server.server());
            Ok(())
        })
    };
    checks.into_iter().map(trial).collect()
}

/// It ended while compiling, of itself or for a limit; and says which.
fn stopped(server: &Server, code: &str) -> Answer {
    let answer = server.survives(code);
    assert_eq!((&answer["success"], &answer["ended"]["stage"]), (&json!(false), &json!("compile")), "{answer}");
    let limit = server.limits.seconds * 1000 + 1000;
    assert!(answer["millis"]["compile"].as_u64().is_some_and(|millis| millis < limit), "{answer}");
    answer
}

fn stderr(answer: &Answer) -> &str {
    answer["stderr"].as_str().unwrap_or_default()
}

fn recursive_macro(server: &Server) {
    let answer = stopped(server, "macro_rules! m { ($($t:tt)*) => { m!($($t)* x) } } fn main() { m!() }");
    assert!(stderr(&answer).contains("recursion limit reached"), "{answer}");
}

fn exploding_macro(server: &Server) {
    let code = "
        #![recursion_limit = \"4096\"]
        macro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)* x); m!($($t)* $($t)* y) } }
        fn main() { m!(a b) }";
    let answer = stopped(server, code);
    assert!(answer["ended"]["limit"].is_string() || answer["ended"]["signal"] == "SIGABRT", "{answer}");
}

fn endless_constant(server: &Server) {
    let answer = stopped(server, "const C: () = loop {}; fn main() { C }");
    assert!(stderr(&answer).contains("constant evaluation is taking a long time"), "{answer}");
    let answer = stopped(server, "#![allow(long_running_const_eval)] const C: () = loop {}; fn main() { C }");
    assert_eq!(answer["ended"]["limit"], "time", "{answer}");
}

fn huge_constant(server: &Server) {
    stopped(server, "static S: [u8; 1 << 46] = [1; 1 << 46]; fn main() { println!(\"{}\", S[7]) }");
    stopped(server, "static S: [u8; 1 << 34] = [1; 1 << 34]; fn main() { println!(\"{}\", S[7]) }");
}

fn deep_types(server: &Server) {
    let answer = stopped(server, "fn f<T>(n: u32, t: T) { if n > 0 { f(n - 1, Some(t)) } } fn main() { f(9, ()) }");
    assert!(stderr(&answer).contains("reached the recursion limit"), "{answer}");
    let nested = format!("fn main() {{ let _: {}u8{}; }}", "Vec<".repeat(20_000), ">".repeat(20_000));
    stopped(server, &nested);
}

fn growing_types(server: &Server) {
    let code = "
        #![recursion_limit = \"1000000\"] #![type_length_limit = \"1000000000000\"]
        trait Grow { fn grow(n: u64); }
        impl<T> Grow for T { fn grow(n: u64) { if n > 0 { <(T, T)>::grow(n - 1); <(T, u8)>::grow(n - 1) } } }
        fn main() { <u8 as Grow>::grow(64) }";
    stopped(server, code);
}

fn endless_errors(server: &Server) {
    let code = format!("fn main() {{ {} }}", "let _: u8 = ();\n".repeat(1_000));
    let answer = stopped(server, &code);
    assert_eq!(answer["ended"]["limit"], "output", "{}", answer["exitDetail"]);
    assert!(u64::try_from(stderr(&answer).len()).expect("fits") <= server.limits.output);
}

fn included_files(server: &Server) {
    let secret = std::env::temp_dir().join(format!("included-{}.rs", std::process::id()));
    fs::write(&secret, "pub const TOLD: &str = \"secret\";").expect("a file");
    let path = secret.display();
    let home = std::env::var("HOME").unwrap_or("/root".into());
    let programs = [
        format!("fn main() {{ print!(\"{{}}\", include_str!({:?})) }}", "/etc/passwd"),
        format!("fn main() {{ print!(\"{{}}\", include_str!(\"{path}\")) }}"),
        format!("fn main() {{ print!(\"{{}}\", include_str!(\"../../../../../..{path}\")) }}"),
        format!("fn main() {{ print!(\"{{:?}}\", include_bytes!(\"{path}\")) }}"),
        format!("#[path = \"{path}\"] mod told; fn main() {{ print!(\"{{}}\", told::TOLD) }}"),
        format!("include!(\"{path}\"); fn main() {{ print!(\"{{TOLD}}\") }}"),
        format!("#![doc = include_str!(\"{path}\")] fn main() {{}}"),
        format!("fn main() {{ print!(\"{{}}\", include_str!(\"{home}/.bashrc\")) }}"),
        "fn main() { print!(\"{}\", include_str!(\"/proc/1/environ\")) }".to_owned(),
    ];
    for code in programs {
        let answer = stopped(server, &code);
        let told = answer.to_string();
        assert!(told.contains("couldn't read") && !told.contains("\\\"secret"), "{code}: {answer}");
    }
    fs::remove_file(secret).expect("it is there");
}

fn included_device(server: &Server) {
    stopped(server, "fn main() { print!(\"{}\", include_bytes!(\"/dev/zero\").len()) }");
    stopped(server, "fn main() { print!(\"{}\", include_bytes!(\"/dev/urandom\").len()) }");
}

fn included_environment(server: &Server) {
    let code = "fn main() { println!(\"{:?} {:?} {}\", option_env!(\"CARGO_MANIFEST_DIR\"), option_env!(\"USER\"), env!(\"HOME\")) }";
    let answer = server.survives(code);
    assert_eq!(answer["stdout"], "None None /playground\n", "{answer}");
}

fn linked_files(server: &Server) {
    let code = "#[link(name = \"/etc/passwd\", kind = \"static\", modifiers = \"+verbatim\")] unsafe extern \"C\" {} fn main() {}";
    stopped(server, code);
    let code = "#[link(name = \"-T/etc/passwd\", modifiers = \"+verbatim\")] unsafe extern \"C\" {} fn main() {}";
    assert!(!stopped(server, code).to_string().contains("root:"));
}
