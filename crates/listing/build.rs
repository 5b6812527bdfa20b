//! Hashes this crate's own sources, so that a change of how results are made retires the results made before.

use std::{env, fs, hash::Hasher, path::Path};

fn main() {
    let source = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src");
    let mut files: Vec<_> = fs::read_dir(&source)
        .expect("a crate has a src folder")
        .map(|entry| entry.expect("src can be listed").path())
        .collect();
    files.sort();
    let mut hasher = std::hash::DefaultHasher::new();
    for file in files {
        hasher.write(&fs::read(&file).expect("a source file can be read"));
    }
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rustc-env=LISTING_SOURCE_HASH={:016x}", hasher.finish());
}
