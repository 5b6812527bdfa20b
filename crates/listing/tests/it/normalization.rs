//! The compiler's words are the same on every machine.
//!
//! Where the component rust-src is installed, rustc draws excerpts from std. Here two toolchains stand in for a machine
//! with it and one without it: both are the real compiler, which takes a small crate of ours for a part of std.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::book::{Book, rustc};
use crate::process;

/// What the program below uses of "std": at the end of a long file, since line numbers widen the margin.
const STD: &str = "\
pub struct Handle<T>(pub T);
impl<T> Handle<T> {
    pub fn join(self) -> T {
        self.0
    }
    pub fn name(&self, width: u32) -> u32 {
        width
    }
}
pub trait Task {}
impl<T: Send> Task for Handle<T> {}
pub fn spawn<F, T>(task: F)
where
    F: FnOnce() -> T,
    F: Send + 'static,
{
    drop(task)
}
pub fn submit(
    task: impl Task,
    name: &str,
) {
    drop((task, name))
}
pub struct Builder {
    pub inner: *const u8,
}
pub enum Mode {
    Fast,
    Slow,
}
";

/// One error for each way in which rustc points into std: a bound, a method's definition, an impl, a type that contains
/// another, a name nearby, a variant, a receiver.
const PROGRAM: &str = "\
//@ check-fail
use library::{Builder, Handle, Mode, spawn, submit};
use std::rc::Rc;

fn bound(name: Rc<str>) {
    spawn(move || println!(\"{name}\")); //~ ERROR E0277
}

fn method() -> u32 {
    Handle(1).name(\"three\") //~ ERROR E0308
}

fn implementation() {
    submit(Handle(Rc::new(1)), \"a\"); //~ ERROR E0277
}

fn within(builder: Builder) {
    spawn(move || { let builder = builder; }); //~ ERROR E0277
}

fn variants(mode: Mode) {
    match mode { //~ ERROR E0004
        Mode::Fast => {}
    }
}

fn argument() {
    submit(Handle(1)); //~ ERROR E0061
}

fn multiline() {
    let counter = Rc::new(1);
    spawn(move || { //~ ERROR E0277
        println!(\"{counter}\");
    });
}

fn main() {}
";
const MOVED: &str = "\
//@ check-fail
use library::Handle;

fn main() {
    let handle = Handle(1);
    handle.join();
    handle.join(); //~ ERROR E0382
}
";
const NEARBY: &str = "\
//@ check-fail
use library::*;

fn nearby(_: Bilder) {} //~ ERROR E0425

fn main() {}
";

#[test]
fn words_are_the_same_with_and_without_the_source_of_std() {
    let files = [
        ("examples/fails/program.rs", PROGRAM),
        ("examples/fails/moved.rs", MOVED),
        ("examples/fails/nearby.rs", NEARBY),
    ];
    let [without, with] = [false, true].map(|has_source| {
        let book = Book::new(&files);
        let toolchain = Toolchain::new(&book, has_source);
        let answer = process::run(&book, process::command(&book, "bless").env("RUSTC", &toolchain.rustc));
        assert_eq!(answer, "3 written", "with source: {has_source}");
        let page = process::run(&book, process::command(&book, "expand").env("RUSTC", &toolchain.rustc));
        let snapshots = ["program", "moved", "nearby"].map(|name| {
            let raw = toolchain.raw(&book, name);
            assert_eq!(has_excerpt(&raw), has_source, "what this test is about: {raw}");
            book.read(&format!("examples/fails/{name}.stderr")).expect("it was just written")
        });
        (snapshots, page)
    });
    for (without, with) in without.0.iter().zip(&with.0) {
        assert_eq!(without, with);
        assert!(!has_excerpt(without), "an excerpt from std: {without}");
    }
    assert_eq!(without.1, with.1, "the pages, colors included");
    let bound = "note: required by a bound in `library::spawn`\n  --> library/std/src/thread/functions.rs\n\n";
    assert!(without.0[0].contains(bound), "std is named, without a position: {}", without.0[0]);
}

/// A line of four digits is one of std's.
fn has_excerpt(text: &str) -> bool {
    text.lines().any(|line| line.find(" |").is_some_and(|at| at == 4 && line.starts_with("10")))
}

/// The compiler with a sysroot of links, in which the source of std is or is not.
struct Toolchain {
    rustc: PathBuf,
}

impl Toolchain {
    fn new(book: &Book, has_source: bool) -> Toolchain {
        let real = rustc();
        let sysroot = book.scratch();
        let rustlib = sysroot.join("lib/rustlib");
        fs::create_dir_all(&rustlib).unwrap();
        symlink(real.libraries.parent().unwrap(), rustlib.join(&real.host)).unwrap();

        // A crate whose paths say that it is std. With the real paths kept, its source is found where rust-src would be.
        let source = sysroot.join("source");
        let library = library(&source, &real.verbose, &real.path);
        if has_source {
            symlink(&source, rustlib.join("src")).unwrap();
        }
        let [real, sysroot, library] = [&real.path, &sysroot, &library].map(|path| path.display());
        let script = format!("exec '{real}' --sysroot '{sysroot}' --extern 'library={library}' \"$@\"");
        Toolchain { rustc: process::compiler(book, &script) }
    }

    /// What the compiler says of a failing listing, as it says it.
    fn raw(&self, book: &Book, name: &str) -> String {
        let mut command = Command::new(&self.rustc);
        command.args(["--edition=2024", "--emit=metadata"]).arg(book.root().join(format!("examples/fails/{name}.rs")));
        String::from_utf8(command.current_dir(book.scratch()).output().unwrap().stderr).unwrap()
    }
}

/// Compiles the crate in `source`, laid out as the component rust-src is.
fn library(source: &Path, verbose: &str, rustc: &Path) -> PathBuf {
    let folder = source.join("rust/library/std/src/thread");
    fs::create_dir_all(&folder).unwrap();
    let std = folder.parent().unwrap();
    fs::write(std.join("lib.rs"), "mod thread { pub mod functions; }\npub use thread::functions::*;\n").unwrap();
    fs::write(folder.join("functions.rs"), "\n".repeat(1_000) + STD).unwrap();
    let hash = verbose.lines().find_map(|line| line.strip_prefix("commit-hash: ")).expect("a compiler has a commit");
    let path = source.join("liblibrary.rlib");
    let status = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=lib", "--crate-name=library", "-Awarnings", "-o"])
        .arg(&path)
        .arg(format!("--remap-path-prefix={}=/rustc/{hash}", source.join("rust").display()))
        .arg(std.join("lib.rs"))
        .status();
    assert!(status.unwrap().success());
    path
}
