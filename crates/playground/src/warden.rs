//! The process that stands between the server and one program.
//!
//! The server starts its own executable once more, with one argument that says so; [`Warden::enter`] is where that comes
//! out. The job arrives as one line on standard input, which then stays open: when it ends, nobody waits for the answer any
//! more, and the warden ends with all that it started. The answer is one line on standard output.

mod compile;
mod stage;

use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::confine::{self, Confinement, Hold, Inside, Place, Tried, holds};
use crate::program::Program;

/// The argument that makes this executable a warden.
const ARGUMENT: &str = "playground-warden";

/// How often a run's folder is cleared of what is still being written to it, and how long is waited in between.
const FAREWELLS: u32 = 100;
const FAREWELL: Duration = Duration::from_millis(20);

/// What a run may use up. Compiler and program have it each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Wall time, in seconds.
    pub seconds: u64,
    /// Memory of all its processes, in bytes.
    pub memory: u64,
    /// Processes at once.
    pub processes: u64,
    /// Threads of all processes at once.
    pub threads: u64,
    /// What it writes to files, in bytes, and the size of one.
    pub disk: u64,
    /// What it prints, in bytes.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { seconds: 10, memory: 1 << 30, processes: 64, threads: 512, disk: 128 << 20, output: 512 << 10 }
    }
}

/// The limit that a run was ended for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are the fields of `Limits`")]
pub enum Limit {
    Time,
    Memory,
    Processes,
    Disk,
    Output,
}

/// What is being run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Compile,
    Run,
    /// Run, under a sanitizer.
    Sanitized,
}

/// How a stage ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ending {
    Code(i32),
    Signal(i32),
    Limit(Limit),
}

/// How a stage ended, and what it printed until then.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub ending: Ending,
    pub stdout: String,
    pub stderr: String,
    pub millis: u64,
}

/// What came of a program. What does not compile is not run, nor is a library.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub compile: Outcome,
    pub run: Option<Outcome>,
}

/// What a warden is to do.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    pub confinement: Confinement,
    pub place: Place,
    pub limits: Limits,
    pub task: Task,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Task {
    /// Look what holds.
    TryOut,
    Run(Program),
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    Tried(Tried),
    Ran(Answer),
    Failed(String),
}

/// Proof that this executable can be started as a warden. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Warden {
    found: Arc<OnceLock<(Confinement, Tried)>>,
    forced: Option<Confinement>,
}

impl Warden {
    /// Call this first in `main`, while there is one thread. In a process that was started as a warden it does the
    /// warden's work and does not return.
    #[must_use]
    pub fn enter() -> Self {
        if std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT) {
            assert!(has_one_thread(), "`Warden::enter` comes first in `main`");
            // SAFETY: there is one thread, and it is here.
            unsafe { serve() }
        }
        Self { found: Arc::default(), forced: None }
    }

    /// The same with this confinement, and not the strongest that works: to see what the others hold.
    #[must_use]
    pub fn confined(self, confinement: Confinement) -> Self {
        Self { found: Arc::default(), forced: Some(confinement) }
    }

    /// The strongest confinement that works here, tried out on the first call.
    #[must_use]
    pub fn confinement(&self) -> Confinement {
        self.found().0
    }

    /// See [`crate::holds`].
    pub(crate) fn holds(&self) -> Vec<Hold> {
        let (confinement, tried) = self.found();
        holds(confinement, tried)
    }

    fn found(&self) -> (Confinement, Tried) {
        *self.found.get_or_init(|| {
            let candidates =
                Confinement::ALL.into_iter().filter(|each| self.forced.is_none_or(|forced| forced == *each));
            let mut works = candidates.filter_map(|each| try_out(each).ok().map(|tried| (each, tried)));
            works.next().unwrap_or((self.forced.unwrap_or(Confinement::Bare), Tried::default()))
        })
    }
}

/// Where it matters: only on Linux does a warden fork.
fn has_one_thread() -> bool {
    !cfg!(target_os = "linux") || fs::read_dir("/proc/self/task").is_ok_and(|threads| threads.count() == 1)
}

/// The command that starts a warden.
pub(crate) fn command() -> io::Result<Command> {
    // On Linux the name stays true when a build has replaced the file.
    let executable = if cfg!(target_os = "linux") { PathBuf::from("/proc/self/exe") } else { std::env::current_exe()? };
    let mut command = Command::new(executable);
    command.arg(ARGUMENT).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    // For systems on which we have no fixed place to look for the linker.
    for kept in ["PATH", "SystemRoot", "DEVELOPER_DIR"].into_iter().filter(|_| !cfg!(target_os = "linux")) {
        if let Some(value) = std::env::var_os(kept) {
            command.env(kept, value);
        }
    }
    Ok(command)
}

/// Starts a warden that looks whether `confinement` can be had, and what it holds.
fn try_out(confinement: Confinement) -> io::Result<Tried> {
    let dir = tempfile::tempdir()?;
    let place = Place { dir: dir.path().to_owned(), sysroot: PathBuf::new(), crates: Vec::new() };
    let job = Job { confinement, place, limits: Limits::default(), task: Task::TryOut };
    let mut warden = command()?.spawn()?;
    let mut input = warden.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
    writeln!(input, "{}", serde_json::to_string(&job)?)?;
    let output = warden.wait_with_output()?;
    drop(input);
    match serde_json::from_slice(&output.stdout)? {
        Reply::Tried(tried) => Ok(tried),
        Reply::Failed(why) => Err(io::Error::other(why)),
        Reply::Ran(_) => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// The warden's life.
///
/// # Safety
///
/// The process has one thread.
unsafe fn serve() -> ! {
    // SAFETY: the caller's promise.
    let reply = unsafe {
        confine::keep_files();
        read_job().and_then(|job| work(job))
    };
    let reply = reply.unwrap_or_else(|why| Reply::Failed(why.to_string()));
    let written = serde_json::to_string(&reply).map_err(io::Error::from);
    let written = written.and_then(|line| writeln!(io::stdout(), "{line}"));
    while written.is_err() && WATCHED.load(Ordering::SeqCst) {
        // Nobody is there to answer to: `end_with_input` has seen it too, and is still clearing away.
        thread::park();
    }
    std::process::exit(i32::from(written.is_err()))
}

/// Whether [`end_with_input`] waits for the server's end.
static WATCHED: AtomicBool = AtomicBool::new(false);

fn read_job() -> io::Result<Job> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(serde_json::from_str(&line)?)
}

/// # Safety
///
/// The process has one thread.
unsafe fn work(job: Job) -> io::Result<Reply> {
    // SAFETY: the caller's promise.
    let inside = unsafe { Inside::enter(job.confinement, &job.place, &job.limits)? };
    let program = match job.task {
        Task::TryOut => return inside.try_out().map(Reply::Tried),
        Task::Run(program) => program,
    };
    let dir = job.place.dir;
    thread::Builder::new().spawn(move || end_with_input(&dir))?;
    WATCHED.store(true, Ordering::SeqCst);
    let compile = stage::run(compile::compiler(&program, &inside)?, Stage::Compile, &inside, &job.limits)?;
    let run = match compile.ending {
        Ending::Code(0) => {
            compile::program(&program, &inside).map(|(command, stage)| stage::run(command, stage, &inside, &job.limits))
        }
        _ => None,
    };
    Ok(Reply::Ran(Answer { compile, run: run.transpose()? }))
}

/// Ends the warden when the server hangs up, or is no more. With it ends what it started: [`stage::abandon`].
fn end_with_input(dir: &Path) {
    let mut byte = [0];
    while io::Read::read(&mut io::stdin().lock(), &mut byte).is_ok_and(|read| read > 0) {}
    stage::abandon();
    // The server's to do, if it lives. In namespaces of its own the warden has only seen what vanishes with it. What is
    // being ended may still write.
    let left = |_: &u32| fs::remove_dir_all(dir).is_err() && dir.exists();
    (0..FAREWELLS).take_while(left).for_each(|_| thread::sleep(FAREWELL));
    std::process::exit(1)
}
