//! What goes over the wire: the Rust Playground's own requests and answers, and the fields that we add to them.

use serde::{Deserialize, Serialize};

use crate::warden::{Answer, Ending, Limit, Outcome};

/// The body of `POST /execute`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Execute {
    /// Nightly is the same compiler with its unstable features open.
    pub channel: Channel,
    /// With or without optimization.
    pub mode: Mode,
    /// The configured one where it is missing.
    pub edition: Option<Edition>,
    /// A library is compiled and not run.
    pub crate_type: CrateType,
    /// Compile and run the `#[test]` functions.
    pub tests: bool,
    /// Show a backtrace when the program panics.
    #[serde(default)]
    pub backtrace: bool,
    /// The program.
    pub code: String,

    /// Ours: answer the diagnostics apart, in [`Executed::diagnostics`], with ANSI colors.
    #[serde(default)]
    pub ansi: bool,
    /// Ours: the listing's name, which names the file and the crate in diagnostics.
    pub name: Option<Name>,
    /// Ours: the width in columns that diagnostics are laid out for.
    pub width: Option<u16>,
    /// Ours: run under a sanitizer, which reports data races or memory errors.
    pub sanitizer: Option<Sanitizer>,
}

/// The answer to `POST /execute`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Executed {
    /// The program compiled, and ended with status 0.
    pub success: bool,
    /// How it ended, in words.
    pub exit_detail: String,
    /// What the program printed.
    pub stdout: String,
    /// What the compiler said, unless `ansi` was asked for, and what the program printed there.
    pub stderr: String,

    /// Ours: the compiler's words with colors, where `ansi` was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnostics: Option<String>,
    /// Ours: how the last stage ended.
    pub ended: Ended,
    /// Ours: the compiler that did it, as in `rustc 1.95.0 (59807616e 2026-04-14)`.
    pub compiler: String,
    /// Ours: where the time went.
    pub millis: Millis,
}

/// How a run ended, for programs.
#[derive(Debug, Serialize)]
pub struct Ended {
    /// `compile` or `run`: the last stage that was begun.
    pub stage: &'static str,
    /// The exit status, where it exited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<i32>,
    /// The signal that ended it, as in `SIGABRT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// The limit that it ran into, and was ended for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
}

/// Milliseconds of each stage.
#[derive(Debug, Serialize)]
pub struct Millis {
    /// In the queue.
    pub waited: u64,
    /// Compiling.
    pub compile: u64,
    /// Running.
    pub run: u64,
}

/// The body of `POST /evaluate.json`, which mdBook's own pages send.
#[derive(Debug, Deserialize)]
pub struct Evaluate {
    /// The channel.
    pub version: Channel,
    /// `"0"` is debug, all else release with that level.
    pub optimize: OptLevel,
    /// The program.
    pub code: String,
    /// The configured one where it is missing.
    pub edition: Option<Edition>,
    /// Compile and run the `#[test]` functions.
    #[serde(default)]
    pub tests: bool,
}

/// The answer to `POST /evaluate.json`: on success what the program printed; else everything, in both fields, because
/// some clients look at one and some at the other.
#[derive(Debug, Serialize)]
pub struct Evaluated {
    /// What to show.
    pub result: String,
    /// The same, if the program failed.
    pub error: Option<String>,
}

/// A release channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are their names")]
pub enum Channel {
    Stable,
    Nightly,
}

/// A build profile.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are their names")]
pub enum Mode {
    Debug,
    Release,
}

/// An edition of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are their names")]
pub enum Edition {
    #[serde(rename = "2015")]
    E2015,
    #[serde(rename = "2018")]
    E2018,
    #[serde(rename = "2021")]
    E2021,
    #[serde(rename = "2024")]
    E2024,
}

impl Edition {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::E2015 => "2015",
            Self::E2018 => "2018",
            Self::E2021 => "2021",
            Self::E2024 => "2024",
        }
    }
}

/// What a client may ask to have compiled. Which flag that becomes is ours to say: an attribute in the code cannot
/// change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are their names")]
pub enum CrateType {
    Bin,
    Lib,
}

/// How hard to optimize.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are their names")]
pub enum OptLevel {
    #[serde(rename = "0")]
    O0,
    #[serde(rename = "1")]
    O1,
    #[serde(rename = "2")]
    O2,
    #[serde(rename = "3")]
    O3,
    #[serde(rename = "s")]
    Os,
    #[serde(rename = "z")]
    Oz,
}

impl OptLevel {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::O0 => "0",
            Self::O1 => "1",
            Self::O2 => "2",
            Self::O3 => "3",
            Self::Os => "s",
            Self::Oz => "z",
        }
    }
}

impl From<Mode> for OptLevel {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Debug => Self::O0,
            Mode::Release => Self::O3,
        }
    }
}

/// A sanitizer of the pinned compiler.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sanitizer {
    /// ThreadSanitizer: data races.
    Thread,
    /// AddressSanitizer: memory errors.
    Address,
}

impl Sanitizer {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Address => "address",
        }
    }
}

/// A listing's name: lower case, digits and `_`, so that it is a file's name and a crate's.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
        let goes_on = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if begins && goes_on && name.len() <= 64 { Ok(Self(name)) } else { Err("a name is lower case letters, digits and `_`") }
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

/// One program and how to compile and run it: what both requests come down to, and what a warden is given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Program {
    pub code: String,
    pub name: Option<Name>,
    pub edition: Edition,
    pub channel: Channel,
    pub optimize: OptLevel,
    pub crate_type: CrateType,
    pub tests: bool,
    pub backtrace: bool,
    pub ansi: bool,
    pub width: Option<u16>,
    pub sanitizer: Option<Sanitizer>,
}

impl Execute {
    pub(crate) fn program(self, edition: Edition) -> Program {
        Program {
            code: self.code,
            name: self.name,
            edition: self.edition.unwrap_or(edition),
            channel: self.channel,
            optimize: self.mode.into(),
            crate_type: self.crate_type,
            tests: self.tests,
            backtrace: self.backtrace,
            ansi: self.ansi,
            width: self.width,
            sanitizer: self.sanitizer,
        }
    }
}

impl Evaluate {
    pub(crate) fn program(self, edition: Edition) -> Program {
        Program {
            code: self.code,
            name: None,
            edition: self.edition.unwrap_or(edition),
            channel: self.version,
            optimize: self.optimize,
            crate_type: CrateType::Bin,
            tests: self.tests,
            backtrace: false,
            ansi: false,
            width: None,
            sanitizer: None,
        }
    }
}

impl Executed {
    pub(crate) fn new(answer: Answer, ansi: bool, compiler: String, waited: u64) -> Self {
        let Answer { compile, run } = answer;
        let (stage, last) = match &run {
            Some(run) => ("run", run),
            None => ("compile", &compile),
        };
        let millis = Millis { waited, compile: compile.millis, run: run.as_ref().map_or(0, |run| run.millis) };
        let success = last.ending == Ending::Code(0);
        let exit_detail = detail(stage, last);
        let ended = Ended::from(stage, &last.ending);
        let (stdout, printed) = run.map_or_else(Default::default, |run| (run.stdout, run.stderr));
        let (stderr, diagnostics) = match ansi {
            true => (printed, Some(compile.stderr)),
            false => (compile.stderr + &printed, None),
        };
        Self { success, exit_detail, stdout, stderr, diagnostics, ended, compiler, millis }
    }
}

impl From<Executed> for Evaluated {
    fn from(executed: Executed) -> Self {
        if executed.success {
            return Self { result: executed.stdout, error: None };
        }
        let mut result = executed.stderr + &executed.stdout;
        if result.is_empty() || executed.ended.limit.is_some() {
            let line = if result.is_empty() || result.ends_with('\n') { "" } else { "\n" };
            result += line;
            result += &executed.exit_detail;
        }
        Self { error: Some(result.clone()), result }
    }
}

impl Ended {
    fn from(stage: &'static str, ending: &Ending) -> Self {
        let mut ended = Self { stage, code: None, signal: None, limit: None };
        match ending {
            Ending::Code(code) => ended.code = Some(*code),
            Ending::Signal(signal) => ended.signal = Some(signal_name(*signal)),
            Ending::Limit(limit) => ended.limit = Some(*limit),
        }
        ended
    }
}

/// How it ended, in a sentence: `Exited with status 101`, as the Rust Playground says it.
fn detail(stage: &str, last: &Outcome) -> String {
    let compiler = stage == "compile";
    let ended = match &last.ending {
        Ending::Code(code) if compiler => return format!("The compiler exited with status {code}"),
        Ending::Code(code) => return format!("Exited with status {code}"),
        Ending::Signal(signal) if compiler => return format!("The compiler was ended by {}", signal_name(*signal)),
        Ending::Signal(signal) => return format!("Exited with signal {signal} ({})", signal_name(*signal)),
        Ending::Limit(Limit::Time) => format!("was still running after {:.1} s", seconds(last.millis)),
        Ending::Limit(Limit::Memory) => "used more memory than it may".into(),
        Ending::Limit(Limit::Processes) => "started more processes than it may".into(),
        Ending::Limit(Limit::Output) => "printed more than it may".into(),
        Ending::Limit(Limit::Disk) => "wrote more to files than it may".into(),
    };
    format!("The {} {ended} and was ended", if compiler { "compiler" } else { "program" })
}

fn seconds(millis: u64) -> f64 {
    std::time::Duration::from_millis(millis).as_secs_f64()
}

/// The name of a signal that ends programs; its number where it has no name here.
fn signal_name(signal: i32) -> String {
    let name = match signal {
        4 => "SIGILL",
        5 => "SIGTRAP",
        6 => "SIGABRT",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        24 => "SIGXCPU",
        25 => "SIGXFSZ",
        7 if cfg!(target_os = "linux") => "SIGBUS",
        10 if cfg!(target_os = "macos") => "SIGBUS",
        31 if cfg!(target_os = "linux") => "SIGSYS",
        other => return other.to_string(),
    };
    name.to_owned()
}
