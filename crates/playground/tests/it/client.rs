//! An HTTP client that says exactly what it is told to, also what no honest client would.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

pub type Answer = Value;

/// A page of a server's own, so to speak.
#[derive(Clone)]
pub struct Client {
    pub address: SocketAddr,
    pub token: String,
}

/// One request, with the headers of an honest page until they are changed.
#[derive(Clone)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Client {
    /// What a listing's Run sends.
    pub fn execute(&self, code: &str) -> Answer {
        self.execute_with(code, json!({}))
    }

    /// The same with these fields changed.
    pub fn execute_with(&self, code: &str, fields: Value) -> Answer {
        let (status, answer) = self.send(&self.run(code, fields));
        assert_eq!(status, 200, "{answer}");
        answer
    }

    /// The request that runs `code`.
    pub fn run(&self, code: &str, fields: Value) -> Request {
        let mut body = json!({
            "channel": "stable", "mode": "debug", "edition": "2024", "crateType": "bin", "tests": false, "code": code,
        });
        let changes = fields.as_object().cloned().unwrap_or_default();
        body.as_object_mut().expect("an object").extend(changes);
        self.post("/playground/execute", body.to_string())
    }

    pub fn post(&self, path: &str, body: impl Into<Vec<u8>>) -> Request {
        self.request("POST", path).header("Content-Type", "application/json").body(body)
    }

    pub fn get(&self, path: &str) -> Request {
        self.request("GET", path)
    }

    fn request(&self, method: &str, path: &str) -> Request {
        let request = Request { method: method.into(), path: path.into(), headers: Vec::new(), body: Vec::new() };
        request.header("Host", &self.address.to_string()).header("X-Crossing-Token", &self.token)
    }

    /// Sends `request` and waits for the status and the answer, which is JSON or null.
    pub fn send(&self, request: &Request) -> (u16, Answer) {
        answer(self.begin(request))
    }

    /// Sends `request` and does not wait.
    pub fn begin(&self, request: &Request) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        let Request { method, path, headers, body } = request;
        let mut text = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        headers.iter().for_each(|(name, value)| text += &format!("{name}: {value}\r\n"));
        text += "\r\n";
        let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.write_all(body));
        stream
    }
}

/// Waits for the status and the answer.
pub fn answer(mut stream: TcpStream) -> (u16, Answer) {
    let mut answer = Vec::new();
    // A server that refuses a body may close before it has read it all.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    (status, serde_json::from_str(body).unwrap_or(Value::Null))
}

impl Request {
    /// With this header, and no other of that name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self = self.without(name);
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self
    }

    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    pub fn method(mut self, method: &str) -> Self {
        self.method = method.into();
        self
    }

    pub fn path(mut self, path: &str) -> Self {
        self.path = path.into();
        self
    }
}
