//! Links to <https://doc.rust-lang.org/>, checked against the copy that rustup installs with a toolchain.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use listing::rustc::Rustc;

use super::Fault;
use super::pages::Pages;

/// What such links begin with.
pub const SITE: &str = "https://doc.rust-lang.org/";

/// The toolchain's documentation, where it is installed.
pub struct StdDocs {
    release: String,
    pages: Option<Pages>,
    unchecked: usize,
}

impl StdDocs {
    /// The documentation of the compiler that the book at `root` is checked with.
    pub fn of(root: &Path) -> anyhow::Result<Self> {
        let rustc = Rustc::find(root)?;
        let output = Command::new(&rustc.path).args(["--print", "sysroot"]).output();
        let output = output.with_context(|| format!("cannot run `{}`", rustc.path.display()))?;
        let sysroot = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
        Ok(StdDocs::at(&sysroot.join("share/doc/rust/html"), rustc.release))
    }

    fn at(folder: &Path, release: String) -> Self {
        let pages = folder.join("std").is_dir().then(|| Pages::new(folder.to_owned()));
        StdDocs { release, pages, unchecked: 0 }
    }

    /// What is wrong with a link, given by what follows [`SITE`].
    pub fn fault(&mut self, path: &str) -> Option<Fault> {
        let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
        let path = self.of_this_release(path)?;
        let Some(pages) = &mut self.pages else {
            self.unchecked += 1;
            return None;
        };
        let is_folder = !path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        let file = if is_folder { Path::new(path).join("index.html") } else { PathBuf::from(path) };
        if !pages.has(&file) {
            let message = format!("rustc {}'s documentation has no `{}`", self.release, file.display());
            return Some(Fault::new(message, "look for the page with `rustup doc --std`"));
        }
        // Lines of source code (`#12-34`) and fragments for a text (`#:~:text=`) are made by the browser.
        let fragment = fragment.filter(|fragment| !path.starts_with("src/") && !fragment.starts_with(":~:"))?;
        let ids = pages.ids(&file)?;
        let near = ids.closest(fragment).map_or_else(String::new, |near| format!("; did you mean `#{near}`?"));
        let message = format!("rustc {}'s page has no `#{fragment}`", self.release);
        (!ids.contains(fragment))
            .then(|| Fault::new(message, format!("look at the page with `rustup doc --std`{near}")))
    }

    /// That links were not checked, if so.
    pub fn notice(&self) -> Option<String> {
        (self.unchecked > 0).then(|| {
            format!(
                "{} links to {SITE} were not checked: this toolchain has no documentation \
                 (`rustup component add rust-docs`)",
                self.unchecked
            )
        })
    }

    /// Takes off what stands for this release; `None` for the documentation of another.
    fn of_this_release<'a>(&self, path: &'a str) -> Option<&'a str> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let is_release = first.starts_with(|c: char| c.is_ascii_digit());
        match first {
            "stable" => Some(rest),
            _ if first == self.release => Some(rest),
            "nightly" | "beta" => None,
            _ if is_release => None,
            _ => Some(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn fault(path: &str) -> Option<String> {
        let temp = tempfile::tempdir().unwrap();
        for (file, text) in [
            ("std/sync/struct.Arc.html", "<section id=\"impl-Send-for-Arc%3CT,+A%3E\"><h2 id=\"method.clone\">"),
            ("std/index.html", ""),
            ("src/std/lib.rs.html", ""),
            ("error_codes/E0277.html", ""),
        ] {
            let file = temp.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        StdDocs::at(temp.path(), "1.95.0".into()).fault(path).map(|fault| format!("{} / {}", fault.message, fault.help))
    }

    #[test]
    fn links_that_lead_somewhere_are_left_alone() {
        for path in [
            "std",
            "std/",
            "std/sync/struct.Arc.html",
            "stable/std/sync/struct.Arc.html#method.clone",
            "1.95.0/std/sync/struct.Arc.html#impl-Send-for-Arc%3CT,+A%3E",
            "src/std/lib.rs.html#12-34",
            "error_codes/E0277.html",
            "nightly/std/no/such.html",
            "1.60.0/std/no/such.html",
        ] {
            assert_eq!(fault(path), None, "{path}");
        }
    }

    #[test]
    fn broken_links_say_what_is_missing() {
        for (path, said) in [
            ("std/sync/struct.Ark.html", "no `std/sync/struct.Ark.html`"),
            ("stable/std/nothing/", "no `std/nothing/index.html`"),
            ("sdt/", "no `sdt/index.html`"),
            (
                "std/sync/struct.Arc.html#method.clones",
                "no `#method.clones` / look at the page with `rustup doc --std`; did you mean `#method.clone`?",
            ),
        ] {
            let fault = fault(path).expect(path);
            assert!(fault.contains(said), "{fault}");
        }
    }

    #[test]
    fn a_toolchain_without_documentation_is_told_once() {
        let mut docs = StdDocs::at(Path::new("nowhere"), "1.95.0".into());
        assert!(docs.notice().is_none());
        assert!(docs.fault("std/a.html").is_none() && docs.fault("std/b.html").is_none());
        assert!(docs.notice().unwrap().starts_with("2 links"));
    }
}
