//! The pages as they are published: served as files, with a stand-in for the public playground at another origin.

use std::future::IntoFuture;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower_http::compression::CompressionLayer;

use crate::book;

/// How the stand-in answers.
#[derive(Clone)]
pub enum Mood {
    /// With this result, as the public playground does.
    Answers(Value),
    /// With this status and this body.
    Says(u16, &'static str),
    /// Not within a reader's patience.
    Slow,
}

/// A folder of pages, served, and the stand-in that they name.
pub struct Published {
    /// Of the pages, without a slash at the end.
    pub origin: String,
    /// Of the stand-in, as a page names it.
    pub playground: String,
    standin: Arc<StandIn>,
    _runtime: Runtime,
}

struct StandIn {
    mood: Mutex<Mood>,
    received: Mutex<Vec<(String, Value)>>,
}

impl Published {
    /// This book's pages, as the server under test has built them.
    pub fn book() -> Self {
        Self::folder(book::root().join("book/html"), |_, text| text)
    }

    /// The pages of `folder`, each text changed by `change`, which gets the stand-in's address.
    pub fn folder(folder: PathBuf, change: impl Fn(&str, String) -> String + Send + Sync + 'static) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let standin = Arc::new(StandIn { mood: Mutex::new(Mood::Slow), received: Mutex::default() });
        let app = Router::new().fallback(answer).with_state(Arc::clone(&standin));
        let playground = format!("http://{}/", listen(&runtime, app));
        let pages = Pages { folder, change: Box::new(change), playground: playground.clone() };
        let app = Router::new().fallback(page).with_state(Arc::new(pages)).layer(CompressionLayer::new());
        let origin = format!("http://{}", listen(&runtime, app));
        Published { origin, playground, standin, _runtime: runtime }
    }

    /// From now on the stand-in is in this mood.
    pub fn playground_is(&self, mood: Mood) {
        *self.standin.mood.lock().unwrap_or_else(PoisonError::into_inner) = mood;
    }

    /// What was sent to the stand-in since this was last asked: the addresses and the bodies.
    pub fn received(&self) -> Vec<(String, Value)> {
        std::mem::take(&mut self.standin.received.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn listen(runtime: &Runtime, app: Router) -> String {
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a port");
    let address = listener.local_addr().expect("an address");
    runtime.spawn(axum::serve(listener, app).into_future());
    address.to_string()
}

async fn answer(State(standin): State<Arc<StandIn>>, method: Method, uri: Uri, body: Bytes) -> Response {
    if method != Method::OPTIONS {
        let body = serde_json::from_slice(&body).unwrap_or_default();
        standin.received.lock().unwrap_or_else(PoisonError::into_inner).push((uri.path().to_owned(), body));
    }
    let mood = standin.mood.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let (status, body) = match (uri.path(), mood) {
        _ if method == Method::OPTIONS => (200, String::new()),
        ("/meta/versions", _) => {
            let channel = json!({ "rustc": { "version": "1.77.7" }, "miri": { "version": "0.7.7" } });
            (200, json!({ "stable": channel, "nightly": channel }).to_string())
        }
        (_, Mood::Answers(result)) => (200, result.to_string()),
        (_, Mood::Says(status, body)) => (status, body.to_owned()),
        (_, Mood::Slow) => {
            tokio::time::sleep(Duration::from_secs(120)).await;
            (200, String::new())
        }
    };
    let response = Response::builder()
        .status(StatusCode::from_u16(status).expect("a status"))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type");
    response.body(body.into()).expect("an answer")
}

/// What becomes of a page: its path, and its text.
type Change = dyn Fn(&str, String) -> String + Send + Sync;

struct Pages {
    folder: PathBuf,
    change: Box<Change>,
    playground: String,
}

async fn page(State(pages): State<Arc<Pages>>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let Ok(bytes) = std::fs::read(pages.folder.join(path)) else {
        return Response::builder().status(404).body(Body::empty()).expect("an answer");
    };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            // The book names the public playground: readers are sent to the stand-in in its place.
            let named =
                text.replace("content=\"https://play.rust-lang.org/\"", &format!("content=\"{}\"", pages.playground));
            (pages.change)(&pages.playground, named).into_bytes()
        }
        Err(error) => error.into_bytes(),
    };
    let kind = mime_guess::from_path(path).first_or_octet_stream().to_string();
    Response::builder().header(header::CONTENT_TYPE, kind).body(bytes.into()).expect("an answer")
}
