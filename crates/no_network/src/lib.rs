//! Stands in for the HTTP client that mdbook-linkcheck2 is written against.
//!
//! Links of the book are checked against files, and nothing is fetched in build, test or reading. The real client would
//! have brought TLS, and with it the C sources of a cryptographic library: a sixth of a cold build, for what is never
//! called. What the link checker names is here, and every request fails.

pub use http::header;
pub use url::Url;

use http::HeaderMap;

/// Why there is no answer: there is no network here.
#[derive(Debug, thiserror::Error)]
#[error("nothing is fetched when a book is checked")]
pub struct Error;

impl Error {
    /// Never: nothing is waited for.
    pub fn is_timeout(&self) -> bool {
        false
    }

    /// Never: nothing answers.
    pub fn is_status(&self) -> bool {
        false
    }

    /// None: nothing answers.
    pub fn status(&self) -> Option<http::StatusCode> {
        None
    }

    /// None: nothing is asked.
    pub fn url(&self) -> Option<&Url> {
        None
    }
}

/// A client without a network.
#[derive(Debug, Clone, Default)]
pub struct Client;

impl Client {
    /// A client without a network.
    pub fn new() -> Client {
        Client
    }

    /// A builder of one.
    pub fn builder() -> ClientBuilder {
        ClientBuilder
    }

    /// A request that cannot be sent.
    pub fn head(&self, _: Url) -> RequestBuilder {
        RequestBuilder
    }
}

/// Builds a client without a network.
#[derive(Debug)]
pub struct ClientBuilder;

impl ClientBuilder {
    /// Takes a name, which is never sent.
    pub fn user_agent(self, _: &str) -> ClientBuilder {
        self
    }

    /// Takes headers, which are never sent.
    pub fn default_headers(self, _: HeaderMap) -> ClientBuilder {
        self
    }

    /// Never fails.
    ///
    /// # Errors
    ///
    /// None; the link checker expects a result.
    pub fn build(self) -> Result<Client, Error> {
        Ok(Client)
    }
}

/// A request that cannot be sent.
#[derive(Debug)]
pub struct RequestBuilder;

impl RequestBuilder {
    /// Takes headers, which are never sent.
    pub fn headers(self, _: HeaderMap) -> RequestBuilder {
        self
    }

    /// Fails.
    ///
    /// # Errors
    ///
    /// Always.
    pub async fn send(self) -> Result<Response, Error> {
        Err(Error)
    }
}

/// An answer, of which there is none.
#[derive(Debug)]
pub enum Response {}

impl Response {
    /// Never called.
    ///
    /// # Errors
    ///
    /// None; there is no answer to ask.
    pub fn error_for_status(self) -> Result<Response, Error> {
        match self {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn every_request_fails() {
        let url = Url::parse("https://example.org").expect("it is an address");
        let sent = pin!(Client::new().head(url).send());
        assert!(matches!(sent.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(Err(Error))));
    }
}
