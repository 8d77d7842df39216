//! The routes: the pages of the book, and what a page asks about itself.

use crate::guard::{Hosts, guard};
use crate::key::Key;
use crate::live::Published;
use crate::run::{Runner, routes::routes};
use crate::site::{Asset, HTML, insert_live_script};
use anyhow::{Context, Result};
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, middleware};
use serde::Serialize;
use std::net::TcpListener;
use tokio::sync::watch::Receiver;

/// Answers until the process ends. Ctrl-C simply kills it: nothing here needs a farewell.
///
/// # Errors
///
/// The runtime does not start, or the listener is no use to it.
pub fn run(
    listener: TcpListener,
    published: Receiver<Published>,
    runner: Runner,
    key: Key,
) -> Result<()> {
    let port = listener.local_addr().context("failed to read the server's own address")?.port();
    listener.set_nonblocking(true).context("failed to prepare the listener")?;
    // One worker is plenty: every answer is already in memory, and the reader's cores belong to
    // the examples.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .context("failed to start the server's runtime")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router(published, runner, key, Hosts::at(port))).await
    })?;
    Ok(())
}

/// All routes, behind the guard. Those that do nothing are a `get` each, which answers HEAD too and
/// refuses the rest; those that do something want the key.
pub fn router(published: Receiver<Published>, runner: Runner, key: Key, hosts: Hosts) -> Router {
    let script = "text/javascript; charset=utf-8";
    let style = "text/css; charset=utf-8";
    Router::new()
        .route("/live", get(live))
        .route("/live.js", get(move || async move { text(script, include_str!("live.js")) }))
        .route("/run.js", get(move || async move { text(script, include_str!("run/run.js")) }))
        .route("/run.css", get(move || async move { text(style, include_str!("run/run.css")) }))
        .fallback(get(page))
        .with_state(published)
        .merge(routes(runner, key))
        .layer(middleware::from_fn_with_state(hosts, guard))
}

/// What an open page asks several times a second.
#[derive(Serialize)]
struct News {
    version: u64,
    fault: Option<String>,
}

async fn live(State(published): State<Receiver<Published>>) -> Json<News> {
    let now = published.borrow();
    Json(News { version: now.version, fault: now.fault.as_deref().map(str::to_owned) })
}

fn text(content_type: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, content_type)], text).into_response()
}

async fn page(State(published): State<Receiver<Published>>, uri: Uri) -> Response {
    // Cloned, three counters, because a borrow would hold up the next build.
    let now = published.borrow().clone();
    let Some(site) = &now.site else { return no_book_yet(&now) };
    match (site.get(uri.path()), site.get("/404.html")) {
        (Some(asset), _) => send(StatusCode::OK, asset),
        (None, Some(asset)) => send(StatusCode::NOT_FOUND, asset),
        (None, None) => (StatusCode::NOT_FOUND, "There is no such page.\n").into_response(),
    }
}

fn send(status: StatusCode, asset: &Asset) -> Response {
    let headers = [(header::CONTENT_TYPE, asset.content_type)];
    (status, headers, asset.bytes.clone()).into_response()
}

/// The one page that is not in the book: the very first build failed. It turns into the page that
/// was asked for as soon as the fault is mended.
fn no_book_yet(now: &Published) -> Response {
    let fault = now.fault.as_deref().unwrap_or("The book is still being built.");
    let fault = fault.replace('&', "&amp;").replace('<', "&lt;");
    let mut page = include_bytes!("no_book_yet.html").to_vec();
    insert_live_script(&mut page, now.version);
    let page = String::from_utf8_lossy(&page).replace("{{fault}}", &fault);
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, HTML)], page).into_response()
}
