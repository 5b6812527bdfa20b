//! The book on disk: its chapters and its listings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::cache::{self, Cache};
use crate::chapter::Chapter;
use crate::exercise::{self, Exercise};
use crate::parallel;
use crate::problem::{Error, Problem};
use crate::snapshot;
use crate::source::{Listing, Outcome};

type Belongs = fn(&Listing) -> bool;

/// The folders of listings, with what belongs there. Cargo builds those of the first by itself.
const FOLDERS: [(&str, Belongs); 5] = [
    ("examples", |listing| compiles(listing) && !listing.tests && !listing.nightly && !other_edition(listing)),
    ("examples/fails", |listing| !compiles(listing)),
    ("examples/tests", |listing| compiles(listing) && listing.tests),
    ("examples/nightly", |listing| compiles(listing) && !listing.tests && listing.nightly),
    ("examples/editions", |listing| compiles(listing) && !listing.tests && !listing.nightly && other_edition(listing)),
];

fn compiles(listing: &Listing) -> bool {
    listing.outcome != Outcome::CheckFail
}

fn other_edition(listing: &Listing) -> bool {
    listing.edition != crate::source::DEFAULT_EDITION
}

/// The book's root directory, and what is found from it.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    pub(crate) cache: Cache,
}

/// All listings of a book, by name, and what is wrong with their files.
#[derive(Debug, Default)]
pub(crate) struct Listings {
    pub(crate) by_name: BTreeMap<String, Listing>,
    /// By name. Their starters and solutions are listings too.
    pub(crate) exercises: BTreeMap<String, Exercise>,
    pub(crate) problems: Vec<Problem>,
    /// Snapshots on disk, relative to the root.
    pub(crate) snapshots: Vec<PathBuf>,
    /// The listings and exercises that could not be read.
    pub(crate) unread: Vec<String>,
}

/// The files in each of [`FOLDERS`].
pub(crate) struct Files(Vec<Vec<File>>);

/// A file, and when it was written.
struct File {
    path: PathBuf,
    modified: Option<SystemTime>,
}

impl File {
    /// Whether it has one of these extensions.
    fn is(&self, extensions: &[&str]) -> bool {
        self.path.extension().and_then(OsStr::to_str).is_some_and(|extension| extensions.contains(&extension))
    }
}

impl Project {
    /// The book at `root`, the folder that holds `book.toml`, `src/` and `examples/`.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] where `root` is no folder.
    pub fn open(root: &Path) -> Result<Project, Error> {
        let root = root.canonicalize().map_err(|source| Error::Read { path: root.to_owned(), source })?;
        let cache = Cache::at(cache::folder(&root));
        Ok(Project { root, cache })
    }

    /// The same book, with results kept in `folder`.
    #[must_use]
    pub fn with_cache(self, folder: PathBuf) -> Project {
        Project { cache: Cache::at(folder), ..self }
    }

    /// The folder that holds `book.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The chapters of src/, in the order of their paths: every Markdown file but SUMMARY.md.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] where a folder or a file cannot be read.
    pub fn chapters(&self) -> Result<Vec<Chapter>, Error> {
        let src = self.root.join("src");
        let mut chapters = Vec::new();
        collect(&src, &mut |path| {
            let is_chapter =
                path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("SUMMARY.md");
            if is_chapter {
                let text = fs::read_to_string(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
                let path = path.strip_prefix(&src).unwrap_or(path).to_owned();
                chapters.push(Chapter { path, text });
            }
            Ok(())
        })?;
        chapters.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(chapters)
    }

    /// The compiler version that rust-toolchain.toml pins, whose words the snapshots are.
    pub fn pinned(&self) -> Option<String> {
        let text = fs::read_to_string(self.root.join("rust-toolchain.toml")).ok()?;
        let line = text.lines().find_map(|line| line.trim().strip_prefix("channel"))?;
        Some(line.trim_start().strip_prefix('=')?.trim().trim_matches('"').to_owned())
    }

    /// Finds the files of all listings, exercises aside.
    pub(crate) fn files(&self) -> Result<Files, Error> {
        FOLDERS.iter().map(|(folder, _)| files(&self.root.join(folder))).collect::<Result<_, _>>().map(Files)
    }

    /// Reads all listings: those of `files`, and those of the exercises.
    pub(crate) fn listings(&self, files: &Files) -> Result<Listings, Error> {
        let mut listings = Listings::default();
        for ((folder, belongs), found) in FOLDERS.into_iter().zip(&files.0) {
            let (sources, others): (Vec<&File>, _) = found.iter().partition(|file| file.is(&["rs"]));
            for parsed in parallel::map(&sources, |source| self.parse(&source.path)) {
                let (file, parsed) = parsed?;
                listings.take(&file, parsed, folder, belongs);
            }
            let snapshots = others.into_iter().filter(|file| file.is(&snapshot::SUFFIXES));
            listings.snapshots.extend(snapshots.map(|file| self.file(&file.path)));
        }
        listings.add(exercise::read(&self.root)?);
        Ok(listings)
    }

    /// The listings among `files` that were written last: at most `most`, and of those what can be read.
    pub(crate) fn newest(&self, files: &Files, most: usize) -> Vec<Listing> {
        let mut sources: Vec<&File> = files.0.iter().flatten().filter(|file| file.is(&["rs"])).collect();
        sources.sort_unstable_by_key(|file| Reverse(file.modified));
        sources.iter().take(most).filter_map(|file| self.parse(&file.path).ok()?.1.ok()).collect()
    }

    /// The file at `path` as it is named in problems, and its listing or what is wrong with it.
    fn parse(&self, path: &Path) -> Result<(PathBuf, Result<Listing, Vec<Problem>>), Error> {
        let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
        let file = self.file(path);
        let parsed = utf8(&file, bytes).map_err(|problem| vec![problem]);
        let parsed = parsed.and_then(|source| Listing::parse(&file, &source));
        Ok((file, parsed))
    }

    /// `path`, relative to the root.
    fn file(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).unwrap_or(path).to_owned()
    }

    /// All exercises, by name. What is wrong with one is said by [`crate::check()`]; here it is left out.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] where a folder or a file cannot be read.
    pub fn exercises(&self) -> Result<BTreeMap<String, Exercise>, Error> {
        let found = exercise::read(&self.root)?;
        Ok(found.exercises.into_iter().map(|exercise| (exercise.name.clone(), exercise)).collect())
    }

    /// Files beside the listings that are no listing's snapshot.
    pub(crate) fn orphans(&self, listings: &Listings) -> Vec<Problem> {
        let sources: HashSet<&PathBuf> = listings.by_name.values().map(|listing| &listing.file).collect();
        let owned = |file: &PathBuf| {
            let is_unread =
                |part: Option<&OsStr>| part.is_some_and(|part| listings.unread.iter().any(|name| **name == *part));
            // An exercise that cannot be read is named by its folder.
            sources.contains(&file.with_extension("rs"))
                || is_unread(file.file_stem())
                || is_unread(file.parent().and_then(Path::file_name))
        };
        let orphan = |file: &PathBuf| {
            Problem::new(
                file,
                1,
                format!("an orphaned snapshot: there is no `{}`", file.with_extension("rs").display()),
            )
            .help("delete it, or restore its listing")
        };
        listings.snapshots.iter().filter(|file| !owned(file)).map(orphan).collect()
    }
}

impl Listings {
    fn take(&mut self, file: &Path, parsed: Result<Listing, Vec<Problem>>, folder: &str, belongs: Belongs) {
        let listing = match parsed {
            Ok(listing) => listing,
            Err(problems) => {
                self.unread.extend(file.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
                self.problems.extend(problems);
                return;
            }
        };
        if !belongs(&listing) {
            self.problems.push(misplaced(&listing, folder));
        }
        let name = &listing.name;
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !is_name {
            let problem = Problem::new(file, 1, format!("`{name}` is not a snake_case name"));
            self.problems.push(problem.help("rename the file: lower case letters, digits and `_`"));
        }
        self.insert(listing);
    }

    fn insert(&mut self, listing: Listing) {
        let name = &listing.name;
        if let Some(other) = self.by_name.get(name) {
            let message = format!("two listings named `{name}`: the other is {}", other.file.display());
            self.problems.push(Problem::new(&listing.file, 1, message).help("rename one of them"));
        } else {
            self.by_name.insert(name.clone(), listing);
        }
    }

    fn add(&mut self, found: exercise::Found) {
        self.problems.extend(found.problems);
        self.snapshots.extend(found.snapshots);
        self.unread.extend(found.unread);
        for exercise in found.exercises {
            self.insert(exercise.starter.clone());
            self.insert(exercise.solution.clone());
            self.exercises.insert(exercise.name.clone(), exercise);
        }
    }
}

/// The text of a file, or the line that is no text.
pub(crate) fn utf8(file: &Path, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        Problem::new(file, line, "the file is not UTF-8").help("save it as UTF-8; rustc reads nothing else")
    })
}

fn misplaced(listing: &Listing, folder: &str) -> Problem {
    let right = FOLDERS.iter().find(|(_, belongs)| belongs(listing)).map_or("examples", |(folder, _)| folder);
    let outcome = listing.outcome.directive();
    Problem::new(&listing.file, 1, format!("`{}` is `//@ {outcome}`, which does not belong in {folder}/", listing.name))
        .help(format!("move it to {right}/, or change its directives"))
}

/// The files in `folder`, by name; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<File>, Error> {
    let read_error = |source| Error::Read { path: folder.to_owned(), source };
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(read_error)? {
        let entry = entry.map_err(read_error)?;
        let data = entry.metadata().map_err(read_error)?;
        if !data.is_dir() {
            files.push(File { path: entry.path(), modified: data.modified().ok() });
        }
    }
    files.sort_unstable_by(|one, other| one.path.as_os_str().cmp(other.path.as_os_str()));
    Ok(files)
}

fn collect(folder: &Path, found: &mut dyn FnMut(&Path) -> Result<(), Error>) -> Result<(), Error> {
    let read_error = |source| Error::Read { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(read_error)? {
        let path = entry.map_err(read_error)?.path();
        if path.is_dir() { collect(&path, found)? } else { found(&path)? }
    }
    Ok(())
}
