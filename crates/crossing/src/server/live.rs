//! News for open pages: newer pages, or why there are none.

use std::convert::Infallible;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use serde_json::json;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::Edition;

const SCRIPT: &str = include_str!("../../assets/live.js");

/// What goes into a page of an edition, so that it hears of later ones.
pub fn tag(number: u64) -> String {
    format!("<script type=\"module\" src=\"/-/live.js\"></script><meta name=\"crossing-edition\" content=\"{number}\">")
}

/// The script, and the events that it listens to.
pub fn routes() -> Router<watch::Receiver<Edition>> {
    Router::new().route("/live.js", get(script)).route("/events", get(events))
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], SCRIPT)
}

async fn events(State(current): State<watch::Receiver<Edition>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = WatchStream::new(current).map(|edition| {
        let news = json!({ "number": edition.number, "problem": edition.problem.as_deref() });
        Ok(Event::default().data(news.to_string()))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
