//! A copy of the book, in which listings can be changed.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::time;

/// The copy, and the checker to ask.
pub struct Book {
    folder: TempDir,
    crossing: PathBuf,
}

/// One check, from the start of its process to the end, and by its own clock.
pub struct Check {
    pub wall: Duration,
    pub itself: Duration,
    pub report: Value,
}

/// A listing.
pub struct Program {
    pub name: String,
    pub file: PathBuf,
    pub outcome: String,
}

impl Book {
    /// Copies what is checked of the book at `root`, and leaves out the exercises, which `mdbook test` cannot see.
    pub fn without_exercises(root: &Path, crossing: &Path) -> io::Result<Book> {
        let book = Book::copy(root, crossing)?;
        fs::remove_dir_all(book.root().join("examples/exercises"))?;
        for entry in fs::read_dir(book.root().join("src"))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(&path)?;
                let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("{{#exercise"));
                fs::write(&path, lines.collect::<String>())?;
            }
        }
        Ok(book)
    }

    /// Copies what is checked of the book at `root`.
    pub fn copy(root: &Path, crossing: &Path) -> io::Result<Book> {
        let book = Book { folder: TempDir::new()?, crossing: crossing.to_owned() };
        for folder in ["src", "examples"] {
            copy(&root.join(folder), &book.root().join(folder))?;
        }
        fs::copy(root.join("rust-toolchain.toml"), book.root().join("rust-toolchain.toml"))?;
        // Not the time that cargo takes to see that nothing is to be built.
        let toml = fs::read_to_string(root.join("book.toml"))?;
        fs::write(
            book.root().join("book.toml"),
            toml.replace("cargo run --quiet --", &crossing.display().to_string()),
        )?;
        // `mdbook test` takes the chapters that the summary names, the checker takes all.
        let mut summary = String::from("# Summary\n\n");
        for entry in fs::read_dir(book.root().join("src"))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") && name != "SUMMARY.md" {
                let _ = writeln!(summary, "- [{name}]({name})");
            }
        }
        fs::write(book.root().join("src/SUMMARY.md"), summary)?;
        Ok(book)
    }

    /// The folder that holds book.toml.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Makes the checker know nothing from before.
    pub fn forget(&self) -> io::Result<()> {
        match fs::remove_dir_all(self.root().join("target")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Checks the copy.
    pub fn check(&self) -> io::Result<Check> {
        let mut command = Command::new(&self.crossing);
        command.args(["check", "--json"]).current_dir(self.root()).env("CARGO_TARGET_DIR", self.root().join("target"));
        let (wall, output) = time(|| command.stdin(Stdio::null()).output())?;
        let report: Value = serde_json::from_slice(&output.stdout)?;
        let itself = Duration::from_secs_f64(report["totals"]["seconds"].as_f64().unwrap_or_default());
        Ok(Check { wall, itself, report })
    }

    /// The listings that hold.
    pub fn programs(&self) -> io::Result<Vec<Program>> {
        let report = self.check()?.report;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let listings = report["listings"].as_array().into_iter().flatten().filter(|listing| listing["holds"] == true);
        let program = |listing: &Value| Program {
            name: text(&listing["name"]),
            file: text(&listing["file"]).into(),
            outcome: text(&listing["outcome"]),
        };
        Ok(listings.map(program).collect())
    }

    /// Changes a listing, but nothing that is said of it.
    pub fn touch(&self, program: &Program) -> io::Result<()> {
        let mut file = fs::File::options().append(true).open(self.root().join(&program.file))?;
        writeln!(file, "// changed")
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        match path.is_dir() {
            true => copy(&path, &to.join(name))?,
            false => drop(fs::copy(&path, to.join(name))?),
        }
    }
    Ok(())
}
