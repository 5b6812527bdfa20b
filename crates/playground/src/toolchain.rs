//! The compiler: where it really is, and which it is.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A toolchain, found and asked for its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toolchain {
    pub(crate) sysroot: PathBuf,
    pub(crate) version: Version,
}

/// What `rustc -vV` says.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Version {
    pub version: String,
    pub hash: String,
    pub date: String,
    /// The first line, which is how people know it.
    #[serde(skip)]
    pub line: String,
}

/// Why there is no toolchain.
#[derive(Debug, thiserror::Error)]
pub enum ToolchainError {
    /// It could not be started.
    #[error("cannot start `{rustc}`\nhelp: install Rust from https://rustup.rs")]
    Start {
        /// What was started.
        rustc: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// It started, and failed.
    #[error("`{rustc}` failed: {said}")]
    Failed {
        /// What was started.
        rustc: PathBuf,
        /// What it wrote to standard error.
        said: String,
    },
}

impl Toolchain {
    /// The toolchain that `rustc` belongs to. It may be a proxy of rustup's: what is used from then on is the compiler
    /// behind it, since the proxy takes as long as compiling a small program.
    ///
    /// # Errors
    ///
    /// If `rustc` does not start, or fails.
    pub fn of(rustc: &Path) -> Result<Self, ToolchainError> {
        let sysroot = PathBuf::from(ask(rustc, &["--print", "sysroot"])?.trim());
        let said = ask(&sysroot.join("bin/rustc"), &["-vV"])?;
        let field = |name: &str| {
            let value = said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            value.unwrap_or("unknown").to_owned()
        };
        let version = Version {
            version: field("release"),
            hash: field("commit-hash"),
            date: field("commit-date"),
            line: said.lines().next().unwrap_or_default().to_owned(),
        };
        Ok(Self { sysroot, version })
    }

    /// The compiler itself.
    #[must_use]
    pub fn rustc(&self) -> PathBuf {
        self.sysroot.join("bin/rustc")
    }

    /// Its name and version, as in `rustc 1.95.0 (59807616e 2026-04-14)`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.version.line
    }
}

fn ask(rustc: &Path, question: &[&str]) -> Result<String, ToolchainError> {
    let start = |source| ToolchainError::Start { rustc: rustc.to_owned(), source };
    let output = Command::new(rustc).args(question).output().map_err(start)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(ToolchainError::Failed { rustc: rustc.to_owned(), said });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
