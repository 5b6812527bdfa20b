//! Finding a port on loopback.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, bail};

/// The port where none is asked for.
const USUAL: u16 = 3000;
/// How many ports after it are tried.
const TRIES: u16 = 100;

/// Listens on `port`, which must be free, or else on the usual port or the next free one.
pub fn listen(port: Option<u16>) -> anyhow::Result<TcpListener> {
    match port {
        Some(port) => match bind(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
                "port {port} is taken\n\
                 help: end what uses it, or leave out `--port` for the next free one"
            ),
            result => result.with_context(|| format!("cannot listen on port {port}")),
        },
        None => next_free(USUAL),
    }
}

fn next_free(first: u16) -> anyhow::Result<TcpListener> {
    for port in first..first.saturating_add(TRIES) {
        match bind(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result.with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("the ports from {first} to {} are all taken\nhelp: name a free one with `--port`", first + TRIES - 1)
}

fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_an_error_if_it_was_asked_for() {
        let taken = bind(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(Some(port)).unwrap_err().to_string();
        assert!(error.starts_with(&format!("port {port} is taken")), "{error}");
    }

    #[test]
    fn a_taken_port_is_passed_over_if_it_was_not() {
        let taken = bind(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let other = next_free(port).unwrap().local_addr().unwrap();
        assert!(other.port() > port && other.ip().is_loopback(), "{other}");
    }
}
