//! Gives skeptic every chapter, expanded: one test for every code block of the book.

use std::path::{Path, PathBuf};
use std::{env, process};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("chapters");
    for folder in ["src", "examples"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    match chapters(&root, &out) {
        Ok(chapters) => skeptic::generate_doc_tests(&chapters),
        Err(error) => {
            eprintln!("{error}");
            process::exit(1);
        }
    }
}

fn chapters(root: &Path, out: &Path) -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    Ok(listing::doctest::write_chapters(
        &listing::Project::open(root)?,
        out,
    )?)
}
