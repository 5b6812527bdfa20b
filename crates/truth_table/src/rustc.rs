//! Asking the compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;

use crate::error::Error;
use crate::tables::Version;

/// The name of what is compiled. The suffix is what Windows asks for, and means nothing elsewhere.
const PROGRAM: &str = "program.exe";

/// A compiler that was found, and what it says that it is.
pub struct Rustc {
    path: PathBuf,
    /// Its release and platform.
    pub version: Version,
}

/// What the compiler says about a line of a program.
pub struct Refusal {
    /// The line, from 1.
    pub line: usize,
    /// The message, with its notes and places.
    pub rendered: String,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    line_start: usize,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Rustc {
    /// Asks `path` for its version.
    ///
    /// # Errors
    ///
    /// [`Error::Spawn`] if it cannot be started, [`Error::Ask`] if it is no rustc.
    pub fn at(path: &Path) -> Result<Rustc, Error> {
        let output = Command::new(path).arg("-vV").output();
        let output = output.map_err(|source| Error::Spawn { path: path.to_owned(), source })?;
        let text = String::from_utf8_lossy(&output.stdout);
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let (Some(release), Some(host)) = (field("release: "), field("host: ")) else {
            let message = format!("`{} -vV` names no release and no host", path.display());
            return Err(Error::Ask { name: "std".to_owned(), message });
        };
        Ok(Rustc { path: path.to_owned(), version: Version { release, host } })
    }

    /// Type-checks a program and returns what is refused.
    ///
    /// # Errors
    ///
    /// [`Error::Spawn`] and [`Error::File`] if the compiler cannot be asked.
    pub fn refusals(&self, program: &str) -> Result<Vec<Refusal>, Error> {
        let directory = scratch()?;
        let output = self.compile(directory.path(), program, &["--emit=metadata"])?;
        Ok(errors(&output))
    }

    /// Compiles and runs a program, and returns what it prints; or what is refused.
    ///
    /// # Errors
    ///
    /// [`Error::Spawn`] and [`Error::File`] if the compiler cannot be asked or the program cannot be run.
    pub fn run(&self, program: &str) -> Result<Result<String, Vec<Refusal>>, Error> {
        let directory = scratch()?;
        let output = self.compile(directory.path(), program, &["--emit=link"])?;
        let refusals = errors(&output);
        if !refusals.is_empty() || !output.status.success() {
            return Ok(Err(refusals));
        }
        let path = directory.path().join(PROGRAM);
        let output = Command::new(&path).output().map_err(|source| Error::Spawn { path, source })?;
        Ok(Ok(String::from_utf8_lossy(&output.stdout).into_owned()))
    }

    /// The witnesses implement traits that are not stable to implement, hence `RUSTC_BOOTSTRAP`.
    fn compile(&self, directory: &Path, program: &str, emit: &[&str]) -> Result<Output, Error> {
        let source = directory.join("program.rs");
        fs::write(&source, program).map_err(|error| Error::File { path: source.clone(), source: error })?;
        Command::new(&self.path)
            .env("RUSTC_BOOTSTRAP", "1")
            .current_dir(directory)
            .args(["--edition=2024", "--crate-type=bin", "--error-format=json", "-Cdebuginfo=0", "-o", PROGRAM])
            .args(emit)
            .arg("program.rs")
            .output()
            .map_err(|source| Error::Spawn { path: self.path.clone(), source })
    }
}

fn scratch() -> Result<tempfile::TempDir, Error> {
    tempfile::tempdir().map_err(|source| Error::File { path: std::env::temp_dir(), source })
}

fn errors(output: &Output) -> Vec<Refusal> {
    let text = String::from_utf8_lossy(&output.stderr);
    let messages = text.lines().filter_map(|line| serde_json::from_str::<Message>(line).ok());
    let errors = messages.filter(|message| message.level == "error" && !message.spans.is_empty());
    errors.map(Refusal::from).collect()
}

impl From<Message> for Refusal {
    fn from(message: Message) -> Refusal {
        let primary = message.spans.iter().find(|span| span.is_primary);
        Refusal { line: primary.map_or(0, Span::written), rendered: message.rendered.unwrap_or_default() }
    }
}

impl Span {
    /// The line where what was refused is written: outside of the macros that it went through.
    fn written(&self) -> usize {
        self.expansion.as_ref().map_or(self.line_start, |expansion| expansion.span.written())
    }
}
