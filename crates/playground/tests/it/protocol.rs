//! What the Rust Playground's clients send, and what they get.

use std::fs;
use std::path::Path;
use std::process::Command;

use libtest_mimic::{Failed, Trial};
use playground::{Crate, Warden};
use serde_json::{Value, json};

use crate::client::Client;
use crate::server::Lazily;

type Check = fn(&Client);

pub fn trials(warden: &Warden) -> Vec<Trial> {
    let server = Lazily::new(warden, |config| (config.limits.seconds, config.crates) = (10, vec![greeting()]));
    let checks: [(&str, Check); 20] = [
        ("both_streams_come_apart", both_streams),
        ("a_panic_exits_with_101", panics),
        ("a_backtrace_on_request", backtrace),
        ("what_does_not_compile_is_not_run", does_not_compile),
        ("diagnostics_in_color_come_apart", in_color),
        ("a_name_names_file_and_crate", named),
        ("editions", editions),
        ("release_optimizes", release),
        ("nightly_opens_unstable_features", nightly),
        ("tests_are_run", tests),
        ("a_library_is_compiled_and_not_run", library),
        ("an_attribute_cannot_change_the_crate_type", crate_type),
        ("a_signal_is_named", signal),
        ("output_that_is_not_utf_8_is_marked", not_utf_8),
        ("a_data_race_is_reported", data_race),
        ("a_memory_error_is_reported", memory_error),
        ("evaluate_answers_as_mdbook_expects", evaluate),
        ("mdbook_finds_all_below_the_token", mdbook),
        ("an_offered_crate_can_be_used", offered_crate),
        ("meta_tells_versions_crates_and_limits", meta),
    ];
    let trial = |(name, check): (&str, Check)| {
        let server = server.clone();
        Trial::test(format!("protocol::{name}"), move || -> Result<(), Failed> {
            check(&server.server().client);
            Ok(())
        })
    };
    let mut trials: Vec<_> = checks.into_iter().map(trial).collect();
    let tight = Lazily::new(warden, |_| {});
    trials.push(Trial::test("protocol::evaluate_tells_of_a_limit", move || {
        evaluate_endless(&tight.server().client);
        Ok(())
    }));
    trials
}

fn both_streams(client: &Client) {
    let answer = client.execute("fn main() { println!(\"to out\"); eprintln!(\"to err\") }");
    assert_eq!(answer["success"], true);
    assert_eq!(answer["stdout"], "to out\n");
    assert_eq!(answer["stderr"], "to err\n");
    assert_eq!(answer["exitDetail"], "Exited with status 0");
    assert!(answer["compiler"].as_str().is_some_and(|name| name.starts_with("rustc 1.")), "{answer}");
}

fn panics(client: &Client) {
    let answer = client.execute("fn main() { panic!(\"at the disco\") }");
    assert_eq!((&answer["success"], &answer["exitDetail"]), (&json!(false), &json!("Exited with status 101")));
    let stderr = text(&answer["stderr"]);
    assert!(stderr.contains("panicked at src/main.rs:1:13:\nat the disco"), "{stderr}");
    assert!(!stderr.contains("stack backtrace"), "{stderr}");
}

fn backtrace(client: &Client) {
    let answer = client.execute_with("fn main() { panic!() }", json!({ "backtrace": true }));
    let stderr = text(&answer["stderr"]);
    assert!(stderr.contains("playground::main\n             at ./src/main.rs:1:13"), "{stderr}");
}

fn does_not_compile(client: &Client) {
    let answer = client.execute("fn main() { let spawned: u8 = \"\"; }");
    assert_eq!(answer["success"], false);
    assert_eq!(answer["stdout"], "");
    assert_eq!(answer["exitDetail"], "The compiler exited with status 1");
    assert_eq!(answer["ended"], json!({ "stage": "compile", "code": 1 }));
    assert!(text(&answer["stderr"]).contains("error[E0308]: mismatched types\n --> src/main.rs:1:31"), "{answer}");
}

fn in_color(client: &Client) {
    let code = "fn main() { let unused = 1; eprintln!(\"mine\") }";
    let answer = client.execute_with(code, json!({ "ansi": true }));
    assert_eq!(answer["stderr"], "mine\n");
    assert!(text(&answer["diagnostics"]).contains("\u{1b}[1m\u{1b}[33mwarning\u{1b}[0m"), "{answer}");
}

fn named(client: &Client) {
    let code = "fn main() { println!(\"{} {}\", file!(), module_path!()) }";
    let answer = client.execute_with(code, json!({ "name": "rc_two_owners" }));
    assert_eq!(answer["stdout"], "rc_two_owners.rs rc_two_owners\n");
    for name in ["../../etc/passwd", "A", "", "a-b", "a b", "/a"] {
        let (status, answer) = client.send(&client.run(code, json!({ "name": name })));
        assert_eq!(status, 400, "`{name}`: {answer}");
    }
}

fn editions(client: &Client) {
    let code = "fn main() { let async = 1; println!(\"{}\", async) }";
    for (edition, compiles) in [("2015", true), ("2018", false), ("2021", false), ("2024", false)] {
        let answer = client.execute_with(code, json!({ "edition": edition }));
        assert_eq!(answer["success"], compiles, "{edition}: {answer}");
    }
    // Without one, the server's own.
    let code = "fn main() { println!(\"{}\", std::any::type_name_of_val(&|| async {})); let _ = async {}; }";
    let answer = client.execute_with(code, json!({ "edition": null }));
    assert_eq!(answer["success"], true, "{answer}");
}

fn release(client: &Client) {
    let code = "fn main() { println!(\"{}\", cfg!(debug_assertions)) }";
    assert_eq!(client.execute_with(code, json!({ "mode": "debug" }))["stdout"], "true\n");
    assert_eq!(client.execute_with(code, json!({ "mode": "release" }))["stdout"], "false\n");
}

fn nightly(client: &Client) {
    let code = "#![feature(negative_impls)] struct Guard; impl !Send for Guard {} fn main() {}";
    assert_eq!(client.execute_with(code, json!({ "channel": "nightly" }))["success"], true);
    let answer = client.execute(code);
    assert!(text(&answer["stderr"]).contains("E0554"), "{answer}");
    let (status, answer) = client.send(&client.run(code, json!({ "channel": "beta" })));
    assert_eq!(status, 400);
    assert!(text(&answer["error"]).contains("unknown variant `beta`"), "{answer}");
}

fn tests(client: &Client) {
    let code = "#[test] fn holds() {} #[test] fn fails() { panic!() }";
    let answer = client.execute_with(code, json!({ "tests": true, "crateType": "lib" }));
    let stdout = text(&answer["stdout"]);
    assert!(stdout.contains("test holds ... ok") && stdout.contains("test fails ... FAILED"), "{answer}");
    assert_eq!(answer["ended"], json!({ "stage": "run", "code": 101 }));
}

fn library(client: &Client) {
    let answer = client.execute_with("pub fn answer() -> u8 { 42 }", json!({ "crateType": "lib" }));
    assert_eq!(answer["success"], true, "{answer}");
    assert_eq!(answer["ended"]["stage"], "compile");
    let (status, _) = client.send(&client.run("", json!({ "crateType": "proc-macro" })));
    assert_eq!(status, 400);
}

fn crate_type(client: &Client) {
    for kind in ["proc-macro", "cdylib", "dylib", "staticlib", "lib"] {
        let code = format!("#![crate_type = \"{kind}\"] fn main() {{ println!(\"runs\") }}");
        let answer = client.execute(&code);
        assert_eq!(answer["stdout"], "runs\n", "{kind}: {answer}");
    }
}

fn signal(client: &Client) {
    let answer = client.execute("fn main() { std::process::abort() }");
    assert_eq!(answer["exitDetail"], "Exited with signal 6 (SIGABRT)");
    assert_eq!(answer["ended"], json!({ "stage": "run", "signal": "SIGABRT" }));
    let overflow = "fn f(n: &u8) -> u8 { let n = [*n; 4096]; f(&n[7]).wrapping_add(n[9]) } fn main() { f(&1); }";
    let answer = client.execute(overflow);
    assert!(text(&answer["stderr"]).contains("has overflowed its stack"), "{answer}");
}

fn not_utf_8(client: &Client) {
    let code = r#"use std::io::Write; fn main() { std::io::stdout().write_all(b"a\xff\xc3(b").unwrap() }"#;
    assert_eq!(client.execute(code)["stdout"], "a\u{fffd}\u{fffd}(b");
}

fn data_race(client: &Client) {
    let code = "
        use std::thread;
        static mut COUNT: u32 = 0;
        fn add() { for _ in 0..10_000 { unsafe { COUNT += 1 } } }
        fn main() { let other = thread::spawn(add); add(); other.join().unwrap(); }";
    let answer = client.execute_with(code, json!({ "sanitizer": "thread" }));
    assert_eq!(answer["ended"], json!({ "stage": "run", "code": 66 }), "{answer}");
    assert!(text(&answer["stderr"]).contains("WARNING: ThreadSanitizer: data race"), "{answer}");
    assert_eq!(client.execute("fn main() {}")["success"], true);
}

fn memory_error(client: &Client) {
    let code = "fn main() { let p: *const u8 = { let b = Box::new(7); &*b }; println!(\"{}\", unsafe { *p }) }";
    let answer = client.execute_with(code, json!({ "sanitizer": "address" }));
    assert!(text(&answer["stderr"]).contains("AddressSanitizer: heap-use-after-free"), "{answer}");
}

/// The bodies are those of mdBook 0.5's book.js.
fn evaluate(client: &Client) {
    let evaluate = |code: &str| {
        let body = json!({ "version": "stable", "optimize": "0", "code": code, "edition": "2021" });
        client.send(&client.post("/playground/evaluate.json", body.to_string()))
    };
    let (status, answer) = evaluate("fn main() { eprintln!(\"not shown\"); println!(\"shown\") }");
    assert_eq!((status, answer), (200, json!({ "result": "shown\n", "error": null })));
    let (_, answer) = evaluate("fn main() { nothing }");
    assert!(text(&answer["error"]).contains("error[E0425]"), "{answer}");
    assert_eq!(answer["error"], answer["result"]);
}

fn evaluate_endless(client: &Client) {
    let body = json!({ "version": "stable", "optimize": "0", "code": "fn main() { println!(\"so far\"); loop {} }" });
    let (_, answer) = client.send(&client.post("/playground/evaluate.json", body.to_string()));
    assert!(text(&answer["result"]).starts_with("so far\nThe program was still running after"), "{answer}");
}

fn mdbook(client: &Client) {
    let base = format!("/playground/{}", client.token);
    let plain = |request: crate::client::Request| request.without("X-Crossing-Token");
    let (status, answer) = client.send(&plain(client.post(&format!("{base}/meta/crates"), "")));
    assert_eq!((status, answer["crates"].is_array()), (200, true));
    let body =
        json!({ "version": "nightly", "optimize": "3", "code": "fn main(){println!(\"here\")}", "edition": "2015" });
    let (status, answer) = client.send(&plain(client.post(&format!("{base}/evaluate.json"), body.to_string())));
    assert_eq!((status, &answer["result"]), (200, &json!("here\n")), "{answer}");
}

/// A crate that a book's listings use, as Cargo would have compiled it.
fn greeting() -> Crate {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let rlib = dir.join("libgreeting.rlib");
    let source = dir.join("greeting.rs");
    fs::write(&source, "pub fn greet(whom: &str) -> String { format!(\"Hello, {whom}\") }").expect("a file");
    let mut rustc = Command::new("rustc");
    rustc.args(["--crate-type=lib", "--edition=2024", "-o"]).arg(&rlib).arg(source);
    assert!(rustc.status().is_ok_and(|status| status.success()));
    Crate { name: "greeting".into(), version: "1.2.3".into(), rlib }
}

fn offered_crate(client: &Client) {
    for sanitizer in [json!(null), json!("thread")] {
        let code = "fn main() { println!(\"{}\", greeting::greet(\"you\")) }";
        let answer = client.execute_with(code, json!({ "sanitizer": sanitizer }));
        assert_eq!(answer["stdout"], "Hello, you\n", "{answer}");
    }
}

fn meta(client: &Client) {
    let (_, versions) = client.send(&client.get("/playground/meta/versions"));
    let version = text(&versions["stable"]["rustc"]["version"]);
    assert!(version.starts_with("1.") && versions["nightly"]["rustc"]["hash"].is_string(), "{versions}");
    let (status, crates) = client.send(&client.get("/playground/meta/crates"));
    assert_eq!(
        (status, crates),
        (200, json!({ "crates": [{ "name": "greeting", "version": "1.2.3", "id": "greeting" }] }))
    );
    let (_, limits) = client.send(&client.get("/playground/meta/limits"));
    assert_eq!(limits["numbers"]["seconds"], 10);
    assert!(limits["limits"].as_array().is_some_and(|limits| limits.len() >= 8), "{limits}");
    let (status, nothing) = client.send(&client.get("/playground/no/such/address"));
    assert_eq!(status, 404);
    assert!(nothing["error"].is_string());
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
