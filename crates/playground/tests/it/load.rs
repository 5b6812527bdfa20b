//! Many at once: none is lost, none is mixed up, each has its turn, and who leaves makes room.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::Trial;
use playground::{Confinement, Warden};
use serde_json::json;

use crate::client;
use crate::server::{self, Lazily, Server, nothing_left, wardens};

type Check = fn(&Server);

pub fn trials(warden: &Warden) -> Vec<Trial> {
    let all = Lazily::new(warden, |config| config.limits.seconds = 20);
    let one = Lazily::new(warden, |config| (config.at_once, config.limits.seconds) = (1, 20));
    let checks: [(&str, Lazily, Check); 6] = [
        ("two_hundred_runs_from_sixteen_clients", all.clone(), two_hundred),
        ("no_more_run_at_once_than_may", one.clone(), one_at_a_time),
        ("first_come_first_served", one.clone(), in_order),
        ("who_leaves_while_running_makes_room", one.clone(), leaves_running),
        ("who_leaves_while_waiting_makes_room", one.clone(), leaves_waiting),
        ("more_than_may_wait_are_told", one, too_many),
    ];
    let trial = |(name, server, check): (&str, Lazily, Check)| {
        Trial::test(format!("load::{name}"), move || {
            check(server.server());
            server.server().is_calm();
            Ok(())
        })
    };
    let mut trials: Vec<_> = checks.into_iter().map(trial).collect();
    for confinement in [warden.confinement(), Confinement::Bare] {
        trials.push(Trial::test(format!("load::a_server_that_is_killed_leaves_nothing::{confinement:?}"), move || {
            killed(confinement);
            Ok(())
        }));
    }
    trials
}

const RUNS: usize = 200;
const CLIENTS: usize = 16;

fn two_hundred(server: &Server) {
    let next = AtomicUsize::new(0);
    let before = resident();
    let begun = Instant::now();
    let client = || {
        let mut served = 0;
        loop {
            let run = next.fetch_add(1, Ordering::Relaxed);
            if run >= RUNS {
                return served;
            }
            let answer = server.client.execute(&format!("fn main() {{ println!(\"{run}\"); eprintln!(\"{run}!\") }}"));
            assert_eq!(answer["stdout"], format!("{run}\n"), "{answer}");
            assert_eq!(answer["stderr"], format!("{run}!\n"), "{answer}");
            served += 1;
        }
    };
    let served: Vec<usize> = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(client)).collect();
        clients.into_iter().map(|client| client.join().expect("it was served")).collect()
    });
    let grown = resident().saturating_sub(before) >> 20;
    println!("{RUNS} runs in {:.1} s, {served:?} for each client, {grown} MB more", begun.elapsed().as_secs_f64());
    assert_eq!(served.iter().sum::<usize>(), RUNS);
    // In turn: each client has one run in the queue at any time.
    let fair = RUNS / CLIENTS;
    assert!(served.iter().all(|runs| (fair - 2..=fair + 3).contains(runs)), "{served:?}");
    assert!(grown < 64, "{grown} MB more");
}

fn one_at_a_time(server: &Server) {
    let busy = "fn main() { std::thread::sleep(std::time::Duration::from_millis(300)) }";
    thread::scope(|scope| {
        let clients: Vec<_> = (0..4).map(|_| scope.spawn(|| server.client.execute(busy))).collect();
        while clients.iter().any(|client| !client.is_finished()) {
            assert!(wardens(std::process::id()).len() <= 1);
            thread::sleep(Duration::from_millis(10));
        }
    });
}

fn in_order(server: &Server) {
    let (slow, quick) = ("fn main() { std::thread::sleep(std::time::Duration::from_millis(500)) }", "fn main() {}");
    let begun = Instant::now();
    let runs: Vec<_> = [slow, quick, quick, quick, quick, quick]
        .into_iter()
        .map(|code| {
            let sent = begun.elapsed();
            let stream = server.client.begin(&server.client.run(code, json!({})));
            thread::sleep(Duration::from_millis(50));
            (sent, stream)
        })
        .collect();
    let turn = |(sent, stream): (Duration, _)| {
        let (status, answer) = client::answer(stream);
        assert_eq!(status, 200, "{answer}");
        sent + Duration::from_millis(answer["millis"]["waited"].as_u64().expect("it waited"))
    };
    let turns: Vec<_> = runs.into_iter().map(turn).collect();
    assert!(turns.is_sorted(), "{turns:?}");
}

fn leaves_running(server: &Server) {
    let endless = server.client.begin(&server.client.run("fn main() { loop {} }", json!({})));
    thread::sleep(Duration::from_millis(700));
    assert_eq!(wardens(std::process::id()).len(), 1);
    drop(endless);
    let begun = Instant::now();
    nothing_left(std::process::id());
    let answer = server.client.execute("fn main() {}");
    assert_eq!(answer["success"], true);
    assert!(begun.elapsed() < Duration::from_secs(server.limits.seconds / 2), "{:?}", begun.elapsed());
}

fn leaves_waiting(server: &Server) {
    let running = server.client.begin(&server.client.run("fn main() { loop {} }", json!({})));
    let waiting: Vec<_> =
        (0..20).map(|_| server.client.begin(&server.client.run("fn main() { loop {} }", json!({})))).collect();
    thread::sleep(Duration::from_millis(300));
    drop(waiting);
    thread::sleep(Duration::from_millis(300));
    drop(running);
    let begun = Instant::now();
    let answer = server.client.execute("fn main() {}");
    assert_eq!(answer["success"], true);
    assert!(begun.elapsed() < Duration::from_secs(server.limits.seconds / 2), "{:?}", begun.elapsed());
}

fn too_many(server: &Server) {
    let endless = server.client.run("fn main() { loop {} }", json!({}));
    let waiting: Vec<_> = (0..257).map(|_| server.client.begin(&endless)).collect();
    thread::sleep(Duration::from_millis(500));
    let (status, answer) = server.client.send(&endless);
    assert_eq!((status, &answer["error"]), (500, &json!("256 runs are waiting already: try again in a while")));
    drop(waiting);
    nothing_left(std::process::id());
}

/// As by `kill -9`: nothing of the server's own can clean up.
fn killed(confinement: Confinement) {
    let this = std::env::current_exe().expect("a path");
    let mut alone = Command::new(this)
        .arg(server::ALONE)
        .arg(format!("{confinement:?}"))
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut line = String::new();
    BufReader::new(alone.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let client = server::client_of(&line);
    let _run = client.begin(&client.run("fn main() { loop {} }", json!({})));
    thread::sleep(Duration::from_millis(700));
    assert_eq!(wardens(alone.id()).len(), 1, "it runs");
    alone.kill().expect("it lives");
    alone.wait().expect("it was ours");
    nothing_left(alone.id());
}

/// The memory of this process, the server included, in bytes.
fn resident() -> u64 {
    let statm = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}
