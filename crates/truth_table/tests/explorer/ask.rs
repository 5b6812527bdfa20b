//! The two that are asked: the explorer, in Node, and the compiler.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::Failed;
use serde::Deserialize;

use crate::generate::{Case, Subject};

/// What the explorer says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Answer {
    pub send: String,
    pub sync: String,
    pub send_if: Vec<String>,
    pub sync_if: Vec<String>,
    pub error: String,
    pub at: usize,
    /// A program that asks rustc the same, whether it prints the answer, and whether it needs nightly features.
    pub code: String,
    pub prints: bool,
    pub nightly: bool,
}

/// Asks the explorer about all `sources` at once: `--lines` for the answers, `--programs` for the programs too.
pub fn explorer(how: &str, sources: &[String]) -> Result<Vec<Answer>, Failed> {
    let cli = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/explorer/cli.js");
    let mut node = Command::new("node").arg(cli).arg(how).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut stdin = node.stdin.take().ok_or("no standard input")?;
    let lines: Vec<String> = sources.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    let writing = std::thread::spawn(move || lines.iter().try_for_each(|line| writeln!(stdin, "{line}")));
    let output = node.wait_with_output()?;
    writing.join().map_err(|_| "the questions could not be written")??;
    if !output.status.success() {
        return Err(format!("node ended with {}", output.status).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let answers = text.lines().map(serde_json::from_str::<Answer>).collect::<Result<Vec<_>, _>>()?;
    if answers.len() != sources.len() {
        return Err(format!("{} questions, {} answers", sources.len(), answers.len()).into());
    }
    Ok(answers)
}

/// The functions that the program of each case calls: by a bound where the answer is yes, by an ambiguity where it is no.
const PRELUDE: &str = "#![feature(negative_impls)]\n#![allow(warnings)]\n#![recursion_limit = \"4096\"]\n\
    mod ask {\n\
    pub fn is_send<T: ?Sized + Send>() {}\npub fn is_sync<T: ?Sized + Sync>() {}\n\
    pub fn value_is_send<T: Send>(_: &T) {}\npub fn value_is_sync<T: Sync>(_: &T) {}\n\
    pub trait NotSend<Choice> {}\nimpl<T: ?Sized> NotSend<()> for T {}\nimpl<T: ?Sized + Send> NotSend<u8> for T {}\n\
    pub trait NotSync<Choice> {}\nimpl<T: ?Sized> NotSync<()> for T {}\nimpl<T: ?Sized + Sync> NotSync<u8> for T {}\n\
    pub fn is_not_send<T: ?Sized + NotSend<Choice>, Choice>() {}\npub fn is_not_sync<T: ?Sized + NotSync<Choice>, Choice>() {}\n\
    pub fn value_is_not_send<T: NotSend<Choice>, Choice>(_: &T) {}\npub fn value_is_not_sync<T: NotSync<Choice>, Choice>(_: &T) {}\n\
    }\n";

/// A disagreement: the number of the case, and what rustc says.
pub struct Refused {
    pub case: usize,
    pub says: String,
}

/// Asks rustc whether all `answers` hold, in one compilation, and returns those that do not.
pub fn rustc(rustc: &Path, cases: &[(usize, &Case, &Answer)]) -> Result<Vec<Refused>, Failed> {
    let mut program = PRELUDE.to_owned();
    let mut owners: Vec<usize> = vec![usize::MAX; program.lines().count()];
    for (number, case, answer) in cases {
        let text = module(*number, case, answer);
        owners.extend(text.lines().map(|_| *number));
        program.push_str(&text);
    }
    program.push_str("fn main() {}\n");
    let folder = tempfile::tempdir()?;
    let source: PathBuf = folder.path().join("agreement.rs");
    fs::write(&source, &program)?;
    let output = Command::new(rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["--edition=2024", "--crate-type=bin", "--emit=metadata", "--error-format=json", "-Cdebuginfo=0"])
        .arg("--cap-lints=allow")
        .arg("--out-dir")
        .arg(folder.path())
        .arg(&source)
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let refused: Vec<Refused> = said.lines().filter_map(|line| refusal(line, &owners)).collect();
    if refused.is_empty() && !output.status.success() {
        return Err(format!("rustc ended with {}:\n{said}", output.status).into());
    }
    Ok(refused)
}

#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    line_start: usize,
    is_primary: bool,
}

fn refusal(line: &str, owners: &[usize]) -> Option<Refused> {
    let message: Message = serde_json::from_str(line).ok()?;
    let span = message.spans.iter().find(|span| span.is_primary)?;
    let case = *owners.get(span.line_start - 1)?;
    (message.level == "error").then(|| Refused { case, says: message.rendered.unwrap_or_default() })
}

/// The declarations of a case, and functions that compile if and only if the answers hold.
pub fn module(number: usize, case: &Case, answer: &Answer) -> String {
    let mut text = format!("mod case{number} {{ use crate::ask::*;\n{}", case.declarations);
    for (marker, is, conditions) in [("send", &answer.send, &answer.send_if), ("sync", &answer.sync, &answer.sync_if)] {
        let mut ask = |name: &str, holds: bool, more: &str, conditions: &[String]| {
            text.push_str(&function(&format!("{marker}_{name}"), case, marker, holds, more, conditions));
        };
        match is.as_str() {
            "yes" => ask("holds", true, "", &[]),
            "no" => ask("never", false, " + Send + Sync", &[]),
            "depends" => {
                ask("is_open", false, "", &[]);
                ask("holds_if", true, "", conditions);
                if conditions.len() > 1 {
                    ask("needs_all", false, "", &conditions[1..]);
                }
            }
            _ => {}
        }
    }
    text + "}\n"
}

fn function(name: &str, case: &Case, marker: &str, holds: bool, more: &str, conditions: &[String]) -> String {
    let declare = |(name, bounds): &(String, String)| {
        let bounds = if bounds.is_empty() { String::new() } else { format!(" + {bounds}") };
        format!("{name}: 'static{bounds}{more}")
    };
    let parameters: Vec<String> = case.parameters.iter().map(declare).collect();
    let generics = if parameters.is_empty() { String::new() } else { format!("<{}>", parameters.join(", ")) };
    let conditions = if conditions.is_empty() { String::new() } else { format!(" where {}", conditions.join(", ")) };
    let is = if holds { "is" } else { "is_not" };
    match &case.subject {
        Subject::Type(rust) => {
            let choice = if holds { "" } else { ", _" };
            format!("fn {name}{generics}(){conditions} {{ {is}_{marker}::<{rust}{choice}>() }}\n")
        }
        Subject::Closure(variables, closure) => {
            let variables: Vec<String> = variables.iter().map(|(name, rust)| format!("mut {name}: {rust}")).collect();
            let closure = format!("let closure = {closure}; value_{is}_{marker}(&closure)");
            format!("fn {name}{generics}({}){conditions} {{ {closure} }}\n", variables.join(", "))
        }
    }
}
