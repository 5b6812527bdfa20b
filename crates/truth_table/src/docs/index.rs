//! The index of a crate: `all.html` names every public item, stable or not.

use std::fs;
use std::path::Path;

use super::html::between;
use crate::error::Error;

/// A type or a trait that a crate's index names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// `std::sync::Mutex`; for a primitive, its name.
    pub path: String,
    /// The page, from the documentation's root.
    pub page: String,
}

/// The sections of the index that list types.
const TYPES: [&str; 5] = ["structs", "enums", "unions", "primitives", "types"];

/// Every type that the index of `krate` names.
///
/// # Errors
///
/// [`Error::File`] if there is no index, [`Error::Docs`] if it lists nothing.
pub fn index(root: &Path, krate: &str) -> Result<Vec<Item>, Error> {
    listed(root, krate, &TYPES)
}

/// Every trait that the index of `krate` names.
///
/// # Errors
///
/// Those of [`index`].
pub fn traits(root: &Path, krate: &str) -> Result<Vec<Item>, Error> {
    listed(root, krate, &["traits"])
}

fn listed(root: &Path, krate: &str, sections: &[&str]) -> Result<Vec<Item>, Error> {
    let page = format!("{krate}/all.html");
    let path = root.join(&page);
    let html = fs::read_to_string(&path).map_err(|source| Error::File { path, source })?;
    let items: Vec<Item> = sections.iter().flat_map(|section| items(krate, section, &html)).collect();
    if items.is_empty() {
        return Err(Error::Docs { page, message: format!("a list of {}", sections.join(", ")) });
    }
    Ok(items)
}

fn items(krate: &str, section: &str, html: &str) -> Vec<Item> {
    let list = between(html, &format!("<h3 id=\"{section}\">"), "</ul>").unwrap_or_default();
    let item = |link: &str| {
        let (href, name) = link.split_once("\">")?;
        let name = name.split('<').next()?;
        let path = if section == "primitives" { name.to_owned() } else { format!("{krate}::{name}") };
        Some(Item { path, page: format!("{krate}/{href}") })
    };
    list.split("<a href=\"").skip(1).filter_map(item).collect()
}
