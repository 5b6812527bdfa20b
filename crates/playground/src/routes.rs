//! What is answered, and how a refusal looks.

use std::sync::Arc;

use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::program::Program;
use crate::protocol::{Evaluate, Evaluated, Execute, Executed};
use crate::queue::Queue;
use crate::{Config, gate, holds};

/// The longest body that is read, in bytes.
const BODY: usize = 256 << 10;

#[derive(Clone)]
struct Shared {
    config: Arc<Config>,
    queue: Arc<Queue>,
}

/// The playground's routes, for a server to nest where it likes.
pub fn app(config: Config) -> Router {
    let config = Arc::new(config);
    let shared = Shared { queue: Arc::new(Queue::new(config.clone())), config: config.clone() };
    let routes = Router::new()
        .route("/execute", post(execute))
        .route("/evaluate.json", post(evaluate))
        .route("/meta/crates", get(crates).post(crates))
        .route("/meta/versions", get(versions))
        .route("/meta/limits", get(limits))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(BODY))
        .with_state(shared);
    gate::loopback_only(gate::with_token(routes, config.token.clone()), config.port)
}

async fn execute(State(shared): State<Shared>, headers: HeaderMap, body: Body) -> Result<Json<Executed>, Refusal> {
    let request: Execute = parse(&headers, body)?;
    shared.run(request.program(shared.config.edition)).await.map(Json)
}

async fn evaluate(State(shared): State<Shared>, headers: HeaderMap, body: Body) -> Result<Json<Evaluated>, Refusal> {
    let request: Evaluate = parse(&headers, body)?;
    shared.run(request.program(shared.config.edition)).await.map(|executed| Json(executed.into()))
}

async fn crates(State(shared): State<Shared>) -> Json<Value> {
    let crates: Vec<_> = shared
        .config
        .crates
        .iter()
        .map(|offered| json!({ "name": offered.name, "version": offered.version, "id": offered.name }))
        .collect();
    Json(json!({ "crates": crates }))
}

/// One compiler, under two names: with its unstable features open it is what we have for nightly.
async fn versions(State(shared): State<Shared>) -> Json<Value> {
    let channel = json!({ "rustc": shared.config.toolchain.version });
    Json(json!({ "stable": channel, "nightly": channel }))
}

async fn limits(State(shared): State<Shared>) -> Result<Json<Value>, Refusal> {
    let config = shared.config.clone();
    let limits = tokio::task::spawn_blocking(move || holds(&config.warden)).await;
    let limits = limits.map_err(|lost| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, lost))?;
    Ok(Json(json!({ "limits": limits, "numbers": shared.config.limits })))
}

pub(crate) async fn nothing() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "the playground has no such address")
}

async fn wrong_method() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "the playground has this address for another method")
}

/// What every refusal looks like: `{"error": why}`.
#[derive(Debug)]
pub(crate) struct Refusal(StatusCode, String);

impl Refusal {
    pub fn new(status: StatusCode, why: impl ToString) -> Self {
        Self(status, why.to_string())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

impl Shared {
    async fn run(&self, program: Program) -> Result<Executed, Refusal> {
        let ansi = program.ansi;
        let compiler = self.config.toolchain.name().to_owned();
        match self.queue.run(program).await {
            Ok((answer, waited)) => Ok(Executed::new(answer, ansi, compiler, waited)),
            Err(error) => Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, error)),
        }
    }
}

type Body = Result<Bytes, BytesRejection>;

/// The request in a body. A page of another site can send text or a form without asking first, but not JSON.
fn parse<T: DeserializeOwned>(headers: &HeaderMap, body: Body) -> Result<T, Refusal> {
    let refuse = |why: &str| Refusal::new(StatusCode::BAD_REQUEST, why);
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).and_then(|kind| kind.split(';').next());
    if !kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
        return Err(refuse("the request is not `application/json`"));
    }
    let body = body.map_err(|_| refuse(&format!("the request is longer than {} kB, or broke off", BODY >> 10)))?;
    serde_json::from_slice(&body)
        .map_err(|error| refuse(&format!("the request is not what this address takes: {error}")))
}
