//! The browser's one page, and what a reader does with it.
//!
//! Whatever the browser refuses is a panic, with the caller's place: these are tests.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::book::Book;
use crate::driver::Browser;
use crate::survey::Survey;

/// What every script may use.
const PRELUDE: &str = include_str!("probes/prelude.js");
/// How long something may take on a busy machine: a run, compiler included.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(30);

/// Keys that print nothing, as WebDriver writes them.
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const CONTROL: char = '\u{e009}';
pub const DOWN: char = '\u{e015}';

/// The page. It ends the browser and the server with it.
pub struct Page {
    browser: Browser,
    survey: OnceCell<Survey>,
    /// Whether the survey was begun.
    surveyed: Cell<bool>,
    /// The book that it shows.
    pub book: Book,
}

impl Page {
    pub fn new(browser: Browser, book: Book) -> Self {
        Page { browser, survey: OnceCell::new(), surveyed: Cell::new(false), book }
    }

    /// What is true of every page, found out the first time that it is asked for.
    pub fn survey(&self) -> &Survey {
        self.survey.get_or_init(|| {
            assert!(!self.surveyed.replace(true), "the walk through the book broke off: see the first failure");
            Survey::take(self)
        })
    }

    /// Back to a new reader with a desktop screen who wants no motion.
    pub fn forget(&self) {
        self.cdp("Emulation.clearDeviceMetricsOverride", json!({}));
        self.javascript(true);
        self.media("screen");
        self.cdp("Storage.clearDataForOrigin", json!({ "origin": self.book.origin, "storageTypes": "all" }));
        self.go("about:blank");
    }

    /// Loads a page of the book, by its path: `index.html`.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.go(&format!("{}/{path}", self.book.origin));
    }

    /// Turns the page's scripts on or off, from the next load on.
    pub fn javascript(&self, on: bool) {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !on }));
    }

    /// Screen or print.
    pub fn media(&self, media: &str) {
        let still = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": media, "features": still }));
    }

    /// A screen of this width: a phone's if it is `mobile`.
    pub fn screen(&self, width: u32, mobile: bool) {
        let screen = json!({ "width": width, "height": 780, "deviceScaleFactor": 1, "mobile": mobile });
        self.cdp("Emulation.setDeviceMetricsOverride", screen);
    }

    /// What a script returns.
    #[track_caller]
    pub fn eval<T: DeserializeOwned>(&self, script: &str) -> T {
        self.eval_with(script, json!(null))
    }

    /// What a script returns that gets `given`.
    #[track_caller]
    pub fn eval_with<T: DeserializeOwned>(&self, script: &str, given: Value) -> T {
        let whole = format!("{PRELUDE}\nconst given = arguments[0];\n{script}");
        match self.browser.post("/execute/sync", &json!({ "script": whole, "args": [given] })) {
            Ok(value) => match serde_json::from_value(value.clone()) {
                Ok(answer) => answer,
                Err(error) => panic!("{error}\nin the answer:\n{value:#}"),
            },
            Err(error) => panic!("{error}\nin the script:\n{script}"),
        }
    }

    /// What a script returns as soon as that is neither null nor false.
    #[track_caller]
    pub fn wait<T: DeserializeOwned>(&self, what: &str, script: &str) -> T {
        self.wait_with(what, script, json!(null))
    }

    /// The same, of a script that gets `given`.
    #[track_caller]
    pub fn wait_with<T: DeserializeOwned>(&self, what: &str, script: &str, given: Value) -> T {
        let begun = Instant::now();
        loop {
            let value: Value = self.eval_with(script, given.clone());
            if !value.is_null() && value != json!(false) {
                match serde_json::from_value(value) {
                    Ok(answer) => return answer,
                    Err(error) => panic!("{what}: {error}"),
                }
            }
            assert!(begun.elapsed() < PATIENCE, "waited {} s for {what}", PATIENCE.as_secs());
            std::thread::sleep(PAUSE);
        }
    }

    /// Presses the mouse button on an element, as a reader can: what is covered or not shown is a failure.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        // Chromium would scroll no further than to the edge, under the bar there.
        self.eval_with::<()>("document.querySelector(given)?.scrollIntoView({ block: 'center' })", json!(selector));
        let find = json!({ "using": "css selector", "value": selector });
        let clicked = self.browser.post("/element", &find).and_then(|found| {
            let id = found.as_object().and_then(|found| found.values().next()?.as_str()).unwrap_or_default();
            self.browser.post(&format!("/element/{id}/click"), &json!({}))
        });
        if let Err(error) = clicked {
            panic!("cannot click `{selector}`: {error}");
        }
    }

    /// Gives an element the focus.
    #[track_caller]
    pub fn focus(&self, selector: &str) {
        self.eval_with::<()>("document.querySelector(given).focus()", json!(selector));
    }

    /// Holds keys down together, then releases them.
    #[track_caller]
    pub fn press(&self, keys: &[char]) {
        let down = keys.iter().map(|&key| ("keyDown", key));
        let up = keys.iter().rev().map(|&key| ("keyUp", key));
        self.keys(down.chain(up));
    }

    /// Types a text.
    #[track_caller]
    pub fn write(&self, text: &str) {
        self.keys(text.chars().flat_map(|key| [("keyDown", key), ("keyUp", key)]));
    }

    /// The addresses of all requests since this was last asked.
    pub fn requests(&self) -> Vec<String> {
        let sent = self.log("performance").into_iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let asked = event["message"]["method"] == "Network.requestWillBeSent";
            asked.then(|| event["message"]["params"]["request"]["url"].as_str().map(str::to_owned))?
        });
        sent.collect()
    }

    /// How many bytes came over the wire for each address since this was last asked, headers included.
    pub fn transferred(&self) -> BTreeMap<String, f64> {
        let mut addresses = BTreeMap::new();
        let mut bytes = BTreeMap::new();
        for entry in self.log("performance") {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default()).unwrap_or_default();
            let (method, parameters) = (&event["message"]["method"], &event["message"]["params"]);
            let Some(id) = parameters["requestId"].as_str().map(str::to_owned) else { continue };
            if method == "Network.requestWillBeSent" {
                addresses.insert(id, parameters["request"]["url"].as_str().unwrap_or_default().to_owned());
            } else if method == "Network.loadingFinished"
                && let Some(address) = addresses.get(&id).filter(|address| address.starts_with("http"))
            {
                *bytes.entry(address.clone()).or_default() += parameters["encodedDataLength"].as_f64().unwrap_or(0.0);
            }
        }
        bytes
    }

    /// How many seconds a script may take.
    pub fn patience(&self, seconds: u32) {
        let limit = json!({ "script": seconds * 1000 });
        if let Err(error) = self.browser.post("/timeouts", &limit) {
            panic!("timeouts: {error}");
        }
    }

    /// The next visit of a page is a first one.
    pub fn clear_cache(&self) {
        self.cdp("Network.clearBrowserCache", json!({}));
    }

    /// Lets the page read and write the clipboard.
    pub fn grant_clipboard(&self) {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", permissions);
    }

    /// What the page downloads goes into `folder`.
    pub fn downloads_to(&self, folder: &Path) {
        self.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }));
    }

    /// Gives a file to a field.
    #[track_caller]
    pub fn upload(&self, selector: &str, file: &Path) {
        let find = json!({ "using": "css selector", "value": selector });
        let given = self.browser.post("/element", &find).and_then(|found| {
            let id = found.as_object().and_then(|found| found.values().next()?.as_str()).unwrap_or_default();
            self.browser.post(&format!("/element/{id}/value"), &json!({ "text": file }))
        });
        if let Err(error) = given {
            panic!("cannot give `{selector}` a file: {error}");
        }
    }

    /// Presses the button of that name within what matches a selector.
    #[track_caller]
    pub fn press_button(&self, within: &str, name: &str) {
        const FIND: &str = r#"
            const [selector, name] = given;
            all("[data-test]").forEach((button) => delete button.dataset.test);
            const buttons = all(`${selector} button`).filter((button) => words(button) === name && shown(button));
            for (const button of buttons) button.dataset.test = "this";
            return buttons.length;
        "#;
        let found: usize = self.eval_with(FIND, json!([within, name]));
        assert_eq!(found, 1, "buttons {name} in {within}");
        self.click(&format!("{within} [data-test=this]"));
    }

    /// From the next load on, the browser lets pages keep nothing, until the answer is dropped.
    pub fn block_storage(&self) -> Blocked<'_> {
        const BLOCK: &str = "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError') }, configurable: true });";
        let script = self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": BLOCK }));
        Blocked { page: self, script: script["identifier"].clone() }
    }

    /// Waits until something outside of the page is so.
    #[track_caller]
    pub fn wait_for(&self, what: &str, is_so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < PATIENCE, "waited {} s for {what}", PATIENCE.as_secs());
            std::thread::sleep(PAUSE);
        }
    }

    /// What the console was told since this was last asked.
    pub fn console(&self) -> Vec<String> {
        let errors = self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE");
        errors.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect()
    }

    /// Loads the page at an address.
    #[track_caller]
    pub fn go(&self, address: &str) {
        if let Err(error) = self.browser.post("/url", &json!({ "url": address })) {
            panic!("{address}: {error}");
        }
    }

    #[track_caller]
    fn keys(&self, moves: impl Iterator<Item = (&'static str, char)>) {
        let moves: Vec<Value> = moves.map(|(way, key)| json!({ "type": way, "value": key })).collect();
        let keyboard = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": moves }] });
        if let Err(error) = self.browser.post("/actions", &keyboard) {
            panic!("cannot type: {error}");
        }
    }

    fn log(&self, of: &str) -> Vec<Value> {
        let log = self.browser.post("/se/log", &json!({ "type": of }));
        match log.unwrap_or_else(|error| panic!("the log of {of}: {error}")) {
            Value::Array(entries) => entries,
            other => panic!("the log of {of} is {other}"),
        }
    }

    /// A command of the Chrome DevTools Protocol.
    fn cdp(&self, command: &str, parameters: Value) -> Value {
        let answer = self.browser.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}

/// As long as it lives, pages can keep nothing.
pub struct Blocked<'p> {
    page: &'p Page,
    script: Value,
}

impl Drop for Blocked<'_> {
    fn drop(&mut self) {
        self.page.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": self.script }));
    }
}
