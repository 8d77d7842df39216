//! The routes of what a page may have done. All of them stand behind the key.

use super::event::{Event, Teller};
use super::{Kitchen, Runner, block, course, example, measure};
use crate::guard::guard_deeds;
use crate::key::Key;
use anyhow::Result;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router, middleware};
use futures_util::stream;
use mdbook_evidence::Example;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::mpsc;

/// What a page may send, in bytes.
const MOST_IN: usize = 64 * 1024;

/// How often, and how long in between, a turn is asked for: whoever pressed Stop and Run again
/// should not be told that the run which is just dying is in the way.
const PATIENCE: (usize, Duration) = (25, Duration::from_millis(20));

pub(crate) fn routes(runner: Runner, key: Key) -> Router {
    let key = middleware::from_fn_with_state(key, guard_deeds);
    Router::new()
        .route("/run", post(run_example).route_layer(key.clone()))
        .route("/block", post(run_block).route_layer(key.clone()))
        .route("/measure", post(run_measure).route_layer(key.clone()))
        .route("/course", post(tell_course).route_layer(key))
        .layer(DefaultBodyLimit::max(MOST_IN))
        .with_state(runner)
}

async fn run_example(State(runner): State<Runner>, Json(ask): Json<example::Ask>) -> Response {
    let Some(example) = known(&runner, &ask.example) else { return unknown() };
    let arguments = match example.arguments(&ask.chosen) {
        Ok(arguments) => arguments,
        Err(why) => return (StatusCode::UNPROCESSABLE_ENTITY, format!("{why}\n")).into_response(),
    };
    let name = example.name.clone();
    let work = move |kitchen: &Kitchen, tell: &Teller| {
        example::run(kitchen, &ask, &example, &arguments, tell)
    };
    start(runner, &name, work).await
}

async fn run_block(State(runner): State<Runner>, Json(ask): Json<block::Ask>) -> Response {
    start(runner, "an edited block", move |kitchen, tell| block::run(kitchen, &ask, tell)).await
}

async fn run_measure(State(runner): State<Runner>, Json(ask): Json<measure::Ask>) -> Response {
    let Some(example) = known(&runner, &ask.example) else { return unknown() };
    let what = format!("the measurement of {}", example.name);
    start(runner, &what, move |kitchen, tell| measure::run(kitchen, &example.name, tell)).await
}

/// Reading a small file is no work for a turn.
async fn tell_course(
    State(runner): State<Runner>,
    Json(course::Ask {}): Json<course::Ask>,
) -> Json<course::Course> {
    Json(course::read(&runner.0.root))
}

/// The example of this name: one of those that there are, found by comparing, so that no name is
/// ever part of a path or a command that it was not before.
fn known(runner: &Runner, name: &str) -> Option<Example> {
    Example::all(&runner.0.root).into_iter().find(|example| example.name == name)
}

fn unknown() -> Response {
    (StatusCode::NOT_FOUND, "There is no such example.\n").into_response()
}

/// Does the work on a thread of its own, and answers with its events as they come.
async fn start(
    runner: Runner,
    name: &str,
    work: impl FnOnce(&Kitchen, &Teller) -> Result<(bool, String)> + Send + 'static,
) -> Response {
    let kitchen = Arc::clone(&runner.0);
    let mut turn = kitchen.turns.take(name);
    for _ in 0..PATIENCE.0 {
        if turn.is_ok() {
            break;
        }
        tokio::time::sleep(PATIENCE.1).await;
        turn = kitchen.turns.take(name);
    }
    let turn = match turn {
        Ok(turn) => turn,
        Err(other) => {
            let why = format!("One thing at a time, and {other} is running.\n");
            return (StatusCode::CONFLICT, why).into_response();
        }
    };
    let (sender, events) = mpsc::unbounded_channel::<Bytes>();
    // Its own thread, and not one of the runtime's: it may be bound to a core, and when it ends,
    // so does what it started.
    let started = thread::Builder::new().name("run".to_owned()).spawn(move || {
        let tell = Teller::new(sender);
        let (well, how) =
            work(&kitchen, &tell).unwrap_or_else(|error| (false, format!("{error:#}")));
        // The next one may ask before this is told.
        drop(turn);
        tell.tell(&Event::Ended { well, how: &how });
    });
    if let Err(error) = started {
        let why = format!("No thread could be started: {error}\n");
        return (StatusCode::SERVICE_UNAVAILABLE, why).into_response();
    }
    let lines = stream::unfold(events, |mut events| async move {
        let line = events.recv().await?;
        Some((Ok::<_, std::convert::Infallible>(line), events))
    });
    ([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)).into_response()
}
