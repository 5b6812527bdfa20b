//! `serve`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::fixture::Book;

/// A server for a test; it ends with it.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(book: &Book, more: &[&str]) -> Self {
        let mut command = book.command(&[&["serve", "--no-open", "--port", "0"], more].concat());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim_end().rsplit(':').next().and_then(|port| port.parse().ok());
        Server { port: port.unwrap_or_else(|| panic!("no address in {line:?}")), child }
    }

    fn get(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let host = if headers.contains("Host:") { String::new() } else { format!("Host: 127.0.0.1:{}\r\n", self.port) };
        write!(stream, "GET {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

/// What is said by a server that does not start.
fn refusal(book: &Book, arguments: &[&str]) -> String {
    let mut command = book.command(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut server = Server { child: command.spawn().unwrap(), port: 0 };
    let mut line = String::new();
    BufReader::new(server.child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "", "it was started");
    let mut said = String::new();
    server.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(server.child.wait().unwrap().code(), Some(1));
    said
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already, as it should.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    head.lines()
        .find_map(|line| line.split_once(": ").filter(|(key, _)| key.eq_ignore_ascii_case(name)))
        .map(|(_, value)| value)
}

#[test]
fn a_taken_port_that_was_asked_for_is_an_error() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = refusal(&Book::new(), &["--port", &port, "--no-open"]);
    assert!(said.contains(&format!("error: port {port} is taken\nhelp: ")), "{said}");
}

#[test]
fn pages_are_served_with_the_playground_in_reach() {
    let server = Server::start(&Book::new(), &[]);
    let page = server.get("/", "");
    assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
    assert!(page.contains("<head><meta name=\"crossing-playground\" content=\"/playground/\" data-token=\""), "{page}");
    assert!(!page.contains("live.js"), "only with --watch");
    assert_eq!(header(&page, "content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(header(&page, "cache-control"), Some("no-cache"));
    assert_eq!(header(&page, "x-frame-options"), Some("SAMEORIGIN"));
    let tag = header(&page, "etag").unwrap();
    assert!(server.get("/index.html", &format!("If-None-Match: {tag}\r\n")).starts_with("HTTP/1.1 304 "));

    let style = page.split('"').find(|part| part.starts_with("css/general-")).expect("a fingerprinted style sheet");
    let style = server.get(&format!("/{style}"), "Accept-Encoding: gzip\r\n");
    assert_eq!(header(&style, "content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(header(&style, "cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(header(&style, "content-encoding"), Some("gzip"));

    let missing = server.get("/nothing", "");
    assert!(missing.starts_with("HTTP/1.1 404 ") && missing.contains("Document not found"), "{missing}");
    assert!(server.get("/../../etc/passwd", "").starts_with("HTTP/1.1 404 "));
    assert!(server.get("/playground/meta/versions", "").starts_with("HTTP/1.1 403 "));
    let token = page.split("data-token=\"").nth(1).unwrap().split('"').next().unwrap();
    let versions = server.get("/playground/meta/versions", &format!("X-Crossing-Token: {token}\r\n"));
    assert!(versions.starts_with("HTTP/1.1 200 ") && versions.contains("\"stable\""), "{versions}");
}

#[test]
fn a_rebound_host_gets_nothing() {
    let server = Server::start(&Book::new(), &[]);
    for host in ["evil.example", "evil.example:3000", "192.168.0.1"] {
        let answer = server.get("/", &format!("Host: {host}\r\n"));
        assert!(answer.starts_with("HTTP/1.1 403 ") && !answer.contains("token"), "{host}: {answer}");
    }
}

#[cfg(unix)]
#[test]
fn signals_end_it() {
    let book = Book::new();
    for signal in ["INT", "TERM"] {
        let mut server = Server::start(&book, &["--watch"]);
        // A page that listens for news must not hold it up.
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        write!(stream, "GET /-/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port).unwrap();
        stream.read_exact(&mut [0; 12]).unwrap();
        let asked = Instant::now();
        let kill = std::process::Command::new("kill").args(["-s", signal, &server.child.id().to_string()]).status();
        assert!(kill.unwrap().success());
        let status = loop {
            match server.child.try_wait().unwrap() {
                Some(status) => break status,
                None => std::thread::sleep(Duration::from_millis(10)),
            }
            assert!(asked.elapsed() < Duration::from_secs(5), "{signal} does not end it");
        };
        assert!(status.success(), "{signal}: {status}");
    }
}

/// The news that an open page gets.
struct News(BufReader<TcpStream>);

impl News {
    fn of(server: &Server) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", server.port).unwrap();
        News(BufReader::new(stream))
    }

    fn are_none_for(&mut self, time: Duration) -> bool {
        self.0.get_ref().set_read_timeout(Some(time)).unwrap();
        let mut lines = String::new();
        // Ends when nothing came for that time.
        while self.0.read_line(&mut lines).is_ok_and(|length| length > 0 && !lines.contains("data: ")) {}
        !lines.contains("data: ")
    }

    fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the server ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

#[test]
fn a_change_is_shown_and_a_fault_leaves_the_former_page() {
    let book = Book::new();
    let server = Server::start(&book, &["--watch"]);
    assert!(server.get("/", "").contains("<script type=\"module\" src=\"/-/live.js\">"));
    assert!(server.get("/-/live.js", "").contains("EventSource"));
    let mut news = News::of(&server);
    let first = news.next();
    assert!(first["problem"].is_null(), "{first}");

    let line = book.add("src/two.md", "A `String: !Send`.");
    let second = news.next();
    assert!(second["problem"].as_str().unwrap().contains(&format!("src/two.md:{line}")), "{second}");
    assert_eq!(second["number"], first["number"]);
    assert!(server.get("/two.html", "").contains("Words."));

    book.write("src/two.md", "# Two\n\n## A heading\n\nOther words.\n");
    let third = news.next();
    assert!(third["problem"].is_null() && third["number"].as_u64() > first["number"].as_u64(), "{third}");
    assert!(server.get("/two.html", "").contains("Other words."));
    assert!(news.are_none_for(Duration::from_millis(1500)), "building the book is no change");
}

#[test]
fn a_book_that_does_not_hold_is_not_served_unless_it_is_being_written() {
    let book = Book::new();
    let line = book.add("src/two.md", "A `String: !Send`.");
    let said = refusal(&book, &["--port", "0", "--no-open"]);
    assert!(said.contains(&format!("src/two.md:{line}")), "{said}");
    let server = Server::start(&book, &["--watch"]);
    assert!(server.get("/", "").contains("No pages yet"));
    let problem = News::of(&server).next()["problem"].to_string();
    assert!(problem.contains(&format!("src/two.md:{line}")), "{problem}");
}
