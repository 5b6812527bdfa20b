//! Hashes this crate's own sources and the versions of what it uses, so that a change of how results are made retires the
//! results made before.

use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=../../Cargo.lock");
    println!(
        "cargo::rustc-env=LISTING_SOURCE_HASH={:016x}",
        hash(&package.join("src"), &package.join("../../Cargo.lock"))
    );
}

/// A hash of all files in `source`, and of `lock` where it is.
pub fn hash(source: &Path, lock: &Path) -> u64 {
    let mut files = Vec::new();
    collect(source, &mut files);
    files.sort();
    files.extend(lock.is_file().then(|| lock.to_owned()));
    let mut hasher = std::hash::DefaultHasher::new();
    for file in files {
        hasher.write(&fs::read(&file).expect("a source file can be read"));
    }
    hasher.finish()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src and its folders can be listed") {
        let path = entry.expect("src and its folders can be listed").path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}
