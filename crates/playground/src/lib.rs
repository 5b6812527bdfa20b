//! The local playground: runs the reader's programs on the reader's machine, and nobody else's.
//!
//! It speaks the Rust Playground's protocol, so one page can talk to either. [`app`] is the whole service,
//! [`Config`] what it needs to know, [`holds`] what it can promise on this system.
//!
//! ```no_run
//! # async fn serve(warden: playground::Warden) -> Result<(), Box<dyn std::error::Error>> {
//! // `warden` comes from the first line of `main`, before any thread and any runtime: `playground::Warden::enter()`.
//! let listener = playground::bind("127.0.0.1:3000".parse()?).await?; // refuses what is not loopback
//! let toolchain = playground::Toolchain::of("rustc".as_ref())?; // finds the compiler behind a rustup proxy
//! let token = playground::Token::fresh();
//! let port = listener.local_addr()?.port();
//! let config = playground::Config::new(warden, toolchain, token, port);
//! let book = axum::Router::new().nest("/playground", playground::app(config));
//! axum::serve(listener, playground::loopback_only(book, port)).await?;
//! # Ok(()) }
//! ```
//!
//! # Who may ask
//!
//! A request needs a loopback `Host` with our port, an `Origin` (if it sends one) that is ours, and the token. A page of
//! ours sends it as the header `X-Crossing-Token`. A page that knows nothing of tokens (mdBook's own) carries it in the
//! address: with `http://127.0.0.1:3000/playground/TOKEN` in place of `https://play.rust-lang.org` it works
//! unchanged, as long as it is one of the pages that stand beside the playground. Anything else gets 403 and `{"error": …}` before its body is read. The token stands in the pages, so
//! they too must be refused to a rebound `Host`: wrap the whole server in [`loopback_only`].
//!
//! # Routes
//!
//! | route | takes | answers |
//! | --- | --- | --- |
//! | `POST /execute` | [`protocol::Execute`] | [`protocol::Executed`] |
//! | `POST /evaluate.json` | [`protocol::Evaluate`] | [`protocol::Evaluated`] |
//! | `GET`, `POST /meta/crates` | | `{"crates": [{name, version, id}]}` |
//! | `GET /meta/versions` | | `{"stable": {"rustc": {version, hash, date}}, "nightly": …}` |
//! | `GET /meta/limits` | | `{"limits": [{promise, holds, how}]}`, as [`holds`], and the `numbers` |
//!
//! and each again below `/TOKEN`. A client that hangs up ends its run.
//!
//! # How a run is held
//!
//! The server never runs a program itself. It starts its own executable once more as a *warden*, one for each run, which
//! shuts itself off from the system (`confine`), compiles, runs, and answers; when it ends, so does all that it
//! started. Compiler and program are under the same limits.

mod confine;
mod gate;
mod program;
pub mod protocol;
mod queue;
mod routes;
mod toolchain;
mod warden;

use std::path::PathBuf;

pub use confine::{Confinement, Hold};
pub use gate::{BindError, Token, bind, loopback_only};
pub use protocol::Edition;
pub use routes::app;
pub use toolchain::{Toolchain, ToolchainError};
pub use warden::{Limit, Limits, Warden};

/// What [`app`] needs to know. [`Config::new`] fills in what is usual.
#[derive(Clone, Debug)]
pub struct Config {
    /// Proof that `main` began with [`Warden::enter`].
    pub warden: Warden,
    /// The compiler that programs are compiled with, stable and nightly alike.
    pub toolchain: Toolchain,
    /// What a page must know to be answered.
    pub token: Token,
    /// The port that the server listens on: part of the only `Host` and `Origin` that are answered.
    pub port: u16,
    /// The edition of a program that names none.
    pub edition: Edition,
    /// The crates that programs may use besides std.
    pub crates: Vec<Crate>,
    /// What a run may use up.
    pub limits: Limits,
    /// How many runs go on at once; the others wait in the order they came.
    pub at_once: usize,
}

impl Config {
    /// The usual: edition 2024, no crates, as many runs at once as there are cores.
    #[must_use]
    pub fn new(warden: Warden, toolchain: Toolchain, token: Token, port: u16) -> Self {
        Self {
            warden,
            toolchain,
            token,
            port,
            edition: Edition::E2024,
            crates: Vec::new(),
            limits: Limits::default(),
            at_once: std::thread::available_parallelism().map_or(1, usize::from),
        }
    }
}

/// A compiled crate that programs may name.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Crate {
    /// As in `use name::…`.
    pub name: String,
    /// As its Cargo.toml says.
    pub version: String,
    /// Its rlib. The rlibs that it needs lie beside it.
    pub rlib: PathBuf,
}

/// What this system can hold a run to, tried out with a warden that runs nothing.
///
/// A line that does not hold belongs on the page and in the terminal.
#[must_use]
pub fn holds(warden: &Warden) -> Vec<Hold> {
    warden.holds()
}

/// The public types go where the server takes them.
const _: () = {
    const fn crosses_threads<T: Send + Sync>() {}
    crosses_threads::<Config>();
    crosses_threads::<Token>();
    crosses_threads::<Hold>();
};
