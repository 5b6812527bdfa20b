//! Chromium, driven by ChromeDriver in the words of the WebDriver standard: JSON over HTTP.
//!
//! The crates that speak it would each have given the rest of the workspace other features of serde or syn, and so had
//! everything built once for `cargo run` and once more for `cargo test`.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::Agent;
use ureq::http::{Method, Request};

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--window-size=1360,900",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    // Nothing but the book's own server has an address.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// How long an answer is at most, in bytes: a picture of a page is the longest.
const MOST: u64 = 100 << 20;

/// Why there can be no browser tests here, if so.
pub fn missing() -> Option<&'static str> {
    match (browser(), on_path("chromedriver")) {
        (None, _) => Some("no Chromium on the PATH"),
        (_, None) => Some("no chromedriver on the PATH"),
        _ => None,
    }
}

/// A browser with one page. It ends with it.
pub struct Browser {
    http: Agent,
    /// Of the session, where it takes commands.
    address: String,
    _profile: TempDir,
    _driver: Driver,
}

impl Browser {
    pub fn start() -> Result<Self, String> {
        // A status that tells of an error comes with the error's words.
        let http = Agent::config_builder().proxy(None).http_status_as_error(false).build().new_agent();
        let profile = TempDir::new().map_err(|error| error.to_string())?;
        let driver = Driver::start()?;
        let asked = capabilities(profile.path())?;
        let address = format!("{}/session", driver.address);
        let mut browser = Browser { http, address, _profile: profile, _driver: driver };
        let session = browser.command(Method::POST, "", &asked)?;
        let id = session["sessionId"].as_str().ok_or_else(|| format!("no session: {session}"))?;
        browser.address = format!("{}/{id}", browser.address);
        Ok(browser)
    }

    /// Sends a command of the session: `path` is `/url`, or empty for the session itself.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.command(Method::POST, path, body)
    }

    fn command(&self, method: Method, path: &str, body: &Value) -> Result<Value, String> {
        let address = format!("{}{path}", self.address);
        let request = Request::builder().method(method).uri(address).body(body.to_string());
        let request = request.map_err(|error| error.to_string())?;
        let answer = self
            .http
            .run(request)
            .and_then(|answer| answer.into_body().into_with_config().limit(MOST).read_to_string());
        let answer = answer.map_err(|error| format!("chromedriver does not answer: {error}"))?;
        let mut answer: Value = serde_json::from_str(&answer).map_err(|error| format!("not WebDriver: {error}"))?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Chromium ends with its session. If ChromeDriver is gone, so is Chromium.
        let _ = self.command(Method::DELETE, "", &json!({}));
    }
}

/// ChromeDriver. It ends with it.
struct Driver {
    child: Child,
    address: String,
    /// Open as long as it runs, for what it prints.
    _stdout: BufReader<ChildStdout>,
}

impl Driver {
    fn start() -> Result<Self, String> {
        let path = on_path("chromedriver").ok_or("there is no chromedriver on the PATH")?;
        let mut child = Command::new(&path)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", path.display()))?;
        let mut stdout = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut said = String::new();
        while !said.contains("started successfully on port ") {
            if stdout.read_line(&mut said).map_err(|error| error.to_string())? == 0 {
                return Err(format!("chromedriver ended at once: {said}"));
            }
        }
        let port: String =
            said.rsplit("on port ").next().unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
        Ok(Driver { child, address: format!("http://127.0.0.1:{port}"), _stdout: stdout })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a session is asked for.
fn capabilities(profile: &Path) -> Result<Value, String> {
    let browser = browser().ok_or("there is no Chromium on the PATH")?;
    let mut flags: Vec<String> = FLAGS.map(str::to_owned).into();
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags.extend(owned_by_root(profile).then(|| "--no-sandbox".to_owned()));
    Ok(json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": browser, "args": flags },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    } } }))
}

fn browser() -> Option<PathBuf> {
    let in_its_place = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    BROWSERS.iter().find_map(|name| on_path(name)).or_else(|| in_its_place.is_file().then_some(in_its_place))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// Chromium's own sandbox does not work for root, who also owns what it has just made.
fn owned_by_root(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        path.metadata().is_ok_and(|found| found.uid() == 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}
