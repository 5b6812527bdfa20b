//! `crossing serve`: the book at 127.0.0.1, with its playground.

use std::future::IntoFuture;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use listing::Project;
use listing::rustc::Rustc;
use playground::{Config, Token, Toolchain, Warden};
use tokio::runtime::Runtime;
use tokio::sync::watch;

use crate::cli::Serve;
use crate::server::{self, Edition, Site};
use crate::watch::Watcher;
use crate::{book, browser, check, output, problems};

/// How long runs of the playground have to end.
const FAREWELL: Duration = Duration::from_secs(2);

/// Checks and builds the book, and serves it until a signal ends it.
pub fn run(project: Project, how: Serve, warden: Warden) -> anyhow::Result<()> {
    // First, so that a port that is taken is told before any work.
    let listener = server::port::listen(how.port)?;
    let address = listener.local_addr()?;
    let press = Press::new(project, how.watch)?;
    let watcher = how.watch.then(|| Watcher::of(press.project.root())).transpose()?;
    let first = match press.next(&Edition::default()) {
        Err(error) if how.watch => press.former(&error),
        first => first?,
    };
    let (sender, current) = watch::channel(first);
    let config = Config::new(warden, toolchain(&press.project)?, press.token.clone(), address.port());
    for hold in playground::holds(&config.warden).iter().filter(|hold| !hold.holds) {
        eprintln!("note: not so when you press Run on this system: {} ({})", hold.promise, hold.how);
    }
    let app = server::app(current, how.watch).nest("/playground", playground::app(config));
    if let Some(watcher) = watcher {
        // Ends with the process.
        std::thread::spawn(move || watcher.each_change(|| press.renew(&sender)));
        serve(listener, app, how)
    } else {
        serve(listener, app, how)
    }
}

fn serve(listener: TcpListener, app: axum::Router, how: Serve) -> anyhow::Result<()> {
    let address = listener.local_addr()?;
    let app = playground::loopback_only(app, address.port());
    let runtime = Runtime::new().context("cannot start the server")?;
    let result = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let mut ended = std::pin::pin!(ended());
        let serving = axum::serve(listener, app).into_future();
        let address = format!("http://{address}");
        if !how.no_open {
            browser::open(&address);
        }
        output::line(format_args!("Crossing Threads is at {address}"))?;
        tokio::select! {
            result = serving => result.context("the server failed"),
            result = &mut ended => result.context("cannot wait for signals"),
        }
    });
    // Drops what is being answered, and with it the programs that run.
    runtime.shutdown_timeout(FAREWELL);
    result
}

/// Waits for the signal to end.
async fn ended() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        Ok(())
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

fn toolchain(project: &Project) -> anyhow::Result<Toolchain> {
    Ok(Toolchain::of(&Rustc::find(project.root())?.path)?)
}

/// Makes editions.
struct Press {
    project: Project,
    pages: PathBuf,
    token: Token,
    live: bool,
    /// Numbers begin at the time, so that a page of an earlier run knows that it is one.
    first: u64,
}

impl Press {
    fn new(project: Project, live: bool) -> anyhow::Result<Self> {
        let pages = book::pages(project.root())?;
        let first = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        Ok(Press { project, pages, token: Token::fresh(), live, first })
    }

    /// The edition after `last`.
    fn next(&self, last: &Edition) -> anyhow::Result<Edition> {
        let report = check::holds(&self.project)?;
        eprintln!("{}", check::summary(&report));
        book::build(&self.project, report, &self.pages)?;
        let number = self.first.max(last.number + 1);
        let site = Site::load(&self.pages, &self.head(number))?;
        Ok(Edition { number, site: Arc::new(site), problem: None })
    }

    /// The edition of an earlier run, for when the first build fails.
    fn former(&self, error: &anyhow::Error) -> Edition {
        let problem = problems::describe(error);
        eprintln!("{problem}");
        let number = self.first - 1;
        let head = self.head(number);
        let site = Site::load(&self.pages, &head).unwrap_or_else(|_| Site::blank(&head));
        Edition { number, site: Arc::new(site), problem: Some(problem.into()) }
    }

    /// Replaces the edition that is served, or adds to it why it cannot be replaced.
    fn renew(&self, current: &watch::Sender<Edition>) {
        let last = current.borrow().clone();
        let next = self.next(&last).unwrap_or_else(|error| {
            let problem = problems::describe(&error);
            eprintln!("{problem}");
            Edition { problem: Some(problem.into()), ..last }
        });
        current.send_replace(next);
    }

    /// What goes into the head of each page.
    fn head(&self, number: u64) -> String {
        let token = self.token.as_str();
        let playground = format!("<meta name=\"crossing-playground\" content=\"/playground/\" data-token=\"{token}\">");
        let live = if self.live { server::live_tag(number) } else { String::new() };
        playground + &live
    }
}
