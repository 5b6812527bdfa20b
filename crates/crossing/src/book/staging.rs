//! A folder to build in, which then takes the place of the former pages.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// A folder beside the pages: on the same disk, so that taking their place is a rename. Only one at a time: a second
/// build of the book waits. What a killed build left is swept away by the next.
pub struct Staging {
    folder: PathBuf,
    pages: PathBuf,
    former: PathBuf,
    _lock: File,
}

impl Staging {
    /// A new, empty folder beside `pages`; the book's builds queue at a lock in `build_dir`.
    pub fn beside(pages: &Path, build_dir: &Path) -> anyhow::Result<Self> {
        may_be_replaced(pages)?;
        let (Some(parent), Some(name)) = (pages.parent(), pages.file_name()) else {
            bail!("`{}` cannot hold the pages\nhelp: name a folder of its own", pages.display());
        };
        fs::create_dir_all(parent).with_context(|| format!("cannot create `{}`", parent.display()))?;
        let lock = lock(build_dir)?;
        let name = name.to_string_lossy();
        let staging = Staging {
            folder: parent.join(format!(".{name}.building")),
            former: parent.join(format!(".{name}.former")),
            pages: pages.to_owned(),
            _lock: lock,
        };
        staging.sweep()?;
        fs::create_dir(&staging.folder).with_context(|| format!("cannot create `{}`", staging.folder.display()))?;
        Ok(staging)
    }

    /// Where to build.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts `built`, a folder in this one, where the pages are.
    pub fn publish(self, built: &Path) -> anyhow::Result<()> {
        let pages = &self.pages;
        if pages.exists() {
            fs::rename(pages, &self.former).with_context(|| format!("cannot replace `{}`", pages.display()))?;
        }
        if let Err(error) = fs::rename(built, pages) {
            // Nothing else can be done if they cannot be put back.
            let _ = fs::rename(&self.former, pages);
            return Err(error).with_context(|| format!("cannot write `{}`", pages.display()));
        }
        Ok(())
    }

    fn sweep(&self) -> anyhow::Result<()> {
        // A build that was killed between its two renames left the former pages here, and none in their place.
        if self.former.exists() && !self.pages.exists() {
            fs::rename(&self.former, &self.pages)?;
        }
        for folder in [&self.folder, &self.former] {
            match fs::remove_dir_all(folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("cannot remove `{}`", folder.display()));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if let Err(error) = self.sweep() {
            eprintln!("note: {error:#}");
        }
    }
}

fn lock(build_dir: &Path) -> anyhow::Result<File> {
    let path = build_dir.join(".lock");
    let cannot = || format!("cannot lock `{}`", path.display());
    fs::create_dir_all(build_dir).with_context(cannot)?;
    let file = File::create(&path).with_context(cannot)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("waiting for another build of this book");
            file.lock().with_context(cannot)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(cannot),
    }
    Ok(file)
}

/// The pages replace a whole folder, so it must be one that holds pages and nothing else, or nothing at all.
fn may_be_replaced(pages: &Path) -> anyhow::Result<()> {
    let entries = match fs::read_dir(pages) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("cannot read `{}`", pages.display())),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name());
    }
    // mdBook puts `.nojekyll` among the pages, and no other file whose name begins with a dot.
    let hidden: Vec<_> = names.iter().filter(|name| name.to_string_lossy().starts_with('.')).collect();
    if !names.is_empty() && hidden != [".nojekyll"] {
        bail!(
            "`{}` holds something else than pages, and building replaces all of it\n\
             help: name a folder that is empty or does not exist",
            pages.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn published_pages_replace_the_former_ones_whole() {
        let temp = tempfile::tempdir().unwrap();
        let pages = temp.path().join("html");
        write(&pages.join(".nojekyll"), "");
        write(&pages.join("gone.html"), "");
        let staging = Staging::beside(&pages, temp.path()).unwrap();
        let built = staging.folder().join("html");
        write(&built.join("index.html"), "new");
        staging.publish(&built).unwrap();
        assert_eq!(fs::read_to_string(pages.join("index.html")).unwrap(), "new");
        assert!(!pages.join("gone.html").exists());
        let left: Vec<_> = fs::read_dir(temp.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "only the pages and the lock may be left: {left:?}");
    }

    #[test]
    fn unpublished_work_leaves_the_former_pages() {
        let temp = tempfile::tempdir().unwrap();
        let pages = temp.path().join("html");
        write(&pages.join(".nojekyll"), "");
        let staging = Staging::beside(&pages, temp.path()).unwrap();
        let folder = staging.folder().to_owned();
        write(&folder.join("html/index.html"), "half");
        drop(staging);
        assert!(pages.join(".nojekyll").exists() && !pages.join("index.html").exists());
        assert!(!folder.exists());
    }

    #[test]
    fn what_a_killed_build_left_is_swept_and_the_former_pages_come_back() {
        let temp = tempfile::tempdir().unwrap();
        write(&temp.path().join(".html.former/index.html"), "former");
        write(&temp.path().join(".html.building/html/index.html"), "half");
        let staging = Staging::beside(&temp.path().join("html"), temp.path()).unwrap();
        assert_eq!(fs::read_dir(staging.folder()).unwrap().count(), 0);
        drop(staging);
        assert_eq!(fs::read_to_string(temp.path().join("html/index.html")).unwrap(), "former");
        assert!(!temp.path().join(".html.former").exists());
    }

    #[test]
    fn a_second_build_waits_for_the_first() {
        let temp = tempfile::tempdir().unwrap();
        let pages = temp.path().join("html");
        let first = Staging::beside(&pages, temp.path()).unwrap();
        let (root, begun) = (temp.path().to_owned(), std::sync::mpsc::channel());
        let second = std::thread::spawn(move || {
            let staging = Staging::beside(&root.join("html"), &root).unwrap();
            begun.0.send(()).unwrap();
            drop(staging);
        });
        assert!(begun.1.recv_timeout(std::time::Duration::from_millis(100)).is_err(), "it did not wait");
        drop(first);
        begun.1.recv_timeout(std::time::Duration::from_secs(10)).unwrap();
        second.join().unwrap();
    }

    #[test]
    fn a_folder_with_other_things_is_never_replaced() {
        let temp = tempfile::tempdir().unwrap();
        for (name, file) in [("home", "letter.txt"), ("worktree", ".git/HEAD")] {
            let folder = temp.path().join(name);
            write(&folder.join(file), "precious");
            let error = Staging::beside(&folder, temp.path()).err().expect("refused").to_string();
            assert!(error.contains(name), "{error}");
            assert!(folder.join(file).exists());
        }
    }
}
