//! The types that have no row, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::render::grouped;
use crate::tables::{Absent, Tables};

/// Types that exist on other platforms.
pub fn absent(tables: &Tables) -> String {
    if tables.absent.is_empty() {
        return String::new();
    }
    let mut text = format!(
        "## Not on this platform\n\n\
        The compiler can be asked only about types that it has. These {} exist elsewhere, and have no cells on {}:\n\n",
        grouped(tables.absent.len()),
        tables.version.host,
    );
    let mut platforms: BTreeMap<&str, Vec<&Absent>> = BTreeMap::new();
    for absent in &tables.absent {
        platforms.entry(&absent.only).or_default().push(absent);
    }
    for (platform, types) in platforms {
        let link =
            |absent: &&Absent| format!("[`{}`](https://doc.rust-lang.org/{})", absent.entry.full(), absent.entry.page);
        let links: Vec<String> = types.iter().map(link).collect();
        text.push_str(&details(&format!("{platform}: {}", grouped(types.len())), &links));
    }
    text
}

/// Types that no stable program can name.
pub fn unstable(tables: &Tables) -> String {
    let mut lists = String::new();
    let mut count = 0;
    for unstable in &tables.unstable {
        let paths = shown_once(&unstable.paths);
        count += paths.len();
        let paths: Vec<String> = paths.into_iter().map(|path| format!("`{path}`")).collect();
        let _ = writeln!(lists, "- **{}**: {}", unstable.feature, paths.join(", "));
    }
    format!(
        "## Left out: unstable types\n\n\
        std shows {} more public types that only a nightly compiler lets a program name, under these features:\n\n\
        <details>\n<summary>All of them</summary>\n\n{lists}\n</details>\n",
        grouped(count),
    )
}

/// The paths, each under the first of std, alloc and core that shows it.
fn shown_once(paths: &[String]) -> Vec<&str> {
    let mut shown = BTreeSet::new();
    let inner = |path: &str| path.split_once("::").map_or(path, |(_, inner)| inner).to_owned();
    paths.iter().filter(|path| shown.insert(inner(path))).map(String::as_str).collect()
}

fn details(summary: &str, items: &[String]) -> String {
    format!("<details>\n<summary>{summary}</summary>\n\n{}\n\n</details>\n\n", items.join(", "))
}
