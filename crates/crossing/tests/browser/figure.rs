//! One listing on the page that is open.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use crate::page::{CONTROL, Page};

/// A listing, by the outcome or the name that the page gives it.
pub struct Figure<'p> {
    page: &'p Page,
    /// Finds it in the page.
    pub selector: String,
    /// Its file's name, without `.rs`.
    pub name: String,
}

/// What a run of the reader's own came to.
#[derive(Debug, Deserialize)]
pub struct Panel {
    /// In one line: what happened, where, with what.
    pub title: String,
    /// The outcome, in a directive's word, where there was one.
    pub outcome: Option<String>,
    /// What is said where there is no result.
    pub notice: String,
    /// What was printed, by the name that the page gives it.
    pub streams: BTreeMap<String, String>,
}

/// The panel as soon as it holds a result or a reason why there is none.
const PANEL: &str = r#"
    const panel = document.querySelector(given)?.querySelector(".answer[data-kind='run']");
    const outcome = panel?.querySelector(".outcome-word");
    if (!panel || !(outcome || panel.matches(".run-notice"))) return null;
    const streams = all(":scope > .stream-title + pre", panel).filter(shown);
    return {
      title: words(panel.querySelector(".answer-title")),
      outcome: outcome?.dataset.outcome ?? null,
      notice: all(":scope > p:not(.answer-title, .stream-title, .run-same)", panel).map(words).join(" "),
      streams: Object.fromEntries(streams.map((pre) => [words(pre.previousElementSibling), pre.innerText])),
    };
"#;

impl<'p> Figure<'p> {
    /// The first listing of the page that matches `selector`.
    #[track_caller]
    pub fn first(page: &'p Page, selector: &str) -> Self {
        let found: Option<(String, String)> = page.eval_with(
            "const figure = document.querySelector(`figure.listing${given}`);
             return figure && [figure.id, figure.dataset.name];",
            json!(selector),
        );
        let Some((id, name)) = found else { panic!("the page has no listing `{selector}`") };
        Figure { page, selector: format!("#{id}"), name }
    }

    /// The first listing that matches one of the selectors, if there is one.
    pub fn any(page: &'p Page, selectors: &str) -> Option<Self> {
        let found: Option<(String, String)> = page.eval_with(
            "const figure = all('figure.listing').find((figure) => figure.matches(given));
             return figure && [figure.id, figure.dataset.name];",
            json!(selectors),
        );
        found.map(|(id, name)| Figure { page, selector: format!("#{id}"), name })
    }

    /// The first listing of the page with this outcome.
    #[track_caller]
    pub fn with_outcome(page: &'p Page, outcome: &str) -> Self {
        Figure::first(page, &format!("[data-outcome='{outcome}']"))
    }

    /// A selector for a part of it.
    pub fn part(&self, within: &str) -> String {
        format!("{} {within}", self.selector)
    }

    /// The texts that a reader sees, of all that matches.
    #[track_caller]
    pub fn texts(&self, within: &str) -> Vec<String> {
        self.page.eval_with("return all(given).filter(shown).map((part) => part.innerText)", json!(self.part(within)))
    }

    /// The text that a reader sees, of the one part that matches.
    #[track_caller]
    pub fn text(&self, within: &str) -> String {
        let texts = self.texts(within);
        let [text] = texts.as_slice() else {
            panic!("`{}` is shown {} times: {texts:?}", self.part(within), texts.len())
        };
        text.clone()
    }

    /// Presses Run.
    #[track_caller]
    pub fn start(&self) {
        self.choose("Run");
    }

    /// Presses Edit, and writes another program in place of this one.
    #[track_caller]
    pub fn rewrite(&self, program: &str) {
        // What is being edited already is written anew.
        match self.texts("textarea").is_empty() {
            true => self.choose("Edit"),
            false => self.page.focus(&self.part("textarea")),
        }
        self.page.press(&[CONTROL, 'a']);
        self.page.write(program);
    }

    /// Presses the button of that name, in its head or in its panel.
    #[track_caller]
    pub fn choose(&self, name: &str) {
        // Some are quiet until the pointer or the keyboard comes near.
        self.page.focus(&self.part(".listing-tools .copy"));
        self.page.press_button(&self.selector, name);
    }

    /// Why there is no result, or what is asked first.
    #[track_caller]
    pub fn trouble(&self) -> Panel {
        let panel: Panel = self.page.wait_with(&format!("words on {}", self.name), PANEL, json!(self.selector));
        assert!(panel.outcome.is_none(), "{}: a result, and no trouble: {panel:?}", self.name);
        panel
    }

    /// What its run came to.
    #[track_caller]
    pub fn panel(&self) -> Panel {
        let panel: Panel = self.page.wait_with(&format!("the result of {}", self.name), PANEL, json!(self.selector));
        assert!(panel.outcome.is_some(), "no result of {}: {}", self.name, panel.notice);
        panel
    }

    /// Presses Run and waits.
    #[track_caller]
    pub fn run(&self) -> Panel {
        self.start();
        self.panel()
    }
}
