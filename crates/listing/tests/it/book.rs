//! Tiny books, each in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use listing::rustc::Rustc;
use listing::{Error, Problem, Project, Report};
use tempfile::TempDir;

/// A book on disk, with a cache beside it that nothing else uses.
pub struct Book {
    folder: TempDir,
}

/// Every file of a book, with what it holds and when it was last written.
pub type Tree = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

impl Book {
    /// A book of `files`, pinned to the compiler that is here. Where no chapter is among them, one shows every listing.
    pub fn new(files: &[(&str, &str)]) -> Book {
        let book = Book { folder: tempfile::tempdir().expect("a temporary folder") };
        book.write("book.toml", "[book]\ntitle = \"A tiny book\"\n");
        book.pin(&rustc().release);
        for (file, text) in files {
            book.write(file, text);
        }
        if !files.iter().any(|(file, _)| file.starts_with("src/")) {
            let listings = files.iter().filter_map(|(file, _)| Path::new(file.strip_suffix(".rs")?).file_name());
            let helpers = listings.map(|name| format!("{{{{#listing {}}}}}\n\n", name.display()));
            book.write("src/chapter.md", &helpers.collect::<String>());
        }
        book
    }

    /// Pins the compiler that the snapshots are of.
    pub fn pin(&self, release: &str) {
        self.write("rust-toolchain.toml", &format!("[toolchain]\nchannel = \"{release}\"\n"));
    }

    pub fn write(&self, file: &str, text: &str) {
        self.write_bytes(file, text.as_bytes());
    }

    pub fn write_bytes(&self, file: &str, bytes: &[u8]) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }

    pub fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.root().join(file)).ok()
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("book")
    }

    /// The folder of results.
    pub fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// A folder for what a test needs besides.
    pub fn scratch(&self) -> PathBuf {
        let scratch = self.folder.path().join("scratch");
        fs::create_dir_all(&scratch).expect("the folder can be made");
        scratch
    }

    pub fn project(&self) -> Project {
        Project::open(&self.root()).expect("the book can be opened").with_cache(self.cache())
    }

    /// Checks the book. Nothing of it may be written, whatever is found.
    pub fn check(&self) -> Report {
        self.try_check().unwrap_or_else(|error| panic!("{error}"))
    }

    pub fn try_check(&self) -> Result<Report, Error> {
        let before = self.tree();
        let project = self.project();
        let report = project.chapters().and_then(|chapters| listing::check(&project, &chapters, &()));
        assert_eq!(before, self.tree(), "a check writes nothing");
        report
    }

    /// Accepts what the named listings say, or what all say.
    pub fn bless(&self, names: &[&str]) -> Result<Vec<PathBuf>, Error> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        listing::bless(&self.project(), &names, &())
    }

    /// The book, with what its listings say accepted.
    pub fn blessed(files: &[(&str, &str)]) -> Book {
        let book = Book::new(files);
        book.bless(&[]).unwrap_or_else(|error| panic!("{error}"));
        book
    }

    pub fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        collect(&self.root(), &mut tree);
        tree
    }
}

fn collect(folder: &Path, tree: &mut Tree) {
    for entry in fs::read_dir(folder).expect("the book can be listed") {
        let path = entry.expect("the book can be listed").path();
        if path.is_dir() {
            collect(&path, tree);
            continue;
        }
        let modified = path.metadata().and_then(|data| data.modified()).expect("a file has a time");
        tree.insert(path.clone(), (fs::read(&path).expect("a file can be read"), modified));
    }
}

/// The compiler that the tests ask.
pub fn rustc() -> Rustc {
    Rustc::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|error| panic!("{error}"))
}

/// What a test expects of a problem: its place, words of its message, words of its way out.
pub type Expected<'a> = (&'a str, &'a str, &'a str);

/// Asserts that `found` is what `expected` says, all of it and nothing else.
#[track_caller]
pub fn assert_problems(found: &[Problem], expected: &[Expected]) {
    let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
    let shown = shown.join("\n\n");
    assert_eq!(found.len(), expected.len(), "problems were found:\n{shown}");
    for (problem, (place, message, help)) in found.iter().zip(expected) {
        assert_eq!(format!("{}:{}", problem.file.display(), problem.line), *place, "the place in\n{shown}");
        assert!(problem.message.contains(message), "`{message}` is not in\n{problem}");
        let way_out = problem.help.as_deref().unwrap_or_default();
        assert!(way_out.contains(help), "`{help}` is no help in\n{problem}");
        assert!(!way_out.is_empty(), "no way out is shown in\n{problem}");
    }
}

/// Checks a book of `files`, and asserts what is found.
#[track_caller]
pub fn check(files: &[(&str, &str)], expected: &[Expected]) {
    assert_problems(&Book::new(files).check().problems, expected);
}
