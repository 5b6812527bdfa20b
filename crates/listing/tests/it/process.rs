//! A check in a process of its own: with another environment, or to be killed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use listing::{Project, Target};

use crate::book::Book;

const BOOK: &str = "LISTING_TEST_BOOK";
const CACHE: &str = "LISTING_TEST_CACHE";
const ANSWER: &str = "LISTING_TEST_ANSWER";
const WORK: &str = "LISTING_TEST_WORK";

/// This test program, to do what [`child`] does with `book`: `check`, `bless`, `expand`.
pub fn command(book: &Book, work: &str) -> Command {
    let mut command = Command::new(env::current_exe().expect("the test knows its program"));
    command.args(["--exact", "process::child", "--ignored"]);
    command.env(BOOK, book.root()).env(CACHE, book.cache()).env(ANSWER, answer(book)).env(WORK, work);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Runs `command`, and returns what it answers.
pub fn run(book: &Book, command: &mut Command) -> String {
    let status = command.status().expect("the test program can be started");
    assert!(status.success(), "the other process panicked");
    fs::read_to_string(answer(book)).expect("the other process answers")
}

fn answer(book: &Book) -> PathBuf {
    book.scratch().join("answer")
}

/// Writes a script that acts as a compiler, in a toolchain that has all that the real one has, and returns it.
#[cfg(unix)]
pub fn compiler(book: &Book, script: &str) -> PathBuf {
    let (bin, lib) = (book.scratch().join("bin"), book.scratch().join("lib"));
    for folder in [&bin, &lib] {
        fs::create_dir_all(folder).expect("the folder can be made");
    }
    let real = crate::book::rustc().libraries;
    let rustlib = real.ancestors().nth(2).expect("libraries lie in lib/rustlib/HOST/lib");
    // It is there already where the test wants one of its own.
    let _ = std::os::unix::fs::symlink(rustlib, lib.join("rustlib"));
    let path = bin.join("rustc");
    // Written by another process: a file that any thread of ours holds open for writing cannot be started.
    let write = ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", script];
    assert!(Command::new("sh").args(write).arg(&path).status().expect("there is a shell").success());
    path
}

#[test]
#[ignore = "the other process of other tests"]
fn child() {
    let Some(root) = env::var_os(BOOK) else { return };
    let cache = env::var_os(CACHE).expect("set beside the book");
    let project = Project::open(Path::new(&root)).expect("the book can be opened").with_cache(cache.into());
    let answer = match env::var(WORK).as_deref() {
        Ok("check") => check(&project),
        Ok("bless") => listing::bless(&project, &[], &()).map(|written| format!("{} written", written.len())),
        Ok("expand") => expand(&project),
        other => panic!("unknown work: {other:?}"),
    };
    let answer = answer.unwrap_or_else(|error| error.to_string());
    fs::write(env::var_os(ANSWER).expect("set beside the book"), answer).expect("the answer can be written");
}

/// The problems and notices, each on lines of its own, and how much was known from before.
fn check(project: &Project) -> Result<String, listing::Error> {
    let report = listing::check(project, &project.chapters()?, &())?;
    let problems: String = report.problems.iter().map(|problem| format!("{problem}\n")).collect();
    let notices: String = report.notices.iter().map(|notice| format!("note: {notice}\n")).collect();
    Ok(format!("{problems}{notices}{} known", report.totals.cached))
}

/// All pages, with the compiler's words as a reader sees them.
fn expand(project: &Project) -> Result<String, listing::Error> {
    let chapters = project.chapters()?;
    let report = listing::check(project, &chapters, &())?;
    let pages = chapters.iter().map(|chapter| listing::expand(project, chapter, Target::Page(&report)));
    Ok(pages.map(|page| page.unwrap_or_else(|error| panic!("{error}"))).collect())
}
