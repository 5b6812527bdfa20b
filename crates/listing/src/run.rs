//! Running a program within a limit of time and of output.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::problem::Error;
use crate::rustc::Rustc;

/// How long a program that should end may run.
pub const LIMIT: Duration = Duration::from_secs(10);
/// How long a program that should hang is watched.
pub const HANG_LIMIT: Duration = Duration::from_secs(1);
/// How much a program may print on each stream, in bytes.
pub const OUTPUT_LIMIT: usize = 64 * 1024;

/// A file beside a program that names reports of ThreadSanitizer that are known to be false.
pub(crate) const FALSE_REPORTS: &str = "false-reports.txt";

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// It exited with this status.
    Exit(i32),
    /// A signal ended it.
    Signal(i32),
    /// It still ran at its limit, and was ended.
    TimeLimit,
    /// It printed more than [`OUTPUT_LIMIT`], and was ended.
    OutputLimit,
}

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Ended::Exit(status) => write!(f, "exits with status {status}"),
            Ended::Signal(signal) => write!(f, "is ended by signal {signal}"),
            Ended::TimeLimit => f.write_str("still runs at its limit"),
            Ended::OutputLimit => f.write_str("prints more than its limit"),
        }
    }
}

/// One run of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// How it ended.
    pub ended: Ended,
    /// What it printed.
    pub stdout: String,
    /// What it printed as errors, normalized.
    pub stderr: String,
}

/// Runs `program` with the arguments `words` in `folder` for at most `limit`.
pub(crate) fn run(rustc: &Rustc, program: &Path, words: &[&str], folder: &Path, limit: Duration) -> Result<Run, Error> {
    let spawn_error = |source| Error::Spawn { program: program.to_owned(), source };
    let deadline = Instant::now() + limit;
    let mut child = command(rustc, program, folder).args(words).spawn().map_err(spawn_error)?;
    let (sender, streams) = mpsc::channel();
    let stdout = child.stdout.take().expect("stdout is piped");
    let stderr = child.stderr.take().expect("stderr is piped");
    read(0, stdout, sender.clone());
    read(1, stderr, sender);
    let mut texts = [String::new(), String::new()];
    let mut stopped = None;
    for _ in 0..2 {
        match streams.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok((index, text, false)) => texts[index] = text,
            Ok((index, text, true)) => {
                texts[index] = text;
                stopped = Some(Ended::OutputLimit);
                break;
            }
            Err(_) => {
                stopped = Some(Ended::TimeLimit);
                break;
            }
        }
    }
    let ended = match stopped {
        None => wait(&mut child, deadline).map_err(spawn_error)?,
        stopped => stopped,
    };
    let ended = match ended {
        Some(ended @ (Ended::Exit(_) | Ended::Signal(_))) => ended,
        stopped => {
            child.kill().and_then(|()| child.wait()).map_err(spawn_error)?;
            while let Ok((index, text, _)) = streams.recv_timeout(Duration::from_millis(200)) {
                texts[index] = text;
            }
            stopped.unwrap_or(Ended::TimeLimit)
        }
    };
    let [stdout, stderr] = texts;
    Ok(Run { ended, stdout, stderr })
}

fn command(rustc: &Rustc, program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env("RUST_BACKTRACE", "0").env(LIBRARY_PATH, &rustc.libraries);
    let known =
        if folder.join(FALSE_REPORTS).exists() { format!(":suppressions={FALSE_REPORTS}") } else { String::new() };
    command.env("TSAN_OPTIONS", format!("halt_on_error=1:exitcode=66:atexit_sleep_ms=0{known}"));
    command.env("ASAN_OPTIONS", "exitcode=66:detect_leaks=0");
    end_with_us(&mut command);
    command
}

#[cfg(target_os = "macos")]
const LIBRARY_PATH: &str = "DYLD_LIBRARY_PATH";
#[cfg(windows)]
const LIBRARY_PATH: &str = "PATH";
#[cfg(not(any(windows, target_os = "macos")))]
const LIBRARY_PATH: &str = "LD_LIBRARY_PATH";

/// A program that hangs would otherwise outlive a check that is killed.
#[cfg(target_os = "linux")]
pub(crate) fn end_with_us(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    let us = rustix::process::getpid();
    // SAFETY: between fork and exec only async-signal-safe functions may be called. `prctl` and `getppid` are single
    // system calls; they neither allocate nor take a lock, and an error is returned as a plain number.
    unsafe {
        command.pre_exec(move || {
            rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
            // Where we ended before that call, no signal will come.
            match rustix::process::getppid() == Some(us) {
                true => Ok(()),
                false => Err(std::io::ErrorKind::Interrupted.into()),
            }
        });
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn end_with_us(_: &mut Command) {}

/// Reads a stream to its end on a thread of its own; says whether it went over the limit.
fn read(index: usize, mut stream: impl Read + Send + 'static, sender: mpsc::Sender<(usize, String, bool)>) {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let result = stream.by_ref().take(OUTPUT_LIMIT as u64 + 1).read_to_end(&mut bytes);
        let over = result.is_err() || bytes.len() > OUTPUT_LIMIT;
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        // The receiver is gone only where the run was already given up.
        let _ = sender.send((index, text, over));
    });
}

fn wait(child: &mut Child, deadline: Instant) -> std::io::Result<Option<Ended>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(ended(status)));
        }
        if Instant::now() >= deadline {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn ended(status: ExitStatus) -> Ended {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Ended::Signal(signal);
    }
    Ended::Exit(status.code().unwrap_or(-1))
}
