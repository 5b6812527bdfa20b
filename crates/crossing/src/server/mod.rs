//! The web server: pages from memory, and with `--watch` the news about them.
//!
//! [`app`] is all of it but the playground, which is nested beside it. It is for loopback; who may ask is settled by
//! `playground::loopback_only`, around everything.

mod live;
pub mod port;
mod site;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;

pub use self::live::tag as live_tag;
pub use self::site::Site;

/// What is served now: the pages of the last build that succeeded, and what the last build said if it did not.
#[derive(Debug, Clone, Default)]
pub struct Edition {
    /// Counts the builds that succeeded.
    pub number: u64,
    /// The pages.
    pub site: Arc<Site>,
    /// Why there are no newer pages.
    pub problem: Option<Arc<str>>,
}

/// The pages, and under `/-/` what keeps them live if `live`.
pub fn app(current: watch::Receiver<Edition>, live: bool) -> Router {
    let pages = Router::new().route("/", get(index)).route("/{*path}", get(page));
    let router = if live { pages.nest("/-", live::routes()) } else { pages };
    router.layer(CompressionLayer::new()).layer(axum::middleware::map_response(guarded)).with_state(current)
}

async fn index(state: State<watch::Receiver<Edition>>, headers: HeaderMap) -> Response {
    page(state, Path("index.html".to_owned()), headers).await
}

async fn page(
    State(current): State<watch::Receiver<Edition>>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Response {
    let site = Arc::clone(&current.borrow().site);
    site.answer(&path, headers.get(header::IF_NONE_MATCH))
}

/// The pages carry the playground's token: no other site may embed them, or guess at what they are.
async fn guarded(mut response: Response) -> Response {
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
