//! Results kept under target/, each under a key made of all that it depends on.
//!
//! What is kept is what was observed, never a verdict: whether a listing holds is judged anew each time.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::problem::Error;

/// A folder of results.
#[derive(Debug, Clone)]
pub(crate) struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The results kept in `folder`, which need not exist.
    pub(crate) fn at(folder: PathBuf) -> Cache {
        Cache { folder }
    }

    /// What is kept under `key`. An entry that is not as it was written counts as none.
    pub(crate) fn get<T: DeserializeOwned>(&self, key: &Key) -> Option<T> {
        let bytes = fs::read(self.path(key)).ok()?;
        let (sum, value) = bytes.split_at_checked(blake3::OUT_LEN)?;
        (blake3::hash(value).as_bytes() == sum).then(|| serde_json::from_slice(value).ok())?
    }

    /// Whether anything is kept under `key`, good or not.
    pub(crate) fn has(&self, key: &Key) -> bool {
        self.path(key).exists()
    }

    /// Keeps `value`, behind a checksum. It is written beside its place and renamed, so that nobody reads half of it.
    pub(crate) fn put<T: Serialize>(&self, key: &Key, value: &T) -> Result<(), Error> {
        let path = self.path(key);
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            let value = serde_json::to_vec(value)?;
            file.write_all(blake3::hash(&value).as_bytes())?;
            file.write_all(&value)?;
            file.persist(&path)?;
            Ok(())
        };
        write().map_err(|source| Error::Write { path: path.clone(), source })
    }

    fn path(&self, key: &Key) -> PathBuf {
        self.folder.join(&key.0)
    }
}

/// What a result depends on, hashed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key(String);

impl Key {
    /// Hashes `parts`, and the sources of this crate.
    pub(crate) fn new<'a>(parts: impl IntoIterator<Item = &'a str>) -> Key {
        let mut hasher = blake3::Hasher::new();
        for part in [env!("LISTING_SOURCE_HASH")].into_iter().chain(parts) {
            hasher.update(&part.len().to_le_bytes());
            hasher.update(part.as_bytes());
        }
        Key(hasher.finalize().to_hex()[..32].to_owned())
    }
}

/// The folder of results of the book at `root`.
pub(crate) fn folder(root: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root.join(target.unwrap_or_else(|| "target".into())).join("listings")
}
