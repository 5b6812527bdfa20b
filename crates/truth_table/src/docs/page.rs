//! The page of a type: its declaration, its stability, and where its source is.

use std::fs;
use std::path::Path;

use super::html::{between, text};
use crate::error::Error;

const DECLARATION: &str = "<pre class=\"rust item-decl\"><code>";

const NOT_DYN_COMPATIBLE: &str = "<div class=\"dyn-compatibility-info\"><p>This trait is <b>not</b>";

/// What a type's or a trait's page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The declaration as text; primitives have none.
    pub declaration: Option<String>,
    /// The badge under it.
    pub badge: Badge,
    /// Where it is defined, as file and line: the same for each path of a type. Primitives have none.
    pub source: Option<String>,
    /// Whether it is the page of a trait that `dyn` can name.
    pub dyn_compatible: bool,
}

/// The badge of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Badge {
    /// Stable everywhere.
    None,
    /// "This is a nightly-only experimental API", with the feature's name.
    Unstable(String),
    /// "Available on Windows only", with the platform.
    Only(String),
}

/// Reads a page.
///
/// # Errors
///
/// [`Error::File`] if it is not there, [`Error::Docs`] if it is no page of a type.
pub fn page(root: &Path, page: &str) -> Result<Page, Error> {
    let path = root.join(page);
    let html = fs::read_to_string(&path).map_err(|source| Error::File { path, source })?;
    let malformed = |message: &str| Error::Docs { page: page.to_owned(), message: message.to_owned() };
    let (_, main) = html.split_once("<div class=\"main-heading\">").ok_or_else(|| malformed("its heading"))?;
    let declared = between(main, DECLARATION, "</code></pre>");
    Ok(Page {
        declaration: declared.map(|html| text(&without_summaries(html))),
        badge: badge(main).ok_or_else(|| malformed("the name of the feature in its badge"))?,
        source: declared.and_then(|_| source(main)),
        dyn_compatible: page.contains("/trait.") && !main.contains(NOT_DYN_COMPATIBLE),
    })
}

/// The types that implement the trait named `name` of the module that `page` is in, if the trait has a page of its own
/// and each of them is written in one word.
pub fn implementors(root: &Path, page: &str, name: &str) -> Option<Vec<String>> {
    let page = Path::new(page).with_file_name(format!("trait.{name}.html"));
    let html = fs::read_to_string(root.join(page)).ok()?;
    let start = format!("impl {name} for ");
    let headings = html.split("<h3 class=\"code-header\">").skip(1);
    let headings = headings.filter_map(|part| part.split_once("</h3>")).map(|(heading, _)| text(heading));
    let implementors: Vec<String> =
        headings.filter_map(|heading| Some(heading.strip_prefix(&start)?.to_owned())).collect();
    let in_a_word = |implementor: &String| implementor.chars().all(char::is_alphanumeric);
    (!implementors.is_empty() && implementors.iter().all(in_a_word)).then_some(implementors)
}

/// `core/cell.rs.html#313`: the line where the definition begins.
fn source(html: &str) -> Option<String> {
    let href = between(html, "<a class=\"src\" href=\"", "\"")?;
    let (_, file) = href.split_once("src/")?;
    Some(file.split('-').next().unwrap_or(file).to_owned())
}

/// The badge that follows the declaration, or the heading of a primitive. None only if it is malformed.
fn badge(html: &str) -> Option<Badge> {
    let (_, below) = html.split_once("<span class=\"sub-heading\">")?;
    let (_, below) = below.split_once("</div>")?;
    let after = match below.strip_prefix(DECLARATION) {
        Some(declared) => declared.split_once("</code></pre>")?.1,
        None => below,
    };
    let Some(badge) = after.strip_prefix("<span class=\"item-info\">") else { return Some(Badge::None) };
    let (badge, _) = badge.split_once("</div></span>")?;
    if badge.contains("stab unstable") {
        let feature = between(badge, "API. (<code>", "</code>");
        return feature.map(|feature| Badge::Unstable(feature.to_owned()));
    }
    let platform =
        badge.split_once("<div class=\"stab portability\">Available on ").map(|(_, platform)| text(platform));
    Some(platform.map_or(Badge::None, |platform| Badge::Only(platform.trim_end_matches(" only.").to_owned())))
}

/// Without "Show 13 variants", which stands in the middle of long declarations.
fn without_summaries(html: &str) -> String {
    let mut parts = html.split("<summary");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("</summary>").map_or("", |(_, after)| after));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The part of a page between its heading and its description.
    fn page_with(declaration: &str, badge: &str) -> String {
        let declared = format!("{DECLARATION}{declaration}</code></pre>");
        let declared = if declaration.is_empty() { String::new() } else { declared };
        format!("<span class=\"sub-heading\"></span></div>{declared}{badge}<details class=\"toggle top-doc\" open>")
    }

    #[test]
    fn badges_say_what_a_type_needs() {
        let check = |declaration, badge: &str, expected| {
            let badge =
                if badge.is_empty() { String::new() } else { format!("<span class=\"item-info\">{badge}</span>") };
            assert_eq!(super::badge(&page_with(declaration, &badge)), Some(expected));
        };
        let unstable = "<div class=\"stab unstable\">API. (<code>never_type</code>)</div>";
        let windows = "<div class=\"stab portability\">Available on <strong>Windows</strong> only.</div>";
        let deprecated = "<div class=\"stab deprecated\">Deprecated since 1.8.0</div>";
        check("pub struct A;", "", Badge::None);
        check("", unstable, Badge::Unstable("never_type".to_owned()));
        check("pub struct A;", &format!("{unstable}{windows}"), Badge::Unstable("never_type".to_owned()));
        check("pub struct A;", windows, Badge::Only("Windows".to_owned()));
        check("pub struct A;", deprecated, Badge::None);
    }

    #[test]
    fn an_experimental_method_does_not_make_its_type_experimental() {
        let method =
            "<h4>fn f()</h4><span class=\"item-info\"><div class=\"stab unstable\">API. (<code>x</code>)</div></span>";
        assert_eq!(badge(&(page_with("pub struct A;", "") + method)), Some(Badge::None));
    }

    #[test]
    fn summaries_are_no_part_of_a_declaration() {
        let folded =
            "pub enum Char {<details><summary class=\"hideme\"><span>Show 128 variants</span></summary> Null = 0,";
        assert_eq!(text(&without_summaries(folded)), "pub enum Char { Null = 0,");
    }
}
