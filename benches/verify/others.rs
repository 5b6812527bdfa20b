//! The checker's build, and what else can verify a book: bare rustc, mdBook, skeptic.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, io, thread};

use serde_json::Value;
use tempfile::TempDir;

use crate::book::{Book, Program};
use crate::time;

fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.stdin(Stdio::null()).stderr(Stdio::inherit());
    cargo
}

/// Builds the checker as `cargo run` does, and returns it.
pub fn build_checker(root: &Path) -> io::Result<PathBuf> {
    let words = ["build", "--quiet", "--message-format", "json"];
    let output = cargo().args(words).current_dir(root).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let executables = messages.filter(|message| message["target"]["name"] == "crossing");
    let path = executables.filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?))).next_back();
    path.ok_or_else(|| io::Error::other("`cargo build` made no `crossing`"))
}

/// [`bare`] for every listing, on all cores.
pub fn bare_all(book: &Book, programs: &[Program]) -> io::Result<Duration> {
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
            bare(book, program)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let all = || {
        thread::scope(|scope| {
            let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            workers.into_iter().try_for_each(|worker| worker.join().expect("no worker panics"))
        })
    };
    Ok(time(all)?.0)
}

/// `rustc --edition 2024 NAME.rs -o NAME`, as a reader would call it, and `NAME` where that was made and ends by itself.
pub fn bare(book: &Book, program: &Program) -> io::Result<Duration> {
    let folder = TempDir::new()?;
    let source = fs::read_to_string(book.root().join(&program.file))?;
    let edition = source.lines().find_map(|line| line.strip_prefix("//@ edition: ")).unwrap_or("2024");
    let has = |directive: &str| source.lines().any(|line| line == directive);
    let binary = folder.path().join(format!("{}{}", program.name, env::consts::EXE_SUFFIX));
    let mut rustc = Command::new(rustc());
    rustc.args(["--edition", edition, "-o"]).arg(&binary).arg(book.root().join(&program.file));
    rustc.args(has("//@ tests").then_some("--test"));
    rustc.envs(has("//@ nightly").then_some(("RUSTC_BOOTSTRAP", "1"))).stdin(Stdio::null());
    let runs = matches!(program.outcome.as_str(), "run-pass" | "run-fail" | "no-data-race");
    let (time, _) = time(|| {
        rustc.output()?;
        if runs && binary.exists() {
            Command::new(&binary).stdin(Stdio::null()).output()?;
        }
        Ok(())
    })?;
    Ok(time)
}

/// The compiler beside the cargo that runs this: rustup's proxy would take time of its own.
fn rustc() -> PathBuf {
    let name = format!("rustc{}", env::consts::EXE_SUFFIX);
    let beside = env::var_os("CARGO").map(|cargo| PathBuf::from(cargo).with_file_name(&name));
    beside.filter(|rustc| rustc.is_file()).unwrap_or_else(|| name.into())
}

/// The `mdbook` command, which is not needed for anything else.
pub struct Mdbook {
    path: PathBuf,
    pub version: String,
}

impl Mdbook {
    /// `$MDBOOK`, or the one on the path; or why there is none.
    pub fn find() -> Result<Mdbook, String> {
        let path = env::var_os("MDBOOK").map_or_else(|| "mdbook".into(), PathBuf::from);
        match Command::new(&path).arg("--version").output() {
            Ok(output) if output.status.success() => {
                let version = String::from_utf8_lossy(&output.stdout).trim().replace(" v", " ");
                Ok(Mdbook { path, version })
            }
            _ => Err("there is no mdbook: `cargo install mdbook --version 0.5.4 --locked`, or set MDBOOK to it".into()),
        }
    }

    /// How long `mdbook test` takes; `None` where it fails, which is said.
    pub fn test(&self, book: &Book) -> io::Result<Option<Duration>> {
        let (wall, output) = time(|| Command::new(&self.path).arg("test").current_dir(book.root()).output())?;
        if !output.status.success() {
            say_failure("`mdbook test` fails", &output.stderr);
        }
        Ok(output.status.success().then_some(wall))
    }
}

/// How long skeptic's tests take, which are built and not yet run; `None` where they fail, which is said.
pub fn skeptic(root: &Path) -> io::Result<Option<Duration>> {
    let words = ["test", "--quiet", "--test", "skeptic"];
    if !cargo().args(words).arg("--no-run").current_dir(root).status()?.success() {
        say_failure("skeptic's tests do not compile", b"");
        return Ok(None);
    }
    let (wall, output) = time(|| cargo().args(words).current_dir(root).output())?;
    if !output.status.success() {
        say_failure("skeptic's tests fail", &output.stdout);
    }
    Ok(output.status.success().then_some(wall))
}

/// The last lines are those that name what failed.
fn say_failure(what: &str, said: &[u8]) {
    let said = String::from_utf8_lossy(said);
    let lines: Vec<&str> = said.trim_end().lines().collect();
    eprintln!("\n{what}:\n{}", lines[lines.len().saturating_sub(20)..].join("\n"));
}
