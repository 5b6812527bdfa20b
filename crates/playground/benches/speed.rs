//! From the click to the result, against a bare `rustc` (for an exercise, `rustc --test`) and run of the same file: the
//! median of 20, taken in turn.
//!
//! `cargo bench -p playground`. Exits with 1 if a ratio is over the bar.

use std::error::Error;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use playground::{Config, Token, Toolchain, Warden};

/// How much longer a run may take through the playground.
const BAR: f64 = 1.25;

const TIMES: usize = 20;

/// A name, a program, and whether its tests are what runs.
const LISTINGS: [(&str, &str, bool); 4] = [
    ("prints", "fn main() { println!(\"hello\") }", false),
    (
        "two_threads",
        "use std::sync::{Arc, Mutex};
        use std::thread;
        fn main() {
            let total = Arc::new(Mutex::new(0));
            let threads: Vec<_> = (1..=4)
                .map(|n| {
                    let total = Arc::clone(&total);
                    thread::spawn(move || *total.lock().unwrap() += n)
                })
                .collect();
            for thread in threads {
                thread.join().unwrap();
            }
            println!(\"{}\", total.lock().unwrap());
        }",
        false,
    ),
    (
        "does_not_compile",
        "use std::rc::Rc;
        fn main() {
            let count = Rc::new(1);
            std::thread::spawn(move || println!(\"{count}\")).join().unwrap();
        }",
        false,
    ),
    (
        "exercise",
        "use std::sync::{Arc, Mutex};
        use std::thread;
        fn log(names: &[&'static str]) -> Vec<&'static str> {
            let visitors = Arc::new(Mutex::new(Vec::new()));
            let mut workers = Vec::new();
            for &name in names {
                let visitors = Arc::clone(&visitors);
                workers.push(thread::spawn(move || visitors.lock().unwrap().push(name)));
            }
            for worker in workers {
                worker.join().unwrap();
            }
            let mut visitors = visitors.lock().unwrap().clone();
            visitors.sort();
            visitors
        }
        fn main() { println!(\"{:?}\", log(&[\"grace\", \"ada\"])); }
        #[cfg(test)]
        mod check {
            use super::*;
            #[test]
            fn every_visitor_is_written_down() {
                assert_eq!(log(&[\"tony\", \"edsger\"]), [\"edsger\", \"tony\"], \"the names, sorted\");
            }
            #[test]
            fn each_call_has_a_log_of_its_own() {
                log(&[\"ada\"]);
                assert!(!log(&[\"grace\"]).contains(&\"ada\"), \"a log that is shared\");
            }
        }",
        true,
    ),
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let warden = Warden::enter();
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(playground::bind(([127, 0, 0, 1], 0).into()))?;
    let address = listener.local_addr()?;
    let toolchain = Toolchain::of("rustc".as_ref())?;
    let rustc = toolchain.rustc();
    let libraries = libraries(&rustc)?;
    println!("{}, {:?}", toolchain.name(), warden.confinement());
    let token = Token::fresh();
    let config = Config::new(warden, toolchain, token.clone(), address.port());
    runtime.spawn(async { axum::serve(listener, playground::app(config)).await });

    let dir = tempfile::tempdir()?;
    println!("{:>18} {:>10} {:>10} {:>10}   ratio to plain, to shared", "ms", "plain", "shared std", "playground");
    let mut slow = false;
    for (name, code, tests) in LISTINGS {
        let test: &[&str] = if tests { &["--test"] } else { &[] };
        let shared = [test, &["-Cprefer-dynamic"]].concat();
        let source = dir.path().join(name).with_extension("rs");
        std::fs::write(&source, code)?;
        let mut times: [Vec<Duration>; 3] = Default::default();
        for _ in 0..TIMES {
            times[0].push(timed(|| bare(&rustc, &libraries, &source, test))?);
            times[1].push(timed(|| bare(&rustc, &libraries, &source, &shared))?);
            times[2].push(timed(|| click(address, &token, code, tests))?);
        }
        let [plain, shared, ours] = times.map(|mut times| {
            times.sort_unstable();
            times[TIMES / 2].as_secs_f64() * 1000.0
        });
        println!("{name:>18} {plain:>10.1} {shared:>10.1} {ours:>10.1}   {:.2}, {:.2}", ours / plain, ours / shared);
        slow |= ours / plain > BAR;
    }
    Ok(ExitCode::from(u8::from(slow)))
}

fn timed(run: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    let begun = Instant::now();
    run()?;
    Ok(begun.elapsed())
}

/// The compiler itself, not the proxy: that would be no feat.
fn bare(rustc: &Path, libraries: &Path, source: &Path, flags: &[&str]) -> Result<(), Box<dyn Error>> {
    let program = source.with_extension("out");
    let mut compile = Command::new(rustc);
    compile.arg("--edition=2024").args(flags).arg("-o").arg(&program).arg(source).stderr(Stdio::null());
    if compile.status()?.success() {
        Command::new(program).env("LD_LIBRARY_PATH", libraries).stdout(Stdio::null()).status()?;
    }
    Ok(())
}

/// Where a program finds std that shares it.
fn libraries(rustc: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let answer = Command::new(rustc).args(["--print", "target-libdir"]).output()?;
    Ok(String::from_utf8(answer.stdout)?.trim().into())
}

fn click(address: SocketAddr, token: &Token, code: &str, tests: bool) -> Result<(), Box<dyn Error>> {
    let body = serde_json::json!({
        "channel": "stable", "mode": "debug", "edition": "2024", "crateType": "bin", "tests": tests, "code": code,
    });
    let body = body.to_string();
    let mut stream = TcpStream::connect(address)?;
    let (token, length) = (token.as_str(), body.len());
    write!(
        stream,
        "POST /{token}/execute HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.starts_with("HTTP/1.1 200") { Ok(()) } else { Err(answer.into()) }
}
