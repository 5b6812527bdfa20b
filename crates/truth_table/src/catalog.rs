//! The list of types, as it is committed.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::docs;
use crate::error::Error;
use crate::survey::survey;

/// Every public type of std, core and alloc, as the documentation of one compiler lists them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    /// The declared stable types.
    #[serde(rename = "type")]
    pub types: Vec<Declared>,
    /// The stable traits.
    #[serde(rename = "trait")]
    pub traits: Vec<Trait>,
    /// The unstable ones, by feature.
    pub unstable: Vec<Unstable>,
}

/// A declared type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// `std::sync::Mutex`
    pub path: String,
    /// `std/sync/struct.Mutex.html`
    pub page: String,
    /// `'a`, `T: ?Sized`
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<String>,
    /// The defaults that parameters have: `S = RandomState`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defaults: Vec<String>,
    /// What the one parameter can be, if its bound is closed: all that implement it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_for: Vec<String>,
    /// Other paths of the same type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Where it exists, if not everywhere: `Windows`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
}

/// A declared trait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trait {
    /// `std::error::Error`
    pub path: String,
    /// `Rhs`
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<String>,
    /// Whether `dyn` can name it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dyn_compatible: bool,
    /// Where it exists, if not everywhere: `Windows`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
}

/// The types that one unstable feature shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unstable {
    /// Such as `allocator_api`.
    pub feature: String,
    /// Such as `std::alloc::Global`.
    pub paths: Vec<String>,
}

const HEADER: &str = "\
# Every public type of std, alloc and core, from their documentation. Generated; a test holds it against the\n\
# documentation that is installed, and says how to make it again.\n\n";

impl Catalog {
    /// The committed list.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if it is malformed.
    pub fn committed() -> Result<Catalog, Error> {
        toml::from_str(include_str!("../data/types.toml"))
            .map_err(|error| Error::Data { file: "types.toml", message: error.to_string() })
    }

    /// The list that the documentation under `root` makes.
    ///
    /// # Errors
    ///
    /// [`Error::File`] and [`Error::Docs`] if the documentation cannot be read.
    pub fn from_docs(root: &Path) -> Result<Catalog, Error> {
        survey(root)
    }

    /// Writes the list to `path`, as `data/types.toml` of this crate is written.
    ///
    /// # Errors
    ///
    /// [`Error::File`] if it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let text =
            toml::to_string(self).map_err(|error| Error::Data { file: "types.toml", message: error.to_string() })?;
        fs::write(path, HEADER.to_owned() + &text).map_err(|source| Error::File { path: path.to_owned(), source })
    }

    /// Every path that the list names, stable or not.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let stable = self.types.iter().flat_map(|declared| std::iter::once(&declared.path).chain(&declared.also));
        stable.chain(self.unstable.iter().flat_map(|unstable| &unstable.paths)).map(String::as_str)
    }
}

/// Makes the list anew from the documentation that is installed with `rustc`, and writes it to `path`.
///
/// # Errors
///
/// [`Error::NoDocs`] if none is installed, and those of [`Catalog::from_docs`] and [`Catalog::write`].
pub fn write_list(rustc: &Path, path: &Path) -> Result<Catalog, Error> {
    let root = docs::installed(rustc).ok_or_else(|| Error::NoDocs { rustc: rustc.to_owned() })?;
    let catalog = Catalog::from_docs(&root)?;
    catalog.write(path)?;
    Ok(catalog)
}
