//! Who may ask, and what every answer says about itself.
//!
//! A server on loopback can be reached by every page the reader has open: a foreign name that
//! resolves to 127.0.0.1 makes the browser believe that this is its own site ("DNS rebinding").
//! The name it used stands in the Host header, so an exact check of that ends it. There are no
//! CORS headers at all, so no other site can read an answer.
//!
//! Whoever wants something *done* must show more. A page of ours says where it comes from (Origin)
//! and knows the [`Key`]; then axum takes JSON and nothing else, which another site's form cannot send.

use crate::key::Key;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The header in which a page shows the key.
const KEY: &str = "textbook-key";

/// What a page may load: itself. mdBook's template has inline scripts and styles, hence
/// `'unsafe-inline'`; its contents without JavaScript are a frame, hence `frame-ancestors 'self'`.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; \
    script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; \
    connect-src 'self' data:; img-src 'self' data:; font-src 'self' data:; \
    object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

/// The names under which a reader on this machine can type our address.
#[derive(Clone, Debug)]
pub struct Hosts(Arc<[String]>);

impl Hosts {
    /// The three names of loopback at this port.
    #[must_use]
    pub fn at(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts = names.map(|name| format!("{name}:{port}")).to_vec();
        if port == 80 {
            // The port that a browser leaves out.
            hosts.extend(names.map(str::to_owned));
        }
        Self(hosts.into())
    }

    /// Whether a request was addressed to one of them, and to nothing else besides.
    fn allow(&self, request: &Request) -> bool {
        let mut named = request.headers().get_all(header::HOST).iter();
        let known = |host: &[u8]| self.0.iter().any(|name| name.as_bytes() == host);
        let (Some(host), None) = (named.next(), named.next()) else { return false };
        // `GET http://elsewhere/ HTTP/1.1` names a host in its first line too.
        let authority = request.uri().authority();
        known(host.as_bytes()) && authority.is_none_or(|name| known(name.as_str().as_bytes()))
    }
}

/// Stands before every route that does something, behind [`guard`]: the Host is one of ours.
pub(crate) async fn guard_deeds(State(key): State<Key>, request: Request, next: Next) -> Response {
    match refusal(&request, &key) {
        Some(why) => (StatusCode::FORBIDDEN, format!("{why}\n")).into_response(),
        None => next.run(request).await,
    }
}

/// Why a request may not have anything done.
fn refusal(request: &Request, key: &Key) -> Option<&'static str> {
    // The one value of a header; with two of them, nobody can tell which is meant.
    let only = |name: &str| {
        let mut values = request.headers().get_all(name).iter();
        values.next().filter(|_| values.next().is_none()).map(HeaderValue::as_bytes)
    };
    let host = only("host").unwrap_or_default();
    if only("origin").and_then(|origin| origin.strip_prefix(b"http://")) != Some(host) {
        return Some("Only a page of this book may ask for that.");
    }
    if !only(KEY).is_some_and(|shown| key.is(shown)) {
        return Some("The key is another one; open the address that `cargo run` printed.");
    }
    None
}

/// Stands before every route, those that do not exist included.
pub(crate) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let mut response = if !hosts.allow(&request) {
        (StatusCode::FORBIDDEN, "This server answers to its own address only.\n").into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in [
        // Every reload must see the build that caused it.
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
