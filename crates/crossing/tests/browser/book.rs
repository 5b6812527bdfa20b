//! The book, served.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// `crossing serve` on this repository. It ends with it.
pub struct Book {
    child: Child,
    /// Of its pages, without a slash at the end.
    pub origin: String,
    _log: TempDir,
}

/// A chapter as SUMMARY.md names it.
#[derive(Debug)]
pub struct Chapter {
    pub title: String,
    /// Whether it is in the numbered list.
    pub numbered: bool,
    /// Whether it is yet to be written.
    pub draft: bool,
}

impl Book {
    pub fn serve() -> Result<Self, String> {
        let log = TempDir::new().map_err(|error| error.to_string())?;
        let errors = log.path().join("stderr");
        let mut child = Command::new(env!("CARGO_BIN_EXE_crossing"))
            .args(["serve", "--no-open", "--port", "0"])
            .current_dir(root())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&errors).map_err(|error| error.to_string())?)
            .spawn()
            .map_err(|error| format!("`crossing serve` does not start: {error}"))?;
        let stdout = child.stdout.take().expect("it is piped");
        let last = BufReader::new(stdout).lines().map_while(Result::ok).find(|line| line.contains("http://"));
        let Some(origin) = last.and_then(|line| Some(line[line.find("http://")?..].trim().to_owned())) else {
            let status = child.wait().map_or_else(|error| error.to_string(), |status| status.to_string());
            let said = fs::read_to_string(&errors).unwrap_or_default();
            return Err(format!("`crossing serve` gave no address ({status}):\n{said}"));
        };
        Ok(Book { child, origin, _log: log })
    }

    /// What is recorded for a listing: `extension` is `stdout` or `stderr`.
    pub fn snapshot(&self, listing: &str, extension: &str) -> String {
        let file = format!("{listing}.{extension}");
        let folders = ["examples", "examples/fails", "examples/nightly", "examples/editions", "examples/tests"];
        folders
            .iter()
            .find_map(|folder| fs::read_to_string(root().join(folder).join(&file)).ok())
            .unwrap_or_else(|| panic!("there is no `{file}` in {folders:?}"))
    }

    /// The chapters of SUMMARY.md, in its order.
    pub fn chapters(&self) -> Vec<Chapter> {
        let summary = fs::read_to_string(root().join("src/SUMMARY.md")).expect("src/SUMMARY.md can be read");
        summary.lines().filter_map(chapter).collect()
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// This repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `- [Title](file.md)`, or without the `- `, or without the file.
fn chapter(line: &str) -> Option<Chapter> {
    let line = line.trim_start();
    let (title, rest) = line.trim_start_matches("- ").strip_prefix('[')?.split_once("](")?;
    let draft = rest.starts_with(')');
    Some(Chapter { title: title.to_owned(), numbered: line.starts_with("- "), draft })
}
