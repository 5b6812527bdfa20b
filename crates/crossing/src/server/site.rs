//! The built pages in memory.
//!
//! In memory, because another build may empty their folder at any moment, mdBook's does, and because the playground's
//! token goes into them: the files stay the same for every run.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// All files of a folder of pages, by their path.
#[derive(Debug, Default)]
pub struct Site(HashMap<String, File>);

#[derive(Debug)]
struct File {
    body: Bytes,
    kind: HeaderValue,
    tag: HeaderValue,
    cache: HeaderValue,
}

impl Site {
    /// Reads a folder. `head` goes into the head of each page.
    pub fn load(folder: &Path, head: &str) -> anyhow::Result<Self> {
        let mut site = Site::default();
        site.read(folder, "", head)?;
        Ok(site)
    }

    /// A site of one page, for when there are none.
    pub fn blank(head: &str) -> Self {
        let text = format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>No pages yet</title>{head}</head>\
             <body><h1>No pages yet</h1><p>The first build of the book failed.</p></body></html>\n"
        );
        Site(HashMap::from(["404.html".to_owned(), "index.html".to_owned()].map(|name| {
            let file = File::new(&name, text.clone().into_bytes());
            (name, file)
        })))
    }

    /// The answer to a request for `path`; `known` is the version that the asker has.
    pub fn answer(&self, path: &str, known: Option<&HeaderValue>) -> Response {
        let folder = format!("{}/index.html", path.trim_end_matches('/'));
        match self.0.get(path).or_else(|| self.0.get(&folder)) {
            Some(file) if known == Some(&file.tag) => file.respond(StatusCode::NOT_MODIFIED, Body::empty()),
            Some(file) => file.respond(StatusCode::OK, file.body.clone().into()),
            None => self.not_found(),
        }
    }

    fn not_found(&self) -> Response {
        match self.0.get("404.html") {
            Some(file) => file.respond(StatusCode::NOT_FOUND, file.body.clone().into()),
            None => {
                let mut response = Response::new(Body::from("There is no such page.\n"));
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }
        }
    }

    fn read(&mut self, folder: &Path, prefix: &str, head: &str) -> anyhow::Result<()> {
        let cannot = || format!("cannot read `{}`", folder.display());
        for entry in fs::read_dir(folder).with_context(cannot)? {
            let entry = entry.with_context(cannot)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.read(&entry.path(), &format!("{name}/"), head)?;
                continue;
            }
            let mut body =
                fs::read(entry.path()).with_context(|| format!("cannot read `{}`", entry.path().display()))?;
            if name.ends_with(".html") {
                body = inject(body, head);
            }
            self.0.insert(name.clone(), File::new(&name, body));
        }
        Ok(())
    }
}

impl File {
    fn new(name: &str, body: Vec<u8>) -> Self {
        let mime = mime_guess::from_path(name).first_or_octet_stream();
        let is_text = mime.type_() == "text" || matches!(mime.subtype().as_str(), "javascript" | "json" | "svg");
        let kind = if is_text { format!("{mime}; charset=utf-8") } else { mime.to_string() };
        let tag = format!("\"{}\"", &blake3::hash(&body).to_hex()[..16]);
        let cache = if has_fingerprint(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        let header = |text: String| HeaderValue::try_from(text).expect("it is ASCII");
        File { body: body.into(), kind: header(kind), tag: header(tag), cache: HeaderValue::from_static(cache) }
    }

    fn respond(&self, status: StatusCode, body: Body) -> Response {
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.kind.clone());
        headers.insert(header::CACHE_CONTROL, self.cache.clone());
        headers.insert(header::ETAG, self.tag.clone());
        response
    }
}

/// Whether a name carries the hash of its content, as mdBook's `hash-files` makes them: `book-0f3a91bc.js`.
fn has_fingerprint(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split('.').next().and_then(|stem| stem.rsplit_once('-')).is_some_and(|(_, hash)| {
        hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

fn inject(page: Vec<u8>, head: &str) -> Vec<u8> {
    const START: &[u8] = b"<head>";
    match page.windows(START.len()).position(|window| window == START) {
        Some(at) => [&page[..at + START.len()], head.as_bytes(), &page[at + START.len()..]].concat(),
        None => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_never_change() {
        for (name, expected) in [
            ("book-0f3a91bc.js", true),
            ("theme/css/tokens-0f3a91bc.css", true),
            ("elasticlunr-ef4e11c1.min.js", true),
            ("rc-and-arc.html", false),
            ("print.html", false),
            ("no-interior.html", false),
            ("fonts/open-sans-v17-all-charsets-300.woff2", false),
        ] {
            assert_eq!(has_fingerprint(name), expected, "{name}");
        }
    }

    #[test]
    fn the_head_goes_into_pages_once() {
        let page = inject(b"<html><head><title>x</title></head><body>&lt;head> <head></body>".to_vec(), "<meta>");
        assert_eq!(page, b"<html><head><meta><title>x</title></head><body>&lt;head> <head></body>");
    }
}
