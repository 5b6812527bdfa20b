//! What clients get.

use serde::Serialize;

use crate::warden::{Answer, Ending, Limit, Outcome};

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

/// The answer to `POST /evaluate.json`: on success what the program printed; else everything, in both fields, because
/// some clients look at one and some at the other.
#[derive(Debug, Serialize)]
pub struct Evaluated {
    /// What to show.
    pub result: String,
    /// The same, if the program failed.
    pub error: Option<String>,
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
