//! Waits for the author to save.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::Context;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Editors write a file in several steps.
const PAUSE: Duration = Duration::from_millis(50);
/// What the pages are made of.
const FOLDERS: [&str; 3] = ["src", "examples", "theme"];
const FILES: [&str; 2] = ["book.toml", "rust-toolchain.toml"];

/// Sees changes of what the pages are made of.
pub struct Watcher {
    root: PathBuf,
    changes: Receiver<PathBuf>,
    _watcher: RecommendedWatcher,
}

impl Watcher {
    /// Watches the book at `root`, from now on.
    pub fn of(root: &Path) -> anyhow::Result<Self> {
        let (sender, changes) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading is no change: building the book would lead to building it.
            if let Ok(event) = event
                && !event.kind.is_access()
            {
                for path in event.paths {
                    // Nobody listens only when the server ends.
                    let _ = sender.send(path);
                }
            }
        })
        .context("cannot watch for changes")?;
        let mut watch =
            |path: &Path, mode| watcher.watch(path, mode).with_context(|| format!("cannot watch `{}`", path.display()));
        // The folder of the files, since editors replace a file rather than write it.
        watch(root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| root.join(folder)) {
            if folder.is_dir() {
                watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(Watcher { root: root.to_owned(), changes, _watcher: watcher })
    }

    /// Calls `act` after each change, until the process ends. Changes that come while it acts count for the next time.
    pub fn each_change(&self, mut act: impl FnMut()) {
        while let Ok(path) = self.changes.recv() {
            let mut first = self.source(&path);
            while let Ok(path) = self.changes.recv_timeout(PAUSE) {
                first = first.or_else(|| self.source(&path));
            }
            if let Some(path) = first {
                eprintln!("changed: {}", path.display());
                act();
            }
        }
    }

    /// The path relative to the book's root, if the pages are made of it.
    fn source(&self, path: &Path) -> Option<PathBuf> {
        let path = path.strip_prefix(&self.root).ok()?;
        let is_source = FOLDERS.iter().any(|folder| path.starts_with(folder)) || FILES.iter().any(|file| path == *file);
        is_source.then(|| path.to_owned())
    }
}
