//! From a program to the two commands that compile and run it.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use super::Stage;
use crate::confine::Inside;
use crate::program::Program;
use crate::protocol::{Channel, Name};

/// Writes the program's source, and says how to compile it.
pub(super) fn compiler(program: &Program, inside: &Inside) -> io::Result<Command> {
    let source = match &program.name {
        Some(name) => PathBuf::from(format!("{}.rs", name.as_str())),
        None => PathBuf::from("src").join(if program.runs() { "main.rs" } else { "lib.rs" }),
    };
    let file = inside.work.join(&source);
    fs::create_dir_all(file.parent().unwrap_or(&inside.work))?;
    fs::write(file, &program.code)?;

    let mut rustc = command(inside.sysroot.join("bin/rustc"), inside);
    rustc.arg(source).arg("--sysroot").arg(&inside.sysroot);
    rustc.arg("--crate-name").arg(program.name.as_ref().map_or("playground", Name::as_str));
    rustc.arg("--edition").arg(program.edition.as_str());
    rustc.arg(format!("-Copt-level={}", program.optimize.as_str()));
    rustc.arg(if program.ansi { "--color=always" } else { "--color=never" });
    if let Some(width) = program.width {
        rustc.arg(format!("--diagnostic-width={width}"));
    }
    // Not what the code says: an attribute in it gives way to the command line.
    rustc.arg("--crate-type").arg(if program.runs() { "bin" } else { "lib" });
    if program.tests {
        rustc.arg("--test");
    }
    if program.backtrace || program.sanitizer.is_some() {
        rustc.arg("-Cdebuginfo=line-tables-only");
    }
    match program.sanitizer {
        Some(sanitizer) => {
            rustc.arg(format!("-Zsanitizer={}", sanitizer.as_str())).arg("-Cunsafe-allow-abi-mismatch=sanitizer")
        }
        // Linking std anew for each program would take longer than all the rest.
        None if program.runs() => rustc.arg("-Cprefer-dynamic"),
        None => rustc.arg("--emit=metadata"),
    };
    if program.sanitizer.is_some() || program.channel == Channel::Nightly {
        rustc.env("RUSTC_BOOTSTRAP", "1");
    }
    for (name, rlib) in &inside.crates {
        let mut of = std::ffi::OsString::from(format!("{name}="));
        of.push(rlib);
        rustc.arg("--extern").arg(of);
        if let Some(dir) = rlib.parent() {
            rustc.arg("-L").arg(dir);
        }
    }
    rustc.arg("-o").arg(executable(inside));
    Ok(rustc)
}

/// How to run what was compiled, and as what. A library is not run.
pub(super) fn program(program: &Program, inside: &Inside) -> Option<(Command, Stage)> {
    if !program.runs() {
        return None;
    }
    let mut command = command(executable(inside), inside);
    if program.backtrace {
        command.env("RUST_BACKTRACE", "1");
    }
    if program.sanitizer.is_none() {
        return Some((command, Stage::Run));
    }
    // The first report says it; std is not instrumented, and what comes after may be about that.
    command.env("TSAN_OPTIONS", "halt_on_error=1:exitcode=66").env("ASAN_OPTIONS", "exitcode=66:detect_leaks=0");
    Some((command, Stage::Sanitized))
}

fn executable(inside: &Inside) -> PathBuf {
    inside.work.join(if cfg!(windows) { "program.exe" } else { "program" })
}

/// A command that finds the compiler's libraries, and knows nothing of the reader.
fn command(executable: PathBuf, inside: &Inside) -> Command {
    let mut command = Command::new(executable);
    command.current_dir(&inside.work).env("HOME", &inside.work).env("TMPDIR", &inside.temp).env("TMP", &inside.temp);
    // Windows looks for libraries where it looks for programs.
    let libraries = std::iter::once(inside.sysroot.join("lib")).chain(std_libraries(inside));
    let path = std::env::split_paths(&inside.path).collect::<Vec<_>>();
    let (variable, dirs) = match std::env::consts::OS {
        "windows" => ("PATH", libraries.chain(path).collect()),
        "macos" => ("DYLD_LIBRARY_PATH", libraries.collect::<Vec<_>>()),
        _ => ("LD_LIBRARY_PATH", libraries.collect()),
    };
    command.env("PATH", &inside.path);
    if let Ok(dirs) = std::env::join_paths(dirs) {
        command.env(variable, dirs);
    }
    command
}

/// Where the toolchain keeps std, for each target that it has.
fn std_libraries(inside: &Inside) -> impl Iterator<Item = PathBuf> {
    let targets = fs::read_dir(inside.sysroot.join("lib/rustlib")).into_iter().flatten().flatten();
    targets.map(|target| target.path().join("lib")).filter(|dir| dir.is_dir())
}
