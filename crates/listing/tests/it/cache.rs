//! What is kept between checks can be missing, broken or shared, and never makes a result false.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::book::{Book, Expected, assert_problems};
use crate::process;

const CLAIM_PROGRAMS: usize = 2;

fn prints(text: &str) -> String {
    format!("fn main() {{\n    println!(\"{text}\");\n}}\n")
}

/// How much of a check was known from before, besides the claims.
fn known(book: &Book) -> usize {
    book.check().totals.cached.saturating_sub(CLAIM_PROGRAMS)
}

#[test]
fn result_is_known_as_long_as_nothing_it_depends_on_changes() {
    let directives =
        ["", "//@ edition: 2021\n", "//@ edition: 2018\n", "//@ run-fail\n", "//@ check-pass\n", "//@ nightly\n"];
    let book = Book::new(&[("examples/jobs.rs", "")]);
    for program in [prints("3 jobs"), prints("4 jobs")] {
        for directive in directives {
            book.write("examples/jobs.rs", &format!("{directive}{program}"));
            assert_eq!(known(&book), 0, "a change of the program or its directives: {directive}{program}");
        }
    }
    book.write("examples/jobs.rs", &prints("3 jobs"));
    book.bless(&[]).expect("the listing holds");
    book.check();
    assert_eq!(known(&book), 1, "nothing changed");
    book.write("examples/jobs.rs", &format!("// ANCHOR: a\n{}// ANCHOR_END: a\n", prints("3 jobs")));
    assert_eq!(known(&book), 1, "anchors are not part of the program");
}

/// The build script.
#[path = "../../build.rs"]
#[expect(dead_code, reason = "its `main` is cargo's to call")]
mod build;

#[test]
fn results_depend_on_how_they_are_made() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let now = build::hash(&package.join("src"), &package.join("../../Cargo.lock"));
    assert_eq!(env!("LISTING_SOURCE_HASH"), format!("{now:016x}"));
    let other = tempfile::tempdir().unwrap();
    let [source, lock] = ["src", "Cargo.lock"].map(|name| other.path().join(name));
    fs::create_dir(&source).unwrap();
    let hashes = [("one", ""), ("another", ""), ("another", "a version"), ("another", "another version")].map(
        |(text, version)| {
            fs::write(source.join("lib.rs"), text).unwrap();
            fs::write(&lock, version).unwrap();
            build::hash(&source, &lock)
        },
    );
    assert!((1..hashes.len()).all(|at| !hashes[..at].contains(&hashes[at])), "{hashes:?}");
}

#[test]
fn width_is_part_of_what_a_result_depends_on() {
    let program = "//@ check-fail\nfn main() { 1 } //~ ERROR E0308\n";
    let book = Book::new(&[("examples/fails/jobs.rs", program)]);
    assert_eq!([known(&book), known(&book)], [0, 1]);
    book.write("examples/fails/jobs.rs", &format!("//@ width: 60\n{program}"));
    assert_eq!([known(&book), known(&book)], [0, 1]);
}

#[cfg(unix)]
#[test]
fn result_of_one_compiler_is_not_taken_for_anothers() {
    let book = Book::new(&[("examples/fails/jobs.rs", "//@ check-fail\nfn main() { 1 } //~ ERROR E0308\n")]);
    let real = crate::book::rustc().path;
    let script = |host: &str| {
        let verbose = format!("'{}' -vV | sed 's/^binary:.*/binary: {host}/'", real.display());
        format!("case \"$*\" in\n-vV) {verbose} ;;\n*) exec '{}' \"$@\" ;;\nesac", real.display())
    };
    let known = |compiler: &Path| {
        let answer = process::run(&book, process::command(&book, "check").env("RUSTC", compiler));
        answer.lines().last().expect("the count comes last").to_owned()
    };
    let compiler = process::compiler(&book, &script("one"));
    assert_eq!([known(&compiler), known(&compiler)], ["0 known", "3 known"]);
    process::compiler(&book, &script("another"));
    assert_eq!([known(&compiler), known(&compiler)], ["0 known", "3 known"]);
}

/// How often `compiler`, which keeps a list of its calls, was asked something with `word` in it by a check of `book`.
#[cfg(unix)]
fn asked(book: &Book, compiler: &Path, word: &str) -> usize {
    let calls = book.scratch().join("calls");
    fs::write(&calls, "").unwrap();
    process::run(book, process::command(book, "check").env("RUSTC", compiler));
    fs::read_to_string(calls).unwrap().lines().filter(|call| call.contains(word)).count()
}

/// The real compiler, which writes its calls down first.
#[cfg(unix)]
fn listed(book: &Book) -> String {
    let calls = book.scratch().join("calls");
    format!("echo \"$*\" >> '{}'\nexec '{}' \"$@\"", calls.display(), crate::book::rustc().path.display())
}

#[cfg(unix)]
#[test]
fn compiler_is_asked_for_its_version_again_where_its_files_changed() {
    let book = Book::new(&[("examples/jobs.rs", &prints("3 jobs"))]);
    let compiler = process::compiler(&book, &listed(&book));
    assert_eq!(asked(&book, &compiler, "-vV"), 1);
    assert_eq!(asked(&book, &compiler, "-vV"), 1, "nothing tells it from another that is put in its place");
    let library = book.scratch().join("lib/librustc_driver-0.so");
    fs::write(&library, "one").unwrap();
    assert_eq!([asked(&book, &compiler, "-vV"), asked(&book, &compiler, "-vV")], [1, 0]);
    fs::write(&library, "another").unwrap();
    assert_eq!([asked(&book, &compiler, "-vV"), asked(&book, &compiler, "-vV")], [1, 0]);
}

#[cfg(unix)]
#[test]
fn listing_that_was_edited_last_is_compiled_once_and_judged() {
    let holds = "//@ check-fail\nfn main() { 1 } //~ ERROR E0308\n";
    let book = Book::new(&[]);
    for n in 0..6 {
        book.write(&format!("examples/fails/jobs_{n}.rs"), &format!("{holds}// {n}\n"));
    }
    let helpers = (0..6).map(|n| format!("{{{{#listing jobs_{n}}}}}\n\n"));
    book.write("src/chapter.md", &helpers.collect::<String>());
    book.bless(&[]).expect("the listings hold");
    let compiler = process::compiler(&book, &listed(&book));
    asked(&book, &compiler, "");
    for (edit, problem) in [("// Changed.", ""), ("const _: u8 = \"\";", "an error that no annotation expects")] {
        book.write("examples/fails/jobs_3.rs", &format!("{holds}{edit}\n"));
        assert_eq!(asked(&book, &compiler, "jobs_"), 1, "{edit}");
        let report = book.check();
        assert!(report.problems.iter().all(|found| found.message.contains(problem)), "{edit}: {:?}", report.problems);
        assert_eq!(report.problems.is_empty(), problem.is_empty(), "{edit}");
    }
    book.write("examples/fails/jobs_5.rs", &format!("{holds}// 5\n"));
    assert_eq!(asked(&book, &compiler, "jobs_5"), 0, "it was written anew, and is the same");
}

#[test]
fn what_is_wrong_with_a_chapter_is_found_each_time_it_is_read() {
    let book = Book::new(&[("src/chapter.md", "")]);
    for (chapter, message) in [
        ("`Rc<u8: !Send`\n", "cannot be read"),
        ("{{#listing a b c}}\n", "malformed helper"),
        ("```rust,ignore\nfn main() {}\n```\n", "a program that nobody checks"),
    ] {
        book.write("src/chapter.md", chapter);
        for _ in 0..2 {
            let problems = book.check().problems;
            assert!(problems.len() == 1 && problems[0].message.contains(message), "{problems:?}");
        }
    }
}

/// A way to break an entry, and its name.
type Break = (&'static str, fn(Vec<u8>) -> Vec<u8>);

#[test]
fn entry_that_is_not_as_it_was_written_counts_as_none() {
    let breaks: [Break; 5] = [
        ("emptied", |_| Vec::new()),
        ("cut short", |bytes| bytes[..bytes.len() / 2].to_vec()),
        ("overwritten", |bytes| vec![b'x'; bytes.len()]),
        ("replaced by another answer", |_| b"{\"diagnostics\":[],\"run\":null,\"other_run\":null}".to_vec()),
        ("changed in one word", |bytes| {
            let at = bytes.windows(5).position(|word| word == b"E0308").expect("the code is in it");
            let mut bytes = bytes;
            bytes[at..at + 5].copy_from_slice(b"E0277");
            bytes
        }),
    ];
    let program = "//@ check-fail\nfn main() { 1 } //~ ERROR E0308\n";
    let book = Book::blessed(&[("examples/fails/jobs.rs", program), ("src/chapter.md", "{{#listing jobs}}\n")]);
    book.check();
    assert_eq!(known(&book), 1);
    for (what, change) in breaks {
        for entry in entries(&book.cache()) {
            let bytes = fs::read(&entry).unwrap();
            if what != "changed in one word" || bytes.windows(5).any(|word| word == b"E0308") {
                fs::write(&entry, change(bytes)).unwrap();
            }
        }
        let report = book.check();
        assert_problems(&report.problems, &[]);
        assert_eq!(report.listings[0].codes, ["E0308"], "an entry that was {what}");
        assert_eq!(known(&book), 1, "an entry that was {what} is written anew");
    }
}

#[test]
fn cache_that_cannot_be_written_is_named() {
    let book = Book::new(&[("examples/jobs.rs", &prints("3 jobs"))]);
    fs::write(book.cache(), "a file").unwrap();
    let error = book.try_check().expect_err("nothing can be kept").to_string();
    assert!(error.starts_with(&format!("cannot write `{}/", book.cache().display())), "{error}");
}

/// A program that fails the first time only, as one does on a busy machine.
fn fails_once(book: &Book) -> String {
    let marker = book.scratch().join("marker").display().to_string();
    format!("fn main() {{\n    std::fs::File::create_new({marker:?}).expect_err(\"the first time\");\n}}\n")
}

#[test]
fn run_that_ended_badly_is_seen_again() {
    let book = Book::new(&[("examples/jobs.rs", "")]);
    book.write("examples/jobs.rs", &fails_once(&book));
    assert_problems(&book.check().problems, &[("examples/jobs.rs:1", "exits with status 101", "mend it")]);
    assert_problems(&book.check().problems, &[]);
}

#[cfg(unix)]
#[test]
fn compiler_that_was_killed_has_not_accepted() {
    for outcome in ["check-pass", "run-pass"] {
        let book = Book::new(&[("examples/jobs.rs", &format!("//@ {outcome}\nfn main() {{\n    1\n}}\n"))]);
        let real = crate::book::rustc().path.display().to_string();
        let marker = book.scratch().join("lives");
        // What an exhausted memory or a Ctrl+C does to it.
        let script = format!(
            "case \"$*\" in *jobs.rs) [ -e '{}' ] || kill -9 $$ ;; esac\nexec '{real}' \"$@\"",
            marker.display()
        );
        let compiler = process::compiler(&book, &script);
        let check = || process::run(&book, process::command(&book, "check").env("RUSTC", &compiler));
        let answer = check();
        assert!(
            answer.starts_with("rustc's answer for `jobs.rs` cannot be read") && answer.contains("signal: 9"),
            "{answer}"
        );
        fs::write(marker, "").unwrap();
        assert!(check().contains("error: `jobs` does not compile"), "the next check asks again");
    }
}

#[cfg(unix)]
#[test]
fn missing_compiler_is_named_with_a_way_out() {
    let book = Book::new(&[("examples/jobs.rs", &prints("3 jobs"))]);
    for work in ["check", "bless"] {
        let before = book.tree();
        let answer = process::run(&book, process::command(&book, work).env("RUSTC", "/nonexistent/rustc"));
        assert!(answer.starts_with("cannot start `/nonexistent/rustc`: No such file"), "{answer}");
        assert!(answer.contains("\nhelp: install Rust from https://rustup.rs"), "{answer}");
        assert_eq!(before, book.tree(), "nothing is written");
        assert!(!book.cache().exists(), "nothing is kept");
    }
}

/// Every kind of program, and one that does not hold: what a check of it finds must never change.
fn busy_book(round: usize) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        (0..5).map(|n| (format!("examples/prints_{n}.rs"), prints(&format!("{n}")))).collect();
    files.extend((0..5).map(|n| (format!("examples/prints_{n}.stdout"), format!("{n}\n"))));
    let hangs = "//@ hangs\nfn main() {\n    loop {\n        std::thread::park();\n    }\n}\n";
    files.push(("examples/hangs.rs".into(), hangs.into()));
    files.push(("examples/fails/holds.rs".into(), "//@ check-fail\nfn main() { 1 } //~ ERROR E0308\n".into()));
    files.push(("examples/lies.rs".into(), "//@ run-fail\nfn main() {}\n".into()));
    for (_, source) in files.iter_mut().filter(|(file, _)| file.ends_with(".rs")) {
        source.push_str(&format!("// round {round}\n"));
    }
    files
}

const FOUND: [Expected; 2] = [
    ("examples/fails/holds.rs:1", "`holds` has no snapshot", "bless holds"),
    ("examples/lies.rs:1", "`lies` exits with status 0, but is `//@ run-fail`", "panic"),
];

fn write(book: &Book, files: &[(String, String)]) {
    files.iter().for_each(|(file, text)| book.write(file, text));
}

#[cfg(target_os = "linux")]
#[test]
fn check_that_is_killed_leaves_a_good_cache_and_no_process() {
    let files = busy_book(0);
    let book = Book::new(&files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect::<Vec<_>>());
    let folders = book.scratch().join("folders");
    fs::create_dir_all(&folders).unwrap();
    let check = || {
        let mut command = process::command(&book, "check");
        command.env("TMPDIR", &folders).spawn().expect("the check starts")
    };
    let started = Instant::now();
    assert!(check().wait().unwrap().success());
    let whole = started.elapsed();

    let mut seed = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64;
    for round in 1..=10 {
        write(&book, &busy_book(round));
        eprintln!("round {round}: seed {seed}");
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut check = check();
        thread::sleep(whole.mul_f64((seed >> 32) as f64 / f64::from(u32::MAX)));
        check.kill().unwrap();
        check.wait().unwrap();
        let left = (0..50).find_map(|_| {
            let running = running_in(&folders);
            thread::sleep(Duration::from_millis(if running.is_empty() { 0 } else { 100 }));
            running.is_empty().then_some(running)
        });
        assert!(left.is_some(), "these still run: {:?}", running_in(&folders));
        assert_problems(&book.check().problems, &FOUND);
    }
}

/// The processes that work in a folder below `folder`.
#[cfg(target_os = "linux")]
fn running_in(folder: &Path) -> Vec<String> {
    let processes = fs::read_dir("/proc").unwrap().map(|entry| entry.unwrap().path());
    let here = processes.filter(|process| fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd.starts_with(folder)));
    here.map(|process| fs::read_to_string(process.join("cmdline")).unwrap_or_default()).collect()
}

#[test]
fn two_checks_at_once_do_not_disturb_each_other() {
    let files = busy_book(0);
    let book = Book::new(&files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect::<Vec<_>>());
    for round in 1..=3 {
        write(&book, &busy_book(round));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| assert_problems(&book.check().problems, &FOUND));
            }
        });
    }
    assert_problems(&book.check().problems, &FOUND);
    let half_written = entries(&book.cache()).into_iter().filter(|entry| entry.file_name().unwrap().len() != 32);
    assert_eq!(half_written.collect::<Vec<_>>(), Vec::<PathBuf>::new(), "nothing but entries is left");
}

fn entries(cache: &Path) -> Vec<PathBuf> {
    fs::read_dir(cache).expect("results are kept").map(|entry| entry.unwrap().path()).collect()
}
