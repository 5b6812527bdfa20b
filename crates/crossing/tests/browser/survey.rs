//! One walk through the book: each page as it is on a desktop, on a phone, on paper, and without JavaScript.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use crate::page::Page;

/// The phones that it has to fit: a common one, and the narrowest that WCAG asks for.
pub const WIDTHS: [u32; 2] = [360, 320];
/// mdBook's.
pub const THEMES: [&str; 5] = ["light", "rust", "coal", "navy", "ayu"];

const DESKTOP: u32 = 1360;
/// An A4 page within its margins, at 96 px an inch.
const PAPER: u32 = 658;

const INVENTORY: &str = include_str!("probes/inventory.js");
const CONTRAST: &str = include_str!("probes/contrast.js");
const SIDEWAYS: &str = include_str!("probes/sideways.js");
const PRINT: &str = include_str!("probes/print.js");

/// All pages, in the order of the contents.
pub struct Survey(Vec<Visit>);

/// What one page showed.
pub struct Visit {
    pub path: String,
    pub with_scripts: Inventory,
    pub without_scripts: Inventory,
    /// By width: what makes the page scroll sideways, or is cut off.
    pub sideways: BTreeMap<u32, Vec<String>>,
    /// By theme.
    pub contrast: BTreeMap<&'static str, Measured>,
    pub print: Print,
    pub requests: Vec<String>,
    pub console: Vec<String>,
}

/// What the page says that was checked.
#[derive(Debug, Deserialize)]
pub struct Inventory {
    /// Their whole text, by the figure's id.
    pub listings: BTreeMap<String, String>,
    pub claims: Vec<String>,
    pub foot: Option<String>,
    /// What is there but not shown. Closed answers and hidden lines can be opened, and do not count.
    pub unseen: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Measured {
    pub measured: usize,
    /// Texts below the contrast that is asked for.
    pub faults: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Print {
    /// How many `<details>` were closed on the screen.
    pub closed: usize,
    /// What is not on the paper, or not whole.
    pub faults: Vec<String>,
}

impl Survey {
    pub fn take(page: &Page) -> Self {
        page.open("index.html");
        let paths: Vec<String> = page.eval(
            "return [...new Set(all('#mdbook-sidebar .chapter-item a[href]').map((link) => link.pathname.slice(1)))]",
        );
        assert!(paths.len() >= 5, "the contents name only {paths:?}");
        page.requests();
        page.console();
        Survey(paths.into_iter().map(|path| Visit::pay(page, path)).collect())
    }

    pub fn visits(&self) -> &[Visit] {
        &self.0
    }
}

impl Visit {
    fn pay(page: &Page, path: String) -> Self {
        page.screen(DESKTOP, false);
        page.open(&path);
        let with_scripts = page.eval(INVENTORY);
        let contrast = THEMES.map(|theme| (theme, page.eval_with(CONTRAST, json!(theme)))).into();
        page.media("print");
        page.screen(PAPER, false);
        let print = page.eval(PRINT);
        page.media("screen");

        page.screen(WIDTHS[0], true);
        page.open(&path);
        let fits = |width| {
            page.screen(width, true);
            (width, page.eval_with(SIDEWAYS, json!(width)))
        };
        let mut sideways = BTreeMap::from(WIDTHS.map(fits));

        page.javascript(false);
        page.open(&path);
        let without_scripts = page.eval(INVENTORY);
        let (width, more) = fits(WIDTHS[1]);
        let more: Vec<String> = more;
        sideways.entry(width).or_default().extend(more.into_iter().map(|fault| format!("without JavaScript: {fault}")));
        page.javascript(true);
        let (requests, console) = (page.requests(), page.console());
        Visit { path, with_scripts, without_scripts, sideways, contrast, print, requests, console }
    }

    /// What a reader without JavaScript does not get.
    pub fn lost_without_scripts(&self) -> Vec<String> {
        let (with, without) = (&self.with_scripts, &self.without_scripts);
        let mut lost = without.unseen.clone();
        for (id, text) in &with.listings {
            match without.listings.get(id) {
                None => lost.push(format!("#{id} is not there")),
                Some(other) if other != text => lost.push(format!("#{id} differs:\n{text}\n—\n{other}")),
                Some(_) => {}
            }
        }
        if with.claims != without.claims {
            lost.push(format!("claims: {:?}, not {:?}", without.claims, with.claims));
        }
        if with.foot != without.foot {
            lost.push(format!("the foot says {:?}, not {:?}", without.foot, with.foot));
        }
        if !with.listings.is_empty() && without.foot.is_none() {
            lost.push("no foot says what was checked".to_owned());
        }
        lost
    }
}
