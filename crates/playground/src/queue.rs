//! The server's side of a run: its turn, its warden, its end.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::Config;
use crate::confine::Place;
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
        let (_wanted, unwanted) = oneshot::channel();
        // A task of its own: it still has to clean up when nobody waits for the answer any more.
        let run = tokio::spawn(run(self.config.clone(), program, unwanted, turn));
        let answer = run.await.map_err(|lost| Error::Lost(lost.to_string()))??;
        Ok((answer, waited))
    }
}

/// Lets a warden run `program`. Its turn passes on when nothing is left of it.
async fn run(
    config: Arc<Config>,
    program: Program,
    unwanted: oneshot::Receiver<()>,
    turn: OwnedSemaphorePermit,
) -> Result<Answer, Error> {
    let confining = config.clone();
    let confinement = tokio::task::spawn_blocking(move || confining.warden.confinement()).await;
    let confinement = confinement.map_err(|lost| Error::Lost(lost.to_string()))?;
    let dir = tempfile::Builder::new().prefix(&format!("crossing-{}-", std::process::id())).tempdir()?;
    let place =
        Place { dir: dir.path().to_owned(), sysroot: config.toolchain.sysroot.clone(), crates: config.crates.clone() };
    let job = Job { confinement, place, limits: config.limits, task: Task::Run(program) };
    let reply = ask(&job, unwanted).await;
    dir.close()?;
    drop(turn);
    match reply? {
        Reply::Ran(answer) => Ok(answer),
        Reply::Failed(why) => Err(Error::Warden(why)),
        Reply::Tried(_) => Err(Error::Lost("it answered another question".into())),
    }
}

/// Starts a warden for `job` and waits for its reply, until the reply is `unwanted` or late. Then the warden is gone.
async fn ask(job: &Job, unwanted: oneshot::Receiver<()>) -> Result<Reply, Error> {
    let mut command = Command::from(warden::command()?);
    let mut warden = command.spawn()?;
    let (mut input, mut output) = match (warden.stdin.take(), warden.stdout.take()) {
        (Some(input), Some(output)) => (input, output),
        _ => return Err(Error::Lost("it has no pipes".into())),
    };
    let mut text = Vec::new();
    let exchange = async {
        input.write_all(serde_json::to_string(job)?.as_bytes()).await?;
        input.write_all(b"\n").await?;
        output.read_to_end(&mut text).await
    };
    let time = 2 * Duration::from_secs(job.limits.seconds) + GRACE;
    let read = tokio::select! {
        read = exchange => read.map_err(Error::from).map(drop),
        _ = unwanted => Err(Error::Lost("nobody waits for it".into())),
        () = tokio::time::sleep(time) => Err(Error::Lost("it did not end in time".into())),
    };
    // The end of its input tells the warden to end what it started; should it not, it is ended.
    drop(input);
    if tokio::time::timeout(GRACE, warden.wait()).await.is_err() {
        warden.kill().await?;
    }
    read?;
    serde_json::from_slice(&text).map_err(|unread| Error::Lost(unread.to_string()))
}
