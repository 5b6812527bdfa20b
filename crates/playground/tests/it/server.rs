//! Servers to try, and the look around after each try.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use playground::{Config, Confinement, Limits, Token, Toolchain, Warden};
use tokio::runtime::Runtime;

use crate::client::{Answer, Client};

/// The argument with which this executable is nothing but a server, to be killed.
pub const ALONE: &str = "serve-alone";

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static TOOLCHAIN: LazyLock<Toolchain> = LazyLock::new(|| Toolchain::of("rustc".as_ref()).expect("a toolchain"));

/// A server under test.
pub struct Server {
    pub client: Client,
    pub limits: Limits,
}

/// A server that starts with the first trial that needs it.
#[derive(Clone)]
pub struct Lazily {
    warden: Warden,
    change: Change,
    server: Arc<OnceLock<Server>>,
}

type Change = fn(&mut Config);

impl Lazily {
    pub fn new(warden: &Warden, change: Change) -> Self {
        Self { warden: warden.clone(), change, server: Arc::default() }
    }

    pub fn server(&self) -> &Server {
        self.server.get_or_init(|| start(self.warden.clone(), self.change))
    }
}

/// Limits that are soon reached, and that compiling stays below on a busy machine.
pub fn tight() -> Limits {
    Limits { seconds: 3, memory: 320 << 20, processes: 32, threads: 128, disk: 32 << 20, output: 64 << 10 }
}

pub fn start(warden: Warden, change: Change) -> Server {
    let listener = RUNTIME.block_on(playground::bind(([127, 0, 0, 1], 0).into())).expect("a port");
    let address = listener.local_addr().expect("an address");
    let token = Token::fresh();
    let mut config = Config::new(warden, TOOLCHAIN.clone(), token.clone(), address.port());
    config.limits = tight();
    change(&mut config);
    let limits = config.limits;
    let routes = axum::Router::new().nest("/playground", playground::app(config));
    RUNTIME.spawn(async { axum::serve(listener, routes).await });
    Server { client: Client { address, token: token.as_str().to_owned() }, limits }
}

/// Serves until killed, and prints where.
pub fn alone(warden: Warden, confinement: &str) -> ! {
    let named = Confinement::ALL.into_iter().find(|each| format!("{each:?}") == confinement);
    let server = start(named.map_or(warden.clone(), |named| warden.confined(named)), |_| {});
    println!("{} {}", server.client.address, server.client.token);
    loop {
        thread::park();
    }
}

/// What [`alone`] printed.
pub fn client_of(line: &str) -> Client {
    let (address, token) = line.trim().split_once(' ').expect("an address and a token");
    Client { address: address.parse::<SocketAddr>().expect("an address"), token: token.to_owned() }
}

impl Server {
    /// Runs `code`, and then looks whether anything is left of it and whether the next run works.
    pub fn survives(&self, code: &str) -> Answer {
        let answer = self.client.execute(code);
        self.is_calm();
        answer
    }

    /// Nothing is left of any run, and another one works.
    pub fn is_calm(&self) {
        nothing_left(std::process::id());
        let next = self.client.execute("fn main() { println!(\"still here\") }");
        assert_eq!(next["stdout"], "still here\n", "the next run works: {next}");
        nothing_left(std::process::id());
    }
}

/// Waits until no process, no file and no mount is left of the runs of the server `pid`.
pub fn nothing_left(pid: u32) {
    let deadline = Instant::now() + Duration::from_secs(5);
    loop {
        let left = [wardens(pid), programs(pid), files(pid), mounts(pid)].concat();
        if left.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "left behind: {left:?}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The wardens of the server `pid`.
pub fn wardens(pid: u32) -> Vec<String> {
    let own = |process: &PathBuf| {
        let arguments = fs::read_to_string(process.join("cmdline")).unwrap_or_default();
        let status = fs::read_to_string(process.join("stat")).unwrap_or_default();
        let parent = status.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(1)).unwrap_or_default().to_owned();
        parent == pid.to_string() && arguments.split('\0').nth(1) == Some("playground-warden")
    };
    named(processes().filter(own))
}

/// The programs of the server `pid`: in a file system that is named after the run, or started from its directory.
pub fn programs(pid: u32) -> Vec<String> {
    let run = format!("crossing-{pid}-");
    let of_a_run = |process: &PathBuf| {
        let exe = fs::read_link(process.join("exe")).unwrap_or_default();
        let mounts = || fs::read_to_string(process.join("mounts")).unwrap_or_default();
        exe.ends_with("playground/program") && (exe.to_string_lossy().contains(&run) || mounts().contains(&run))
    };
    named(processes().filter(of_a_run))
}

fn processes() -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().parse::<u32>().is_ok()))
}

fn named(processes: impl Iterator<Item = PathBuf>) -> Vec<String> {
    processes.map(|process| process.display().to_string()).collect()
}

pub fn files(pid: u32) -> Vec<String> {
    let prefix = format!("crossing-{pid}-");
    let names = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.filter_map(|name| name.into_string().ok()).filter(|name| name.starts_with(&prefix)).collect()
}

fn mounts(pid: u32) -> Vec<String> {
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    mounts.lines().filter(|mount| mount.contains(&format!("crossing-{pid}-"))).map(str::to_owned).collect()
}
