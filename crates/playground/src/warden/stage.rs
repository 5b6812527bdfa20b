//! One command under its limits: what it printed, and how it ended.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

use super::{Ending, Limit, Limits, Outcome, Stage};
use crate::confine::{self, Inside};

/// How long an ended program may go unnoticed.
const TICK: Duration = Duration::from_millis(2);
/// The same once it has closed its outputs, which is mostly its last act.
const SHORT_TICK: Duration = Duration::from_micros(200);
/// How often the sums are taken.
const WATCH: Duration = Duration::from_millis(20);
/// How long to wait for output that a process outside our reach holds open.
const LINGER: Duration = Duration::from_millis(200);

/// Runs `command` to its end, or to its first limit. Then nothing is left of it.
pub(super) fn run(mut command: Command, stage: Stage, inside: &Inside, limits: &Limits) -> io::Result<Outcome> {
    inside.fence(&mut command, stage, limits)?;
    let chunks = outputs(&mut command)?;
    let begun = Instant::now();
    let child = command.spawn()?;
    // With it go our ends of the pipes, whose other ends would never see the last writer leave.
    drop(command);
    GROUP.store(child.id(), Ordering::SeqCst);
    let mut running = Running { child, chunks, printed: Printed::default(), begun };
    let ending = running.follow(inside, limits);
    inside.end_all(&mut running.child);
    GROUP.store(0, Ordering::SeqCst);
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    running.drain(limits);
    let [stdout, stderr] = running.printed.text();
    let ending = if running.printed.full { Ending::Limit(Limit::Output) } else { ending? };
    Ok(Outcome { ending, stdout, stderr, millis })
}

/// The group of the command at hand, for [`abandon`]; 0 for none.
static GROUP: AtomicU32 = AtomicU32::new(0);

/// Ends the command at hand, from another thread, when the warden is about to end. In a namespace of its own that does
/// it alone.
pub(super) fn abandon() {
    confine::end_group(GROUP.load(Ordering::SeqCst));
}

/// A command that has been started.
struct Running {
    child: Child,
    chunks: Receiver<(Stream, Vec<u8>)>,
    printed: Printed,
    begun: Instant,
}

impl Running {
    /// Waits for its end, or for its first limit.
    fn follow(&mut self, inside: &Inside, limits: &Limits) -> io::Result<Ending> {
        let deadline = self.begun + Duration::from_secs(limits.seconds);
        let mut next_watch = self.begun + WATCH;
        loop {
            match self.chunks.recv_timeout(TICK) {
                Ok((stream, chunk)) => self.printed.keep(stream, &chunk, limits.output),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => thread::sleep(SHORT_TICK),
            }
            if self.printed.full {
                return Ok(Ending::Limit(Limit::Output));
            }
            if let Some(status) = self.child.try_wait()? {
                return Ok(status.into());
            }
            let now = Instant::now();
            if now >= deadline {
                return Ok(Ending::Limit(Limit::Time));
            }
            if now >= next_watch {
                next_watch = now + WATCH;
                if let Some(limit) = inside.over(&self.child, limits) {
                    return Ok(Ending::Limit(limit));
                }
            }
        }
    }

    /// Takes what the pipes still hold.
    fn drain(&mut self, limits: &Limits) {
        while !self.printed.full
            && let Ok((stream, chunk)) = self.chunks.recv_timeout(LINGER)
        {
            self.printed.keep(stream, &chunk, limits.output);
        }
    }
}

#[derive(Clone, Copy)]
enum Stream {
    Out,
    Err,
}

/// Gives `command` its outputs, and returns what will come out of them.
fn outputs(command: &mut Command) -> io::Result<Receiver<(Stream, Vec<u8>)>> {
    // Bounded, so that a program that prints faster than we read waits, and not our memory grows.
    let (sender, chunks) = mpsc::sync_channel(8);
    let (out, stdout) = io::pipe()?;
    let (err, stderr) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(stdout).stderr(stderr);
    pass_on(out, Stream::Out, sender.clone())?;
    pass_on(err, Stream::Err, sender)?;
    Ok(chunks)
}

/// Reads `pipe` to its end in a thread of its own, or until nobody takes what it reads.
fn pass_on(
    mut pipe: impl Read + Send + 'static,
    stream: Stream,
    chunks: SyncSender<(Stream, Vec<u8>)>,
) -> io::Result<()> {
    let read = move || {
        let mut chunk = [0; 8 << 10];
        while let Ok(length @ 1..) = pipe.read(&mut chunk) {
            if chunks.send((stream, chunk[..length].to_vec())).is_err() {
                break;
            }
        }
    };
    thread::Builder::new().spawn(read).map(drop)
}

/// What has been printed so far, and whether it is all that may be.
#[derive(Default)]
struct Printed {
    out: Vec<u8>,
    err: Vec<u8>,
    full: bool,
}

impl Printed {
    fn keep(&mut self, stream: Stream, chunk: &[u8], limit: u64) {
        let room = usize::try_from(limit).unwrap_or(usize::MAX).saturating_sub(self.out.len() + self.err.len());
        self.full |= chunk.len() > room;
        let kept = &chunk[..chunk.len().min(room)];
        match stream {
            Stream::Out => self.out.extend_from_slice(kept),
            Stream::Err => self.err.extend_from_slice(kept),
        }
    }

    /// As text: what is not UTF-8 shows as `U+FFFD`.
    fn text(&self) -> [String; 2] {
        [&self.out, &self.err].map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }
}

impl From<ExitStatus> for Ending {
    fn from(status: ExitStatus) -> Self {
        #[cfg(unix)]
        if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
            // The kernel's word for a limit.
            return match rustix::process::Signal::from_named_raw(signal) {
                Some(rustix::process::Signal::XCPU) => Self::Limit(Limit::Time),
                Some(rustix::process::Signal::XFSZ) => Self::Limit(Limit::Disk),
                _ => Self::Signal(signal),
            };
        }
        Self::Code(status.code().unwrap_or(-1))
    }
}
