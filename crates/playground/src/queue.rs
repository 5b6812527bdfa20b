//! The server's side of a run: its turn, its warden, its end.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::Config;
use crate::confine::{Confinement, Place};
use crate::program::Program;
use crate::warden::{self, Answer, Job, Reply, Task};

/// How many runs may wait. Each keeps its program in memory.
const WAITING: usize = 256;

/// How long a warden may take beyond its programs' time.
const GRACE: Duration = Duration::from_secs(5);

/// Why a run gave no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("{WAITING} runs are waiting already: try again in a while")]
    Full,
    #[error("the run could not be started: {0}")]
    Io(#[from] io::Error),
    #[error("the run could not be held in: {0}")]
    Warden(String),
    #[error("the run was lost: {0}")]
    Lost(String),
    #[error("the run gave an answer that is none: {0}")]
    Unread(#[from] serde_json::Error),
}

/// Runs programs, so many at once, in the order they came.
#[derive(Debug)]
pub(crate) struct Queue {
    config: Arc<Config>,
    places: Semaphore,
    turns: Arc<Semaphore>,
}

impl Queue {
    pub fn new(config: Arc<Config>) -> Self {
        let at_once = config.at_once.max(1);
        Self { places: Semaphore::new(WAITING + at_once), turns: Arc::new(Semaphore::new(at_once)), config }
    }

    /// Runs `program` when its turn comes, and says how many milliseconds it waited. When this is dropped the run ends.
    pub async fn run(&self, program: Program) -> Result<(Answer, u64), Error> {
        let came = Instant::now();
        let _place = self.places.try_acquire().map_err(|_| Error::Full)?;
        let turn = self.turns.clone().acquire_owned().await.map_err(|closed| Error::Lost(closed.to_string()))?;
        let waited = u64::try_from(came.elapsed().as_millis()).unwrap_or(u64::MAX);
        let confinement = self.confinement().await?;
        let (reply, replied) = oneshot::channel();
        // A task of its own: it has to clean up when the answer is given, or nobody waits for it any more.
        tokio::spawn(run(self.config.clone(), confinement, program, reply, turn));
        match replied.await.map_err(|lost| Error::Lost(lost.to_string()))?? {
            Reply::Ran(answer) => Ok((answer, waited)),
            Reply::Failed(why) => Err(Error::Warden(why)),
            Reply::Tried(_) => Err(Error::Lost("it answered another question".into())),
        }
    }

    /// What was found by the first who asks.
    async fn confinement(&self) -> Result<Confinement, Error> {
        let warden = self.config.warden.clone();
        let found = tokio::task::spawn_blocking(move || warden.confinement()).await;
        found.map_err(|lost| Error::Lost(lost.to_string()))
    }
}

type Replied = Result<Reply, Error>;

/// Lets a warden run `program`. The turn passes on when nothing is left of it.
async fn run(
    config: Arc<Config>,
    confinement: Confinement,
    program: Program,
    reply: oneshot::Sender<Replied>,
    _turn: OwnedSemaphorePermit,
) {
    let dir = match tempfile::Builder::new().prefix(&format!("crossing-{}-", std::process::id())).tempdir() {
        Ok(dir) => dir,
        Err(error) => {
            let _ = reply.send(Err(error.into()));
            return;
        }
    };
    let place =
        Place { dir: dir.path().to_owned(), sysroot: config.toolchain.sysroot.clone(), crates: config.crates.clone() };
    ask(&Job { confinement, place, limits: config.limits, task: Task::Run(program) }, reply).await;
    // Mostly the warden has done it.
    if let Err(error) = dir.close()
        && error.kind() != io::ErrorKind::NotFound
    {
        eprintln!("A run has left something behind: {error}");
    }
}

/// Starts a warden for `job` and passes its `reply` on, unless nobody waits for that any more or it is late. Then the
/// warden is gone.
async fn ask(job: &Job, mut reply: oneshot::Sender<Replied>) {
    let (mut warden, mut input, output) = match start() {
        Ok(started) => started,
        Err(error) => {
            let _ = reply.send(Err(error.into()));
            return;
        }
    };
    let exchange = async {
        let mut line = serde_json::to_vec(job)?;
        line.push(b'\n');
        input.write_all(&line).await?;
        let mut line = Vec::new();
        BufReader::new(output).read_until(b'\n', &mut line).await?;
        Ok(serde_json::from_slice(&line)?)
    };
    let time = 2 * Duration::from_secs(job.limits.seconds) + GRACE;
    let replied = tokio::select! {
        replied = exchange => replied,
        () = reply.closed() => Err(Error::Lost("nobody waits for it".into())),
        () = tokio::time::sleep(time) => Err(Error::Lost("it did not end in time".into())),
    };
    let _ = reply.send(replied);
    // The end of its input tells the warden to end what it started; should it not, it is ended.
    drop(input);
    if tokio::time::timeout(GRACE, warden.wait()).await.is_err() {
        let _ = warden.kill().await;
    }
}

fn start() -> io::Result<(Child, ChildStdin, ChildStdout)> {
    let mut warden = Command::from(warden::command()?).spawn()?;
    let input = warden.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let output = warden.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    Ok((warden, input, output))
}
