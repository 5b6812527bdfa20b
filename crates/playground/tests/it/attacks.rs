//! Programs that mean harm, under each confinement that this system has. Each ends within its limit, with a result that
//! says so, and nothing is left of it.

mod kernel;
mod programs;

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use libtest_mimic::Trial;
use playground::{Confinement, Warden};
use serde_json::json;

use crate::client::Answer;
use crate::server::{Lazily, Server};

type Check = fn(&Server, Confinement);

pub fn trials(warden: &Warden, confinement: Confinement) -> Vec<Trial> {
    let warden = warden.clone().confined(confinement);
    let server = Lazily::new(&warden, |_| {});
    let checks: [(&str, Check); 21] = [
        ("loops_for_ever", loops),
        ("ignores_signals_and_closes_its_outputs", stays),
        ("allocates_without_end", allocates),
        ("allocates_what_no_limit_of_a_process_counts", allocates_shared),
        ("allocates_in_many_processes", allocates_in_many),
        ("prints_without_end", prints),
        ("forks_without_end", forks),
        ("starts_threads_without_end", starts_threads),
        ("leaves_a_daemon", leaves_a_daemon),
        ("leaves_a_daemon_that_holds_the_output", holds_the_output),
        ("signals_others", signals_others),
        ("slows_others_down", slows_others_down),
        ("reads_the_readers_files", reads_files),
        ("writes_outside_its_directory", writes_files),
        ("writes_within_its_directory", writes_within),
        ("fills_the_disk_with_one_file", fills_with_one),
        ("fills_the_disk_with_many_files", fills_with_many),
        ("opens_sockets", opens_sockets),
        ("leaves_shared_memory", leaves_shared_memory),
        ("makes_namespaces", makes_namespaces),
        ("looks_at_its_surroundings", looks_around),
    ];
    let trial = |(name, check): (&str, Check)| {
        let server = server.clone();
        let trial = Trial::test(format!("attacks::{confinement:?}::{name}"), move || {
            check(server.server(), confinement);
            Ok(())
        });
        match kernel::lacks(confinement, name == "signals_others") {
            Some(needed) => trial.with_kind(needed).with_ignored_flag(true),
            None => trial,
        }
    };
    checks.into_iter().map(trial).collect()
}

/// Where the kernel cannot count the processes of a program, it may start none.
fn may_fork(confinement: Confinement) -> bool {
    match confinement {
        Confinement::Root => true,
        Confinement::User => !rustix::process::geteuid().is_root(),
        Confinement::Bare => false,
    }
}

fn ended(answer: &Answer) -> &str {
    answer["ended"]["limit"].as_str().unwrap_or_default()
}

fn stdout(answer: &Answer) -> &str {
    answer["stdout"].as_str().unwrap_or_default()
}

fn stderr(answer: &Answer) -> &str {
    answer["stderr"].as_str().unwrap_or_default()
}

/// Runs `code`, which has to end for its time within a second of it.
fn runs_out_of_time(server: &Server, code: &str) {
    let answer = server.survives(code);
    assert_eq!(ended(&answer), "time", "{answer}");
    let millis = answer["millis"]["run"].as_u64().unwrap_or(0);
    let limit = server.limits.seconds * 1000;
    assert!((limit..limit + 1000).contains(&millis), "{answer}");
    assert!(answer["exitDetail"].as_str().is_some_and(|detail| detail.contains("was still running after")), "{answer}");
}

fn loops(server: &Server, _: Confinement) {
    runs_out_of_time(server, "fn main() { loop {} }");
}

fn stays(server: &Server, _: Confinement) {
    runs_out_of_time(server, programs::STAYS);
}

fn allocates(server: &Server, _: Confinement) {
    let code = "fn main() { let mut hoard = Vec::new(); loop { hoard.push(vec![1_u8; 1 << 20]) } }";
    let answer = server.survives(code);
    let refused = stderr(&answer).contains("memory allocation of") && answer["ended"]["signal"] == "SIGABRT";
    assert!(refused || ended(&answer) == "memory", "{answer}");
}

fn allocates_shared(server: &Server, _: Confinement) {
    let answer = server.survives(programs::ALLOCATES_SHARED);
    assert_eq!(ended(&answer), "memory", "{answer}");
}

fn allocates_in_many(server: &Server, confinement: Confinement) {
    let answer = server.survives(programs::ALLOCATES_IN_MANY);
    match may_fork(confinement) {
        true => assert_eq!(ended(&answer), "memory", "{answer}"),
        false => assert_eq!(stdout(&answer), "0 processes\n", "{answer}"),
    }
}

fn prints(server: &Server, _: Confinement) {
    for stream in ["print", "eprint"] {
        let answer = server.survives(&format!("fn main() {{ loop {{ {stream}!(\"{{:1000}}\", 'x') }} }}"));
        assert_eq!(ended(&answer), "output", "{answer}");
        let printed = stdout(&answer).len() + stderr(&answer).len();
        assert_eq!(u64::try_from(printed).expect("fits"), server.limits.output);
    }
}

fn forks(server: &Server, confinement: Confinement) {
    let answer = server.survives(programs::FORKS);
    match may_fork(confinement) {
        true => assert_eq!(ended(&answer), "processes", "{answer}"),
        false => assert_eq!(stdout(&answer), "refused\n", "{answer}"),
    }
}

fn starts_threads(server: &Server, _: Confinement) {
    let code = "
        use std::{thread, time::Duration};
        fn main() {
            let mut count = 0;
            while thread::Builder::new().spawn(|| thread::sleep(Duration::from_secs(60))).is_ok() { count += 1 }
            println!(\"{count}\");
        }";
    let answer = server.survives(code);
    let count: u64 = stdout(&answer).trim().parse().unwrap_or(u64::MAX);
    assert!((20..1000).contains(&count), "{answer}");
}

fn leaves_a_daemon(server: &Server, confinement: Confinement) {
    let begun = Instant::now();
    let answer = server.survives(programs::LEAVES_A_DAEMON);
    let expected = if may_fork(confinement) { "left\n" } else { "refused\n" };
    assert_eq!(stdout(&answer), expected, "{answer}");
    assert!(begun.elapsed() < Duration::from_secs(server.limits.seconds), "it was waited for");
}

fn holds_the_output(server: &Server, confinement: Confinement) {
    let begun = Instant::now();
    let answer = server.survives(&programs::LEAVES_A_DAEMON.replace("close_outputs();", ""));
    let expected = if may_fork(confinement) { "left\n" } else { "refused\n" };
    assert_eq!(stdout(&answer), expected, "{answer}");
    assert!(begun.elapsed() < Duration::from_secs(server.limits.seconds), "it was waited for");
}

/// Were they to get through, this test would end with them.
fn signals_others(server: &Server, _: Confinement) {
    let bystander = Bystander::new();
    let code = programs::SIGNALS_OTHERS
        .replace("SERVER", &std::process::id().to_string())
        .replace("BYSTANDER", &bystander.0.id().to_string());
    let answer = server.survives(&code);
    assert!(stdout(&answer).starts_with("tried\n") || answer["ended"]["signal"] == "SIGKILL", "{answer}");
    assert!(bystander.lives(), "a process outside was ended");
}

fn slows_others_down(server: &Server, _: Confinement) {
    let bystander = Bystander::new();
    let answer = server.survives(&programs::SLOWS_OTHERS_DOWN.replace("BYSTANDER", &bystander.0.id().to_string()));
    assert_eq!(stdout(&answer), "0 of 5 worked\n", "{answer}");
}

fn reads_files(server: &Server, _: Confinement) {
    let victim = Victim::new();
    let answer = server.survives(&victim.aim(programs::READS_FILES));
    assert_eq!(stdout(&answer), "0 read\n", "{answer}");
}

fn writes_files(server: &Server, _: Confinement) {
    let victim = Victim::new();
    let answer = server.survives(&victim.aim(programs::WRITES_FILES));
    assert!(stdout(&answer).ends_with("tried\n"), "{answer}");
    victim.is_untouched();
}

fn writes_within(server: &Server, _: Confinement) {
    let code = "
        use std::{env, fs};
        fn main() -> std::io::Result<()> {
            fs::create_dir(\"notes\")?;
            fs::write(\"notes/today\", \"a\")?;
            fs::rename(\"notes/today\", \"notes/yesterday\")?;
            fs::write(env::temp_dir().join(\"b\"), \"b\")?;
            print!(\"{}{}\", fs::read_to_string(\"notes/yesterday\")?, fs::read_to_string(env::temp_dir().join(\"b\"))?);
            fs::remove_dir_all(\"notes\")
        }";
    let answer = server.survives(code);
    assert_eq!((&answer["success"], stdout(&answer)), (&json!(true), "ab"), "{answer}");
}

fn fills_with_one(server: &Server, _: Confinement) {
    let code = "
        use std::{fs, io::Write};
        fn main() {
            let mut file = fs::File::create(\"big\").unwrap();
            loop { file.write_all(&[1; 1 << 20]).unwrap() }
        }";
    is_full(&server.survives(code));
}

fn fills_with_many(server: &Server, confinement: Confinement) {
    for dir in ["env::current_dir().unwrap()", "env::temp_dir()"] {
        let answer = server.survives(&programs::FILLS_WITH_MANY.replace("DIR", dir));
        is_full(&answer);
        let written = stdout(&answer).trim().parse().map_or(0, |files: u64| files * 100_000);
        assert!(written <= server.limits.disk, "{answer}");
    }
    // Not on a real disk, where removing so many can take minutes.
    if confinement != Confinement::Bare {
        let code = "fn main() { for n in 0.. { std::fs::create_dir(n.to_string()).unwrap() } }";
        is_full(&server.survives(code));
    }
}

fn is_full(answer: &Answer) {
    let told = stderr(answer).contains("No space left on device");
    assert!(ended(answer) == "disk" || told, "{answer}");
}

fn opens_sockets(server: &Server, _: Confinement) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("it can be asked");
    let port = listener.local_addr().expect("an address").port();
    let answer = server.survives(&programs::OPENS_SOCKETS.replace("PORT", &port.to_string()));
    assert_eq!(stdout(&answer), "0 opened\n", "{answer}");
    assert!(listener.accept().is_err(), "a connection arrived");
}

fn leaves_shared_memory(server: &Server, _: Confinement) {
    let segments = || fs::read_to_string("/proc/sysvipc/shm").unwrap_or_default().lines().count();
    let before = segments();
    let answer = server.survives(programs::LEAVES_SHARED_MEMORY);
    assert_eq!(stdout(&answer), "0 made\n", "{answer}");
    assert_eq!(segments(), before);
}

fn makes_namespaces(server: &Server, _: Confinement) {
    let answer = server.survives(programs::MAKES_NAMESPACES);
    assert_eq!(stdout(&answer), "0 worked\n", "{answer}");
}

/// No environment, no rights, no open files but the three.
fn looks_around(server: &Server, _: Confinement) {
    let _left_open = left_open();
    let answer = server.survives(programs::LOOKS_AROUND);
    let mut lines = stdout(&answer).lines();
    assert_eq!(lines.next(), Some("HOME LD_LIBRARY_PATH PATH TMP TMPDIR"), "{answer}");
    assert_eq!(lines.next(), Some("[0, 0, 0, 0, 0, 0]"), "rights: {answer}");
    assert_eq!(lines.next(), Some("0 1 2"), "open files: {answer}");
}

/// A file that the server has from whoever started it, open over exec.
fn left_open() -> fs::File {
    let file = fs::File::open("/etc/passwd").expect("it is there");
    rustix::io::fcntl_setfd(&file, rustix::io::FdFlags::empty()).expect("it is open");
    file
}

/// A process of the reader's that a program has no business with.
struct Bystander(std::process::Child);

impl Bystander {
    fn new() -> Self {
        Self(std::process::Command::new("sleep").arg("60").spawn().expect("it starts"))
    }

    fn lives(&self) -> bool {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0.id())).unwrap_or_default();
        stat.rsplit(") ").next().is_some_and(|state| state.starts_with('S'))
    }
}

impl Drop for Bystander {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Files of the reader's that everybody may read and write, as far as their modes go.
struct Victim(PathBuf);

impl Victim {
    fn new() -> Self {
        use std::os::unix::fs::PermissionsExt;
        let dir = std::env::temp_dir().join(format!("victim-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir(&dir).expect("a directory");
        fs::write(dir.join("secret"), "secret").expect("a file");
        fs::set_permissions(&dir, fs::Permissions::from_mode(0o777)).expect("a mode");
        fs::set_permissions(dir.join("secret"), fs::Permissions::from_mode(0o666)).expect("a mode");
        Self(dir)
    }

    fn aim(&self, code: &str) -> String {
        let home = std::env::var("HOME").unwrap_or("/root".into());
        code.replace("VICTIM", &self.0.display().to_string()).replace("READERS_HOME", &home)
    }

    fn is_untouched(&self) {
        use std::os::unix::fs::MetadataExt;
        let names: Vec<_> =
            fs::read_dir(&self.0).expect("it is there").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(names, ["secret"]);
        assert_eq!(fs::read_to_string(self.0.join("secret")).expect("it is there"), "secret");
        let found = fs::metadata(self.0.join("secret")).expect("it is there");
        assert_eq!(found.mode() & 0o777, 0o666);
        assert!(found.mtime() > 1_000_000, "its time was changed");
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
