//! A small book, and what runs the binary on it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

const BOOK: &str = r##"
[book]
title = "Small"

[build]
create-missing = false

[preprocessor.listings]
command = "false"
before = ["links", "admonish"]
renderers = ["html", "test"]

[preprocessor.admonish]
command = "false"
before = ["links"]
renderers = ["html", "test"]
assets_version = "3.0.0"
on_failure = "bail"

[output.html]

[output.linkcheck]
command = "false"
"##;

const INDEX: &str = "# Small\n\n<figure>\n{{#include img/box.svg}}\n</figure>\n\n{{#listing owner}}\n\nAn `Rc<u8>: !Send`, as [chapter 2](two.md#a-heading) says.\n\n\
                     ```admonish note title=\"Aside\"\nRead it twice.\n```\n";
const LISTING: &str = "//@ check-pass\nfn main() {\n    let _owner = std::rc::Rc::new(1);\n}\n";

/// A book that holds: two chapters, one listing, one claim. Its commands are `false`: nothing may call them.
pub struct Book {
    temp: TempDir,
}

impl Book {
    pub fn new() -> Self {
        let book = Book { temp: tempfile::tempdir().unwrap() };
        book.write("book.toml", BOOK);
        book.write("src/SUMMARY.md", "[Small](index.md)\n\n- [Two](two.md)\n- [Later]()\n");
        book.write("src/index.md", INDEX);
        book.write("src/two.md", "# Two\n\n## A heading\n\nWords.\n");
        book.write("src/img/box.svg", "<svg>\n<rect>\n</rect>\n</svg>");
        book.write("examples/owner.rs", LISTING);
        book
    }

    pub fn root(&self) -> &Path {
        self.temp.path()
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Adds a line to a chapter; returns its number.
    pub fn add(&self, file: &str, line: &str) -> usize {
        let text = self.read(file) + "\n" + line + "\n";
        self.write(file, &text);
        text.lines().count()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crossing"));
        command.args(arguments).current_dir(self.root()).env("CI", "1").env_remove("RUST_BACKTRACE");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::from(self.command(arguments).stdin(Stdio::null()).output().unwrap())
    }

    /// Runs with `input` on stdin, as mdBook does.
    pub fn feed(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child: Child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Ran::from(child.wait_with_output().unwrap())
    }
}

/// What a run printed, and its status.
#[derive(Debug)]
pub struct Ran {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Ran {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
