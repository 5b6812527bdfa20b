//! The compiler: finding it, and asking it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::UNIX_EPOCH;

use crate::cache::{Cache, Key};
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
    /// The sanitizers whose runtimes the toolchain has.
    sanitizers: Vec<&'static str>,
}

/// What the compiler is asked to do with a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        let (path, sysroot) = place(root)?;
        let verbose = ask(&path, root, &["-vV"])?;
        Ok(Rustc::of(path, &sysroot, verbose))
    }

    /// The same, without asking a compiler that was asked before: it is known by its files, as it is to cargo.
    pub(crate) fn recall(root: &Path, cache: &Cache) -> Result<Rustc, Error> {
        let (path, sysroot) = place(root)?;
        let files = files(&path, &sysroot);
        if let Some(verbose) = files.as_ref().and_then(|files| cache.get(files)) {
            return Ok(Rustc::of(path, &sysroot, verbose));
        }
        let verbose = ask(&path, root, &["-vV"])?;
        if let Some(files) = files {
            cache.put(&files, &verbose)?;
        }
        Ok(Rustc::of(path, &sysroot, verbose))
    }

    /// The compiler at `path`, which says `verbose` of itself.
    fn of(path: PathBuf, sysroot: &Path, verbose: String) -> Rustc {
        let field = |name: &str| {
            let line = verbose.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            line.unwrap_or("unknown").to_owned()
        };
        let (release, host) = (field("release"), field("host"));
        let libraries = sysroot.join("lib").join("rustlib").join(&host).join("lib");
        let names = names(&libraries);
        let is_shared_std = |name: &String| {
            (name.starts_with("libstd-") || name.starts_with("std-")) && name.ends_with(env::consts::DLL_SUFFIX)
        };
        let shared_std = names.iter().any(is_shared_std);
        let runtimes = [("thread", "_rt.tsan."), ("address", "_rt.asan.")];
        let sanitizers = runtimes.into_iter().filter(|(_, part)| names.iter().any(|name| name.contains(part)));
        let sanitizers = sanitizers.map(|(sanitizer, _)| sanitizer).collect();
        Rustc { path, release, verbose, host, libraries, shared_std, sanitizers }
    }

    /// Why programs cannot be watched by `sanitizer` here, or `None` where they can.
    pub fn lacks_sanitizer(&self, sanitizer: &str) -> Option<String> {
        (!self.sanitizers.contains(&sanitizer))
            .then(|| format!("this toolchain has no {sanitizer} sanitizer for {}", self.host))
    }

    /// What results depend on besides the program: the compiler and its flags.
    pub(crate) fn flags(&self, listing: &Listing, ask: Ask) -> Vec<String> {
        let mut flags = vec![format!("--edition={}", listing.edition), format!("--crate-name={}", listing.name)];
        flags.extend(["--error-format=json", "--json=diagnostic-rendered-ansi"].map(String::from));
        if let Some(width) = listing.width {
            flags.push(format!("--diagnostic-width={width}"));
        }
        let words: &[&str] = match ask {
            Ask::Check => &["--emit=metadata"],
            Ask::Build if self.shared_std => &["--emit=link", "-Cprefer-dynamic", "-Cdebuginfo=0"],
            Ask::Build => &["--emit=link", "-Cdebuginfo=0"],
            Ask::Sanitize("thread") => {
                &["--emit=link", LINES, "-Zsanitizer=thread", "-Cunsafe-allow-abi-mismatch=sanitizer"]
            }
            Ask::Sanitize(_) => &["--emit=link", LINES, "-Zsanitizer=address"],
        };
        flags.extend(words.iter().map(|&word| word.to_owned()));
        // ThreadSanitizer watches a program that calls its tests by itself.
        flags.extend((listing.tests && ask == Ask::Build).then(|| "--test".to_owned()));
        flags
    }

    /// Compiles `listing` in `folder`, where `NAME.rs` is written and the program, if it is built, is `NAME`.
    ///
    /// A compile error is `Ok`: the diagnostics are the answer.
    pub(crate) fn compile(&self, listing: &Listing, ask: Ask, folder: &Path) -> Result<Vec<Diagnostic>, Error> {
        let answer = self.answer(listing, ask, folder)?;
        let diagnostics = diagnostic::parse(&listing.name, &answer.said, folder)?;
        match diagnostics.iter().any(Diagnostic::is_error) == answer.refuses {
            true => Ok(diagnostics),
            false => Err(answer.unreadable()),
        }
    }

    /// Compiles `program`, whose modules are the files `NAME.rs` of `names` in `folder`; each diagnostic comes with the
    /// name that it blames. `None` where one blames none of them.
    pub(crate) fn compile_modules<'a>(
        &self,
        program: &Listing,
        names: &[&'a str],
        ask: Ask,
        folder: &Path,
    ) -> Result<Option<Vec<(&'a str, Diagnostic)>>, Error> {
        let answer = self.answer(program, ask, folder)?;
        diagnostic::parse_modules(names, &answer.said, folder)
    }

    fn answer(&self, listing: &Listing, ask: Ask, folder: &Path) -> Result<Answer, Error> {
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
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let answer = Answer { source, status: output.status, refuses: output.status.code() == Some(1), said };
        // A compiler that was killed says nothing, or not all: that is no answer.
        if answer.refuses || output.status.success() { Ok(answer) } else { Err(answer.unreadable()) }
    }
}

/// All that a sanitizer's report names of a program.
const LINES: &str = "-Cdebuginfo=line-tables-only";

/// What the compiler says of a program.
struct Answer {
    source: String,
    status: ExitStatus,
    refuses: bool,
    said: String,
}

impl Answer {
    fn unreadable(self) -> Error {
        Error::Answer { what: self.source, reason: format!("it ended with {}: {}", self.status, self.said) }
    }
}

/// The compiler for the book at `root`, and the toolchain that it is of.
fn place(root: &Path) -> Result<(PathBuf, PathBuf), Error> {
    let named = env::var_os("RUSTC").map(PathBuf::from);
    let path = named.or_else(beside_cargo).unwrap_or_else(|| "rustc".into());
    let sysroot = match sysroot_around(&path) {
        Some(sysroot) => sysroot,
        None => PathBuf::from(ask(&path, root, &["--print", "sysroot"])?.trim()),
    };
    let direct = sysroot.join("bin").join(format!("rustc{}", env::consts::EXE_SUFFIX));
    let path = if direct.is_file() { direct } else { path };
    Ok((path, sysroot))
}

/// What tells this compiler from any other at the same place: its program and the library that it is in, whose name has a
/// hash. `None` where it does not lie in its toolchain: then it may be anything.
fn files(path: &Path, sysroot: &Path) -> Option<Key> {
    let folder = sysroot.join(if cfg!(windows) { "bin" } else { "lib" });
    let library = names(&folder).into_iter().find(|name| name.contains("rustc_driver-"))?;
    let of = |path: PathBuf| -> Option<[String; 3]> {
        let data = path.metadata().ok()?;
        let time = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some([path.display().to_string(), data.len().to_string(), time.as_nanos().to_string()])
    };
    let parts = [of(path.starts_with(sysroot).then(|| path.to_owned())?)?, of(folder.join(library))?].concat();
    Some(Key::new(["compiler"].into_iter().chain(parts.iter().map(String::as_str))))
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

/// The names of the files in `folder`; none where there is no such folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}
