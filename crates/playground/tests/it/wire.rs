//! Bodies that no client of ours sends: refused with a reason, and nothing compiled.

use libtest_mimic::Trial;
use playground::Warden;
use serde_json::{Value, json};

use crate::client::Client;
use crate::server::Lazily;

type Body = fn() -> Vec<u8>;

pub fn trials(warden: &Warden) -> Vec<Trial> {
    let server = Lazily::new(warden, |_| {});
    let bodies: [(&str, Body, &str); 10] = [
        ("a_huge_body", || program(&"/".repeat(8 << 20)), "longer than 256 kB"),
        ("code_that_is_not_utf_8", || program("\0xff").replace_with(b"\\u0000xff", b"\xff\xfe"), "invalid unicode"),
        ("half_a_surrogate", || program("X").replace_with(b"X", b"\\ud800"), "unexpected end of hex escape"),
        ("deep_json", || "[".repeat(100_000).into_bytes(), "not what this address takes"),
        ("deep_json_for_a_field", || deep("channel"), "not what this address takes"),
        ("nothing", Vec::new, "EOF while parsing"),
        ("half_a_body", || program("fn main() {}")[..40].to_vec(), "EOF while parsing"),
        ("two_bodies", || [program(""), program("")].concat(), "trailing characters"),
        (
            "another_type",
            || json!({ "code": 1, "channel": [] }).to_string().into_bytes(),
            "not what this address takes",
        ),
        ("a_field_missing", || json!({ "channel": "stable" }).to_string().into_bytes(), "missing field"),
    ];
    let unknown = server.clone();
    let mut trials: Vec<_> =
        bodies.into_iter().map(|(name, body, reason)| trial(name, &server, body, reason)).collect();
    trials.push(Trial::test("wire::odd_code_is_a_program_like_any_other", move || {
        odd_code(&server.server().client);
        server.server().is_calm();
        Ok(())
    }));
    trials.push(Trial::test("wire::an_unknown_field_is_passed_over_however_deep", move || {
        let client = &unknown.server().client;
        let (status, answer) = client.send(&client.post("/playground/execute", deep("extra")));
        assert_eq!((status, &answer["success"]), (200, &true.into()), "{answer}");
        Ok(())
    }));
    trials
}

fn trial(name: &str, server: &Lazily, body: Body, reason: &'static str) -> Trial {
    let server = server.clone();
    Trial::test(format!("wire::refused::{name}"), move || {
        let client = &server.server().client;
        let (status, answer) = client.send(&client.post("/playground/execute", body()));
        assert_eq!(status, 400, "{answer}");
        let error = answer["error"].as_str().unwrap_or_default();
        assert!(error.contains(reason), "{error}");
        server.server().is_calm();
        Ok(())
    })
}

/// What rustc makes of these is its own affair, as long as it is an answer.
fn odd_code(client: &Client) {
    for code in
        ["", "\0", "\u{feff}fn main() {}", "\u{202e}fn main() {}", "fn main() {}\r\r\n", "#!/bin/sh\nfn main() {}"]
    {
        let answer = client.execute(code);
        assert!(answer["success"].is_boolean(), "{code:?}: {answer}");
    }
    let nested = format!("fn main() {{ let _ = {}1{}; }}", "(".repeat(50_000), ")".repeat(50_000));
    assert_eq!(client.execute(&nested)["success"], false);
}

fn program(code: &str) -> Vec<u8> {
    fields(code).to_string().into_bytes()
}

fn fields(code: &str) -> Value {
    json!({ "channel": "stable", "mode": "debug", "edition": "2024", "crateType": "bin", "tests": false, "code": code })
}

/// A program with one more field, of lists within lists.
fn deep(field: &str) -> Vec<u8> {
    let (open, close) = ("[".repeat(10_000), "]".repeat(10_000));
    program("fn main() {}").replace_with(b"{", format!("{{\"{field}\":{open}{close},").as_bytes())
}

trait Replace {
    fn replace_with(self, old: &[u8], new: &[u8]) -> Self;
}

impl Replace for Vec<u8> {
    fn replace_with(self, old: &[u8], new: &[u8]) -> Self {
        let at = self.windows(old.len()).position(|window| window == old).expect("it is there");
        [&self[..at], new, &self[at + old.len()..]].concat()
    }
}
