//! Where the book is.

use std::path::{Path, PathBuf};

use anyhow::bail;

/// The book's root: the nearest folder from `start` upwards with book.toml beside examples/, else the one that this
/// binary was compiled in, so that `cargo run --manifest-path` works from anywhere.
pub fn find(start: &Path) -> anyhow::Result<PathBuf> {
    let compiled_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    find_or(start, &compiled_in)
}

fn find_or(start: &Path, fallback: &Path) -> anyhow::Result<PathBuf> {
    match start.ancestors().chain([fallback]).find(|folder| is_root(folder)) {
        Some(root) => Ok(root.to_owned()),
        None => bail!(
            "no book found: neither `{}` nor a folder above it holds book.toml beside examples/\n\
             help: run this inside a clone of the book",
            start.display()
        ),
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join("book.toml").is_file() && folder.join("examples").is_dir()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn book_in(folder: &Path) {
        fs::create_dir_all(folder.join("examples")).unwrap();
        fs::write(folder.join("book.toml"), "").unwrap();
    }

    #[test]
    fn the_nearest_book_above_is_found() {
        let temp = tempfile::tempdir().unwrap();
        let (clone, elsewhere) = (temp.path().join("clone"), temp.path().join("elsewhere"));
        book_in(&clone);
        book_in(&elsewhere);
        let deep = clone.join("src/img");
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(find_or(&deep, &elsewhere).unwrap(), clone);
    }

    #[test]
    fn outside_a_clone_the_compiled_in_book_is_found() {
        let temp = tempfile::tempdir().unwrap();
        let elsewhere = temp.path().join("elsewhere");
        book_in(&elsewhere);
        assert_eq!(find_or(temp.path(), &elsewhere).unwrap(), elsewhere);
    }

    #[test]
    fn an_mdbook_without_examples_is_not_ours_and_the_message_says_what_was_sought() {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("book.toml"), "").unwrap();
        let error = find_or(temp.path(), &temp.path().join("none")).unwrap_err().to_string();
        assert!(error.contains("book.toml beside examples/"), "{error}");
        assert!(error.contains(&temp.path().display().to_string()), "{error}");
    }
}
