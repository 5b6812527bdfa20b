//! Who is refused: with 403, a reason, and nothing compiled.

use std::thread;
use std::time::Duration;

use libtest_mimic::Trial;
use playground::{BindError, Warden};
use serde_json::json;

use crate::client::{Client, Request};
use crate::server::{Lazily, wardens};

/// Would run for seconds: whoever looks for its warden finds it.
const RUNS_ON: &str = "fn main() { loop {} }";

type Change = fn(Request, &Client) -> Request;

pub fn trials(warden: &Warden) -> Vec<Trial> {
    let server = Lazily::new(warden, |config| config.limits.seconds = 1);
    let refused: [(&str, Change); 27] = [
        ("rebound_host", |request, client| request.header("Host", &format!("evil.example:{}", client.address.port()))),
        ("rebound_host_that_begins_like_ours", |request, client| {
            request.header("Host", &format!("127.0.0.1.evil.example:{}", client.address.port()))
        }),
        ("host_with_a_user", |request, client| {
            request.header("Host", &format!("evil.example@127.0.0.1:{}", client.address.port()))
        }),
        ("host_of_the_local_network", |request, client| {
            request.header("Host", &format!("192.168.0.1:{}", client.address.port()))
        }),
        ("host_at_another_port", |request, _| request.header("Host", "127.0.0.1:1")),
        ("host_without_a_port", |request, _| request.header("Host", "127.0.0.1")),
        ("no_host", |request, _| request.without("Host").header("Host", "")),
        ("two_hosts", |mut request, _| {
            request.headers.push(("Host".into(), "evil.example".into()));
            request
        }),
        ("foreign_origin", |request, _| request.header("Origin", "https://evil.example")),
        ("foreign_origin_that_begins_like_ours", |request, client| {
            request.header("Origin", &format!("http://{}.evil.example", client.address))
        }),
        ("origin_of_another_port", |request, _| request.header("Origin", "http://127.0.0.1:1")),
        ("origin_of_another_scheme", |request, client| {
            request.header("Origin", &format!("https://{}", client.address))
        }),
        ("origin_null", |request, _| request.header("Origin", "null")),
        ("other_site_without_an_origin", |request, _| request.header("Sec-Fetch-Site", "cross-site")),
        ("other_port_of_this_machine", |request, _| request.header("Sec-Fetch-Site", "same-site")),
        ("simple_request", |request, _| simple(request).header("Content-Type", "text/plain;charset=UTF-8")),
        ("form", |request, _| {
            let form = "channel=stable&mode=debug&edition=2024&crateType=bin&tests=false&code=fn+main(){loop{}}";
            simple(request).header("Content-Type", "application/x-www-form-urlencoded").body(form)
        }),
        ("no_cors_fetch", |request, _| simple(request).without("Content-Type").header("Sec-Fetch-Mode", "no-cors")),
        ("image", |request, _| {
            let image = request.method("GET").without("Content-Type").without("X-Crossing-Token").body("");
            image.header("Sec-Fetch-Dest", "image").header("Referer", "https://evil.example/")
        }),
        ("preflight", |request, _| {
            let preflight = request.method("OPTIONS").without("X-Crossing-Token").body("");
            preflight.header("Origin", "https://evil.example").header("Access-Control-Request-Method", "POST")
        }),
        ("web_socket", |request, _| {
            let upgrade = request.method("GET").without("X-Crossing-Token").header("Upgrade", "websocket").body("");
            upgrade.header("Connection", "Upgrade").header("Origin", "https://evil.example")
        }),
        ("missing_token", |request, _| request.without("X-Crossing-Token")),
        ("wrong_token", |request, _| request.header("X-Crossing-Token", "00000000000000000000000000000000")),
        ("empty_token", |request, _| request.header("X-Crossing-Token", "")),
        ("half_a_token", |request, client| request.header("X-Crossing-Token", &client.token[..16])),
        ("wrong_token_in_the_address", |request, _| {
            request.without("X-Crossing-Token").path("/playground/00000000000000000000000000000000/execute")
        }),
        ("token_in_the_query", |request, client| {
            request.without("X-Crossing-Token").path(&format!("/playground/execute?token={}", client.token))
        }),
    ];
    let mut trials: Vec<_> = refused.into_iter().map(|(name, change)| trial(name, &server, change, 403)).collect();
    // A page of ours that has the token, and still does not say JSON.
    trials.push(trial("text_with_the_token", &server, |request, _| request.header("Content-Type", "text/plain"), 400));
    trials.push(trial("nothing_said_of_the_content", &server, |request, _| request.without("Content-Type"), 400));
    trials.push(trial("get_with_the_token", &server, |request, _| request.method("GET"), 405));
    trials.push(Trial::test("gate::honest_pages_are_answered", {
        let server = server.clone();
        move || {
            honest(&server.server().client);
            Ok(())
        }
    }));
    trials.push(Trial::test("gate::an_accepted_run_would_have_been_seen", move || {
        let client = &server.server().client;
        let run = thread::scope(|scope| {
            let run = scope.spawn(|| client.send(&client.run(RUNS_ON, json!({}))));
            thread::sleep(Duration::from_millis(200));
            assert_eq!(wardens(std::process::id()).len(), 1);
            run.join().expect("an answer")
        });
        assert_eq!(run.1["ended"]["limit"], "time", "{}", run.1);
        Ok(())
    }));
    trials.push(Trial::test("gate::only_loopback_is_listened_on", || {
        only_loopback();
        Ok(())
    }));
    trials
}

fn trial(name: &str, server: &Lazily, change: Change, expected: u16) -> Trial {
    let server = server.clone();
    Trial::test(format!("gate::refused::{name}"), move || {
        let client = &server.server().client;
        let (status, answer) = client.send(&change(client.run(RUNS_ON, json!({})), client));
        assert_eq!(status, expected, "{answer}");
        assert!(answer["error"].is_string(), "{answer}");
        thread::sleep(Duration::from_millis(100));
        assert!(wardens(std::process::id()).is_empty(), "something was compiled");
        Ok(())
    })
}

/// As a page of another site can send it without being asked whether it may.
fn simple(request: Request) -> Request {
    request.without("X-Crossing-Token").header("Origin", "https://evil.example").header("Sec-Fetch-Site", "cross-site")
}

fn honest(client: &Client) {
    let port = client.address.port();
    let hello = |path: &str| client.run("fn main() { println!(\"hello\") }", json!({})).path(path);
    let by_address = format!("/playground/{}/execute", client.token);
    let requests = [
        hello("/playground/execute"),
        hello("/playground/execute").header("Host", &format!("localhost:{port}")),
        hello("/playground/execute").header("Host", &format!("[::1]:{port}")),
        hello("/playground/execute").header("Origin", &format!("http://localhost:{port}")),
        hello("/playground/execute").header("Sec-Fetch-Site", "same-origin"),
        hello("/playground/execute").header("Content-Type", "application/json; charset=utf-8"),
        hello(&by_address).without("X-Crossing-Token"),
    ];
    for request in requests {
        let (status, answer) = client.send(&request);
        assert_eq!((status, &answer["stdout"]), (200, &json!("hello\n")), "{answer}");
    }
}

fn only_loopback() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0", "224.0.0.1:0", "[::ffff:127.0.0.1]:0"] {
        let refused = runtime.block_on(playground::bind(address.parse().expect("an address")));
        assert!(matches!(refused, Err(BindError::NotLoopback(_))), "{address}: {refused:?}");
    }
    runtime.block_on(playground::bind(([127, 0, 0, 1], 0).into())).expect("loopback is listened on");
}
