//! The compiler: finding it, and asking it.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::diagnostic::{self, Diagnostic};
use crate::problem::Error;
use crate::run;
use crate::source::Listing;

/// The compiler that the book is checked with.
#[derive(Debug, Clone)]
pub struct Rustc {
    /// The compiler itself; never rustup's proxy, which takes longer to start than a small program to check.
    pub path: PathBuf,
    /// Its release, `1.95.0`.
    pub release: String,
    /// All that `rustc -vV` says.
    pub verbose: String,
    /// The platform it runs on, and compiles for.
    pub host: String,
    /// Where its libraries are, for programs linked to a shared std.
    pub libraries: PathBuf,
    shared_std: bool,
}

/// What the compiler is asked to do with a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Ask {
    /// Type- and borrow-check.
    Check,
    /// Build a program.
    Build,
    /// Build a program that a sanitizer watches.
    Sanitize(&'static str),
}

impl Rustc {
    /// Finds the compiler for the book at `root`: `$RUSTC`, or the one beside the cargo that runs us, or the one on
    /// the path, as rustup resolves it in `root`.
    ///
    /// # Errors
    ///
    /// [`Error::NoRustc`] where none starts.
    pub fn find(root: &Path) -> Result<Rustc, Error> {
        let named = env::var_os("RUSTC").map(PathBuf::from);
        let path = named.or_else(beside_cargo).unwrap_or_else(|| "rustc".into());
        let sysroot = match sysroot_around(&path) {
            Some(sysroot) => sysroot,
            None => PathBuf::from(ask(&path, root, &["--print", "sysroot"])?.trim()),
        };
        let direct = sysroot.join("bin").join(format!("rustc{}", env::consts::EXE_SUFFIX));
        let path = if direct.is_file() { direct } else { path };
        let verbose = ask(&path, root, &["-vV"])?;
        let field = |name: &str| {
            let line = verbose.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            line.unwrap_or("unknown").to_owned()
        };
        let (release, host) = (field("release"), field("host"));
        let libraries = sysroot.join("lib").join("rustlib").join(&host).join("lib");
        let shared_std = has_file(&libraries, |name| {
            (name.starts_with("libstd-") || name.starts_with("std-")) && name.ends_with(env::consts::DLL_SUFFIX)
        });
        Ok(Rustc { path, release, verbose, host, libraries, shared_std })
    }

    /// Why programs cannot be watched by `sanitizer` here, or `None` where they can.
    pub fn lacks_sanitizer(&self, sanitizer: &str) -> Option<String> {
        let runtime = match sanitizer {
            "thread" => "_rt.tsan.",
            _ => "_rt.asan.",
        };
        let found = has_file(&self.libraries, |name| name.contains(runtime));
        (!found).then(|| format!("this toolchain has no {sanitizer} sanitizer for {}", self.host))
    }

    /// What results depend on besides the program: the compiler and its flags.
    pub(crate) fn flags(&self, listing: &Listing, ask: Ask) -> Vec<String> {
        let mut flags = vec![format!("--edition={}", listing.edition), format!("--crate-name={}", listing.name)];
        flags.extend(["--error-format=json", "--json=diagnostic-rendered-ansi"].map(String::from));
        flags.extend(listing.tests.then(|| "--test".to_owned()));
        if let Some(width) = listing.width {
            flags.push(format!("--diagnostic-width={width}"));
        }
        let words: &[&str] = match ask {
            Ask::Check => &["--emit=metadata"],
            Ask::Build if self.shared_std => &["--emit=link", "-Cprefer-dynamic", "-Cdebuginfo=0"],
            Ask::Build => &["--emit=link", "-Cdebuginfo=0"],
            Ask::Sanitize("thread") => {
                &["--emit=link", "-g", "-Zsanitizer=thread", "-Cunsafe-allow-abi-mismatch=sanitizer"]
            }
            Ask::Sanitize(_) => &["--emit=link", "-g", "-Zsanitizer=address"],
        };
        flags.extend(words.iter().map(|&word| word.to_owned()));
        flags
    }

    /// Compiles `listing` in `folder`, where `NAME.rs` is written and the program, if it is built, is `NAME`.
    ///
    /// A compile error is `Ok`: the diagnostics are the answer.
    pub(crate) fn compile(&self, listing: &Listing, ask: Ask, folder: &Path) -> Result<Vec<Diagnostic>, Error> {
        let source = format!("{}.rs", listing.name);
        let path = folder.join(&source);
        fs::write(&path, &listing.text).map_err(|source| Error::Write { path, source })?;
        let mut command = Command::new(&self.path);
        command.current_dir(folder).args(self.flags(listing, ask)).arg(&source);
        command.env_remove("RUST_BACKTRACE").env_remove("RUSTC_BOOTSTRAP").env_remove("RUSTFLAGS");
        if listing.nightly || matches!(ask, Ask::Sanitize(_)) {
            command.env("RUSTC_BOOTSTRAP", "1");
        }
        run::end_with_us(&mut command);
        let output = command
            .stdin(Stdio::null())
            .output()
            .map_err(|source| Error::Spawn { program: self.path.clone(), source })?;
        let said = String::from_utf8_lossy(&output.stderr);
        let diagnostics = diagnostic::parse(&listing.name, &said, folder)?;
        // A compiler that was killed says nothing, or not all: that is no answer.
        let accepts = !diagnostics.iter().any(Diagnostic::is_error);
        match output.status.code() {
            Some(0) if accepts => Ok(diagnostics),
            Some(1) if !accepts => Ok(diagnostics),
            _ => Err(Error::Answer { what: source, reason: format!("it ended with {}: {said}", output.status) }),
        }
    }
}

/// The rustc of the toolchain whose cargo runs us: what rustup chose, without asking it again.
fn beside_cargo() -> Option<PathBuf> {
    let cargo = PathBuf::from(env::var_os("CARGO")?);
    let rustc = cargo.with_file_name(format!("rustc{}", env::consts::EXE_SUFFIX));
    rustc.is_file().then_some(rustc)
}

/// The toolchain that `rustc` lies in, seen without starting it. rustup's proxies lie in no toolchain.
fn sysroot_around(rustc: &Path) -> Option<PathBuf> {
    let sysroot = rustc.parent()?.parent()?;
    sysroot.join("lib").join("rustlib").is_dir().then(|| sysroot.to_owned())
}

fn ask(rustc: &Path, root: &Path, words: &[&str]) -> Result<String, Error> {
    let no_rustc = |source| Error::NoRustc { rustc: rustc.to_owned(), source };
    let output = Command::new(rustc).args(words).current_dir(root).stdin(Stdio::null()).output().map_err(no_rustc)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(no_rustc(std::io::Error::other(said)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn has_file(folder: &Path, wanted: impl Fn(&str) -> bool) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name())
        .any(|name: std::ffi::OsString| wanted(AsRef::<OsStr>::as_ref(&name).to_str().unwrap_or("")))
}
