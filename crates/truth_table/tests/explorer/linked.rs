//! The questions that pages link: `type-explorer.md#type=Arc%3CT%3E`. Each is asked, and rustc is, by the page's own program.

use std::fs;
use std::path::Path;
use std::process::Command;

use libtest_mimic::Failed;

use crate::ask::{self, Answer};
use crate::rustc;

const LINK: &str = "#type=";

pub fn questions() -> Result<(), Failed> {
    let mut asked = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let page = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            asked.extend(linked(&fs::read_to_string(&path)?).into_iter().map(|question| (page.clone(), question)));
        }
    }
    if asked.len() < 12 {
        return Err(format!("only {} questions are linked", asked.len()).into());
    }
    let sources: Vec<String> = asked.iter().map(|(_, question)| question.clone()).collect();
    for ((page, question), answer) in asked.iter().zip(ask::explorer("--programs", &sources)?) {
        holds(&answer).map_err(|fault| format!("src/{page} links a question\n{question}\n{fault}"))?;
    }
    Ok(())
}

/// The questions in the links of a page.
fn linked(text: &str) -> Vec<String> {
    let after = text.split(LINK).skip(1);
    // A link ends at a bracket that closes none of its own.
    let fragment = |text: &str| {
        let mut depth = 0;
        let end = text.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth < 0
        });
        decoded(&text[..end.unwrap_or(0)])
    };
    after.map(fragment).filter(|question| !question.is_empty() && question != "…").collect()
}

/// Without percent signs.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex = (byte == b'%').then(|| [rest.next(), rest.next()]);
        let code = hex.and_then(|digits| {
            let digits: String = digits.into_iter().flatten().map(char::from).collect();
            u8::from_str_radix(&digits, 16).ok()
        });
        bytes.push(code.unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Compiles the program of an answer, and runs it where it prints.
fn holds(answer: &Answer) -> Result<(), String> {
    if !answer.error.is_empty() || answer.send == "unknown" || answer.sync == "unknown" {
        return Err(format!("and the explorer says {answer:?}"));
    }
    let told = |error: &dyn std::error::Error| error.to_string();
    let folder = tempfile::tempdir().map_err(|error| told(&error))?;
    let (source, program) = (folder.path().join("question.rs"), folder.path().join("question.exe"));
    fs::write(&source, &answer.code).map_err(|error| told(&error))?;
    let mut command = Command::new(rustc());
    if answer.nightly {
        command.env("RUSTC_BOOTSTRAP", "1");
    }
    let output = command.args(["--edition=2024", "-Cdebuginfo=0", "-o"]).arg(&program).arg(&source).output();
    let output = output.map_err(|error| told(&error))?;
    if !output.status.success() {
        return Err(format!("rustc refuses\n{}\n{}", answer.code, String::from_utf8_lossy(&output.stderr)));
    }
    let printed = Command::new(&program).output().map_err(|error| told(&error))?;
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    let expected = format!("Send: {}\nSync: {}\n", answer.send == "yes", answer.sync == "yes");
    if answer.prints && printed != expected {
        return Err(format!("rustc says\n{printed}the explorer\n{expected}"));
    }
    Ok(())
}
