//! Who is answered: our own pages, on this machine, that carry the token.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderName, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;

use crate::routes::{Refusal, nothing};

const TOKEN: HeaderName = HeaderName::from_static("x-crossing-token");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// A secret that a page must know to be answered. No other site can read it, and none can guess it.
#[derive(Clone)]
pub struct Token(Arc<str>);

impl Token {
    /// A new one, of 128 random bits.
    ///
    /// # Panics
    ///
    /// If the system has no randomness to give.
    #[must_use]
    pub fn fresh() -> Self {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("the system gives random bytes");
        Self(format!("{:032x}", u128::from_ne_bytes(bytes)).into())
    }

    /// What to put into the page.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `guess` is it. Takes as long for a near miss as for a far one.
    fn is(&self, guess: &[u8]) -> bool {
        let own = self.0.as_bytes();
        own.len() == guess.len() && own.iter().zip(guess).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why there is no listener.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The address can be reached from outside.
    #[error(
        "`{0}` can be reached from other machines, which could then run programs on this one\nhelp: listen on 127.0.0.1 or [::1]"
    )]
    NotLoopback(SocketAddr),
    /// The system refuses it.
    #[error("cannot listen on `{address}`")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why not; [`io::ErrorKind::AddrInUse`] if the port is taken.
        source: io::Error,
    },
}

/// Listens on `address`, if only this machine can reach it.
///
/// # Errors
///
/// [`BindError::NotLoopback`] before anything is opened; [`BindError::Listen`] if the system refuses.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, BindError> {
    if !address.ip().is_loopback() {
        return Err(BindError::NotLoopback(address));
    }
    TcpListener::bind(address).await.map_err(|source| BindError::Listen { address, source })
}

/// Refuses every request to `router` whose `Host` is not this machine at `port`, or that comes from another site.
///
/// A site can point its own name at 127.0.0.1 (DNS rebinding): its scripts then count as ours and could read the token
/// from a page. What they cannot change is the name that the browser sends.
pub fn loopback_only(router: Router, port: u16) -> Router {
    router.layer(middleware::from_fn_with_state(port, from_this_machine))
}

async fn from_this_machine(State(port): State<u16>, request: Request, next: Next) -> Response {
    match check_site(request.headers(), port) {
        Ok(()) => next.run(request).await,
        Err(why) => Refusal::new(StatusCode::FORBIDDEN, why).into_response(),
    }
}

/// Refuses every request to `router` without the token, in its header or as the first part of the address.
pub(crate) fn with_token(router: Router, token: Token) -> Router {
    let both = Router::new().nest("/{token}", router.clone()).merge(router).fallback(nothing);
    both.layer(middleware::from_fn_with_state(token, carries_token))
}

async fn carries_token(State(token): State<Token>, request: Request, next: Next) -> Response {
    let header = request.headers().get(TOKEN).is_some_and(|guess| token.is(guess.as_bytes()));
    let segment = request.uri().path().split('/').nth(1).is_some_and(|guess| token.is(guess.as_bytes()));
    if header || segment {
        next.run(request).await
    } else {
        Refusal::new(StatusCode::FORBIDDEN, "the playground's token is missing or wrong: reload the page")
            .into_response()
    }
}

fn check_site(headers: &HeaderMap, port: u16) -> Result<(), &'static str> {
    let text =
        |name: HeaderName| headers.get_all(name).iter().map(|value| value.to_str().unwrap_or("")).collect::<Vec<_>>();
    match text(HOST)[..] {
        [host] if is_ours(host, port) => {}
        _ => return Err("the request does not name this machine as its host"),
    }
    for origin in text(ORIGIN) {
        if !origin.strip_prefix("http://").is_some_and(|host| is_ours(host, port)) {
            return Err("the request comes from another site's page");
        }
    }
    for site in text(FETCH_SITE) {
        if !matches!(site, "same-origin" | "none") {
            return Err("the request was made for another site's page");
        }
    }
    Ok(())
}

/// Whether `host`, as in `localhost:3000`, is this machine at our port.
fn is_ours(host: &str, port: u16) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let name = authority.host().trim_start_matches('[').trim_end_matches(']');
    let loopback = name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    loopback && authority.port_u16().unwrap_or(80) == port && !host.contains('@')
}
