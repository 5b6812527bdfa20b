//! Makes the list of types from std's documentation.
//!
//! A type can have many paths: `std::rc::Rc` is `alloc::rc::Rc`, and `std::sync::poison::Mutex` an unstable name of
//! `std::sync::Mutex`. They are one type because their pages link to one line of source.

use std::collections::BTreeMap;
use std::path::Path;

use crate::catalog::{Catalog, Declared, Trait, Unstable};
use crate::docs::{self, Badge, Item};
use crate::error::Error;
use crate::syntax;

/// The crates whose public types are listed. A type that several of them show is listed under the first.
const CRATES: [&str; 3] = ["std", "alloc", "core"];

/// Reads the indexes of all crates under `root`, and the page of every type that they name.
pub fn survey(root: &Path) -> Result<Catalog, Error> {
    let mut found = Found::default();
    for krate in CRATES {
        for item in docs::index(root, krate)? {
            found.add(root, item)?;
        }
        for item in docs::traits(root, krate)? {
            found.add_trait(root, item)?;
        }
    }
    Ok(found.catalog())
}

/// What reading the documentation has found so far.
#[derive(Default)]
struct Found {
    /// In the order of the index.
    types: Vec<Declared>,
    /// Where in `types` the types of each definition are.
    defined: BTreeMap<String, Vec<usize>>,
    unstable: Vec<Hidden>,
    /// By their definitions.
    traits: BTreeMap<String, Trait>,
    /// The index page of each module, and where the module exists.
    modules: BTreeMap<String, Option<String>>,
}

impl Found {
    fn add(&mut self, root: &Path, item: Item) -> Result<(), Error> {
        let page = docs::page(root, &item.page)?;
        let only = match page.badge {
            Badge::Unstable(feature) => {
                self.unstable.push(Hidden { path: item.path, feature, source: page.source });
                return Ok(());
            }
            Badge::Only(platform) => Some(platform),
            Badge::None => self.module_only(root, &item.page)?,
        };
        let (Some(declaration), Some(source)) = (page.declaration, page.source) else {
            return Ok(()); // a primitive: those are in data/language.toml
        };
        let unread = || Error::Docs { page: item.page.clone(), message: format!("a declaration in `{declaration}`") };
        let parameters = docs::parameters(&declaration).ok_or_else(unread)?;
        let defaults = docs::defaults(&declaration);
        let only_for = closed(root, &item.page, &parameters);
        let (path, page, also) = (item.path, item.page, Vec::new());
        self.define(source, Declared { path, page, parameters, defaults, only_for, also, only });
        Ok(())
    }

    /// Lists a stable trait, under the first of its paths.
    fn add_trait(&mut self, root: &Path, item: Item) -> Result<(), Error> {
        let page = docs::page(root, &item.page)?;
        let only = match page.badge {
            Badge::Unstable(_) => return Ok(()),
            Badge::Only(platform) => Some(platform),
            Badge::None => self.module_only(root, &item.page)?,
        };
        let unread = || Error::Docs { page: item.page.clone(), message: "the declaration of a trait".to_owned() };
        let declaration = page.declaration.ok_or_else(unread)?;
        let parameters = docs::trait_parameters(&declaration).ok_or_else(unread)?;
        let definition = definition(page.source.as_deref().unwrap_or_default(), &item.path);
        let dyn_compatible = page.dyn_compatible;
        self.traits.entry(definition).or_insert(Trait { path: item.path, parameters, dyn_compatible, only });
        Ok(())
    }

    /// Where the module of a page exists: its badge stands for the types that have none.
    fn module_only(&mut self, root: &Path, page: &str) -> Result<Option<String>, Error> {
        let index = match page.rsplit_once('/') {
            Some((module, _)) => format!("{module}/index.html"),
            None => return Ok(None),
        };
        if let Some(only) = self.modules.get(&index) {
            return Ok(only.clone());
        }
        let only = match docs::page(root, &index)?.badge {
            Badge::Only(platform) => Some(platform),
            Badge::None | Badge::Unstable(_) => None,
        };
        self.modules.insert(index, only.clone());
        Ok(only)
    }

    /// Lists a type, under the shorter of its paths if it is there already.
    fn define(&mut self, source: String, mut declared: Declared) {
        let definition = self.defined.entry(definition(&source, &declared.path)).or_default();
        let Some(&at) = definition.iter().find(|&&at| same(&self.types[at], &declared)) else {
            definition.push(self.types.len());
            self.types.push(declared);
            return;
        };
        let known = &mut self.types[at];
        let length = |path: &str| path.matches("::").count();
        if krate(&known.path) == krate(&declared.path) && length(&declared.path) < length(&known.path) {
            std::mem::swap(known, &mut declared);
            known.also = std::mem::take(&mut declared.also);
        }
        known.also.push(declared.path);
    }

    fn catalog(mut self) -> Catalog {
        let mut unstable: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for hidden in std::mem::take(&mut self.unstable) {
            match self.stable_definition(&hidden) {
                Some(stable) => stable.also.push(hidden.path),
                None => unstable.entry(hidden.feature).or_default().push(hidden.path),
            }
        }
        self.types.sort_by(|a, b| a.path.cmp(&b.path));
        let unstable = unstable.into_iter().map(|(feature, paths)| Unstable { feature, paths });
        let mut traits: Vec<Trait> = self.traits.into_values().collect();
        traits.sort_by(|a, b| a.path.cmp(&b.path));
        Catalog { types: self.types, traits, unstable: unstable.collect() }
    }

    /// The stable type that an unstable path is another name of: `std::sync::poison::Mutex` is `std::sync::Mutex`.
    fn stable_definition(&mut self, hidden: &Hidden) -> Option<&mut Declared> {
        let definition = self.defined.get(&definition(hidden.source.as_ref()?, &hidden.path))?;
        self.types.get_mut(*definition.first()?)
    }
}

/// An unstable path.
struct Hidden {
    path: String,
    feature: String,
    source: Option<String>,
}

/// What all paths of a type have in common: where it is defined, and its name, since one macro can define many.
fn definition(source: &str, path: &str) -> String {
    format!("{source} {}", path.rsplit("::").next().unwrap_or(path))
}

/// Whether two types of one definition are one type: one crate can define a type for each of two platforms.
fn same(a: &Declared, b: &Declared) -> bool {
    krate(&a.path) != krate(&b.path) || a.only == b.only
}

fn krate(path: &str) -> Option<&str> {
    path.split("::").next()
}

/// What the one parameter can be, where its bound is a trait that only words implement, such as `ZeroablePrimitive`.
fn closed(root: &Path, page: &str, parameters: &[String]) -> Vec<String> {
    let [parameter] = parameters else { return Vec::new() };
    docs::implementors(root, page, syntax::bounded(parameter).1).unwrap_or_default()
}
