//! Every outcome, once where it holds and once where it does not.

use std::time::Instant;

use crate::book::{Book, assert_problems, check};

const RACE: &str = "\
use std::rc::Rc;
use std::thread;

struct Forced(Rc<u32>);

unsafe impl Send for Forced {}

fn main() {
    let mine = Rc::new(0);
    let theirs = Forced(Rc::clone(&mine));
    let worker = thread::spawn(move || {
        let theirs = theirs;
        for _ in 0..1_000 {
            drop(Rc::clone(&theirs.0));
        }
    });
    for _ in 0..1_000 {
        drop(Rc::clone(&mine));
    }
    worker.join().unwrap();
}
";
const NO_RACE: &str = "\
use std::sync::Arc;
use std::thread;

fn main() {
    let mine = Arc::new(1);
    let theirs = Arc::clone(&mine);
    let worker = thread::spawn(move || *theirs);
    println!(\"{}\", *mine + worker.join().unwrap());
}
";
const USE_AFTER_FREE: &str = "\
fn main() {
    let job = Box::into_raw(Box::new(1));
    drop(unsafe { Box::from_raw(job) });
    println!(\"{}\", unsafe { *job });
}
";
const PARKS: &str = "\
fn main() {
    println!(\"waiting\");
    loop {
        std::thread::park();
    }
}
";
/// Its output differs, whatever the machine does: it is the program's own number.
const VARIES: &str = "fn main() {\n    println!(\"{}\", std::process::id());\n}\n";

/// Blesses a book of one listing, checks it, and asserts that it holds. Returns the snapshots that were written.
#[track_caller]
fn holds(file: &str, directives: &str, program: &str) -> Vec<String> {
    let book = Book::new(&[(file, &format!("{directives}{program}"))]);
    let written = book.bless(&[]).unwrap_or_else(|error| panic!("{error}"));
    let report = book.check();
    assert_problems(&report.problems, &[]);
    assert_eq!(report.listings.len(), 1);
    assert_eq!(report.listings[0].holds, Some(true));
    written.iter().map(|file| book.read(file.to_str().unwrap()).expect("what was written is there")).collect()
}

/// Asserts that a book of one listing, `examples/jobs.rs`, is told `message`.
#[track_caller]
fn fails(directives: &str, program: &str, message: &str, help: &str) {
    check(&[("examples/jobs.rs", &format!("{directives}{program}"))], &[("examples/jobs.rs:1", message, help)]);
}

fn sanitizer(name: &str) -> bool {
    let lacks = crate::book::rustc().lacks_sanitizer(name);
    if let Some(reason) = &lacks {
        eprintln!("skipped: {reason}");
    }
    lacks.is_none()
}

#[test]
fn run_pass_records_what_the_program_prints() {
    assert_eq!(holds("examples/jobs.rs", "", "fn main() {\n    println!(\"3 jobs\");\n}\n"), ["3 jobs\n"]);
    assert_eq!(holds("examples/jobs.rs", "//@ run-pass\n", "fn main() {}\n"), [""; 0]);
    fails(
        "",
        "fn main() {\n    std::process::exit(3);\n}\n",
        "`jobs` exits with status 3, but is `//@ run-pass`",
        "run-fail",
    );
}

#[test]
fn run_fail_records_the_panic_without_numbers() {
    let program = "fn main() {\n    println!(\"one\");\n    None::<u8>.unwrap();\n}\n";
    let written = holds("examples/jobs.rs", "//@ run-fail\n", program);
    let panic = "\nthread 'main' panicked at jobs.rs:3:16:\ncalled `Option::unwrap()` on a `None` value\n";
    let note = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
    assert_eq!(written, [format!("{panic}{note}"), "one\n".to_owned()]);
    fails("//@ run-fail\n", "fn main() {}\n", "`jobs` exits with status 0, but is `//@ run-fail`", "panic");
}

#[test]
fn check_pass_is_not_run() {
    assert_eq!(holds("examples/jobs.rs", "//@ check-pass\n", "fn main() {\n    panic!(\"closed\");\n}\n"), [""; 0]);
    check(
        &[("examples/jobs.rs", "//@ check-pass\nfn main() { 1 }\n")],
        &[("examples/jobs.rs:2", "`jobs` does not compile, but is `//@ check-pass`", "examples/fails/")],
    );
}

#[test]
fn check_fail_records_the_compilers_words() {
    let written = holds("examples/fails/jobs.rs", "//@ check-fail\n", "fn main() {\n    undo(); //~ ERROR E0425\n}\n");
    assert_eq!(written.len(), 1);
    assert!(
        written[0].starts_with("error[E0425]: cannot find function `undo` in this scope\n --> jobs.rs:2:5\n"),
        "{}",
        written[0]
    );
    assert!(!written[0].contains("//~"), "annotations are not shown: {}", written[0]);
    check(
        &[("examples/fails/jobs.rs", "//@ check-fail\nfn main() {} //~ ERROR E0425\n")],
        &[("examples/fails/jobs.rs:1", "`jobs` compiles, but `//@ check-fail` expects an error", "restore the error")],
    );
}

#[test]
fn error_without_a_code_is_expected_by_its_words() {
    let program = "fn main() {\n    let jobs = ; //~ ERROR expected expression\n}\n";
    let written = holds("examples/fails/jobs.rs", "//@ check-fail\n", program);
    assert!(written[0].starts_with("error: expected expression"), "{}", written[0]);
}

#[test]
fn hangs_is_watched_and_ended() {
    assert_eq!(holds("examples/jobs.rs", "//@ hangs\n", PARKS), [""; 0]);
    fails("//@ hangs\n", "fn main() {}\n", "`jobs` exits with status 0, but is `//@ hangs`", "still run at its limit");
}

#[test]
fn endless_loop_in_a_run_pass_listing_is_ended_at_the_limit() {
    let started = Instant::now();
    fails("", PARKS, "`jobs` still runs at its limit, but is `//@ run-pass`", "//@ hangs");
    assert!(started.elapsed() < 2 * listing::run::LIMIT, "a program is ended at its limit, and runs once");
}

#[test]
fn endless_output_is_ended_early() {
    // Where it were left to run, it would still run at its limit of time.
    let program = "fn main() {\n    loop {\n        println!(\"tick\");\n    }\n}\n";
    fails("", program, "`jobs` prints more than its limit, but is `//@ run-pass`", "mend it");
}

#[test]
fn data_race_is_reported_by_the_sanitizer() {
    if sanitizer("thread") {
        assert_eq!(holds("examples/jobs.rs", "//@ data-race\n", RACE), [""; 0]);
        fails("//@ data-race\n", NO_RACE, "`jobs` exits with status 0, but is `//@ data-race`", "ThreadSanitizer");
    }
}

#[test]
fn report_of_the_sanitizer_has_nothing_that_is_another_in_the_next_run() {
    if sanitizer("thread") {
        let pages = [0, 1].map(|_| {
            let book = Book::new(&[("examples/jobs.rs", &format!("//@ data-race\n{RACE}"))]);
            let (report, project) = (book.check(), book.project());
            let chapter = &project.chapters().unwrap()[0];
            listing::expand(&project, chapter, listing::Target::Page(&report)).unwrap_or_else(|error| panic!("{error}"))
        });
        for page in &pages {
            let (_, report) = page.split_once("data-kind=\"sanitizer\"").expect("the report is shown");
            assert!(report.contains("WARNING: ThreadSanitizer: data race") && report.contains("jobs.rs:"), "{report}");
            for passing in ["0x", "pid=", "tid=", "BuildId", "/tmp", "listing-", "/rustc/"] {
                assert!(!report.contains(passing), "`{passing}` in {report}");
            }
        }
    }
}

#[test]
fn no_data_race_is_silent_under_the_sanitizer() {
    if sanitizer("thread") {
        assert_eq!(holds("examples/jobs.rs", "//@ no-data-race\n", NO_RACE), ["2\n"]);
        fails("//@ no-data-race\n", RACE, "but is `//@ no-data-race`", "//@ data-race");
        let panics = "fn main() {\n    panic!(\"closed\");\n}\n";
        fails("//@ no-data-race\n", panics, "`jobs` exits with status 101, but is `//@ no-data-race`", "mend it");
    }
}

#[test]
fn memory_error_is_reported_by_the_sanitizer() {
    if sanitizer("address") {
        assert_eq!(holds("examples/jobs.rs", "//@ memory-error\n", USE_AFTER_FREE), [""; 0]);
        let sound = "fn main() {}\n";
        fails("//@ memory-error\n", sound, "`jobs` exits with status 0, but is `//@ memory-error`", "reports nothing");
    }
}

#[test]
fn nightly_listing_may_use_unstable_features() {
    let program = "#![feature(negative_impls)]\n\npub struct Session;\n\nimpl !Send for Session {}\n\nfn main() {}\n";
    holds("examples/nightly/jobs.rs", "//@ nightly\n", program);
    let stable = [("examples/jobs.rs", program)];
    check(&stable, &[("examples/jobs.rs:1", "`jobs` does not compile", "mend it")]);
}

#[test]
fn tests_are_run_in_order_and_recorded_without_their_time() {
    let second = "#[test]\nfn sends() {\n    fn sends<T: Send>() {}\n    sends::<u8>();\n}\n";
    let program = format!("#[test]\nfn counts() {{\n    assert_eq!(1 + 1, 2);\n}}\n\n{second}");
    let recorded = holds("examples/tests/jobs.rs", "//@ tests\n", &program);
    let [stdout] = recorded.as_slice() else { panic!("{recorded:?}") };
    assert!(stdout.contains("running 2 tests\ntest counts ... ok\ntest sends ... ok\n"), "{stdout}");
    assert!(stdout.trim_end().ends_with("0 filtered out"), "{stdout}");
    let fails = program.replace("2);", "3);");
    holds("examples/tests/jobs.rs", "//@ tests\n//@ run-fail\n", &fails);
    check(
        &[("examples/tests/jobs.rs", &format!("//@ tests\n{fails}"))],
        &[("examples/tests/jobs.rs:1", "`jobs` exits with status 101", "mend it")],
    );
}

#[test]
fn edition_decides_what_compiles() {
    let program = "fn main() {\n    let async = 3;\n    println!(\"{}\", async);\n}\n";
    assert_eq!(holds("examples/editions/jobs.rs", "//@ edition: 2015\n", program), ["3\n"]);
    check(
        &[("examples/editions/jobs.rs", &format!("//@ edition: 2018\n{program}"))],
        &[("examples/editions/jobs.rs:3", "`jobs` does not compile", "mend it")],
    );
}

#[test]
fn width_decides_how_diagnostics_are_laid_out() {
    let program = "fn main() {\n    let jobs: u8 = \"three\"; let text = \"a line that is longer than the page is wide, by far\"; //~ ERROR E0308\n}\n";
    let wide = holds("examples/fails/jobs.rs", "//@ check-fail\n", program);
    let narrow = holds("examples/fails/jobs.rs", "//@ check-fail\n//@ width: 60\n", program);
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max();
    assert!(longest(&wide[0]) > Some(80), "{}", wide[0]);
    assert!(longest(&narrow[0]) <= Some(72), "{}", narrow[0]);
}

#[test]
fn output_that_varies_must_say_so() {
    assert_eq!(holds("examples/jobs.rs", "//@ output-varies\n", VARIES), [""; 0]);
    fails("", VARIES, "`jobs` does not print the same in every run", "//@ output-varies");
    let same = "fn main() {\n    println!(\"3\");\n}\n";
    fails(
        "//@ output-varies\n",
        same,
        "`jobs` is `//@ output-varies`, but 20 runs printed the same",
        "drop the directive",
    );
}

#[test]
fn claim_holds_for_every_type_and_every_lifetime() {
    let chapter = "\
<!-- claims: struct Session<'a> { user: &'a str } -->

`&'a T: Send where T: Sync`, `&'a T: !Send where T: Send`, `&T: !Send`, `&u8: !'static`, `&'a u8: !'static`, `Session<'a>: Send`,
`&'static u8: 'static`, `Vec<T>: !'static`, `Vec<T>: 'static where T: 'static`, `MutexGuard<'_, u8>: Sync + !Send`,
`fn(&u8) -> &u8: Send`, `dyn Fn(&u8) + Send: Send + !Sync + !Sized`, `str: !Sized + !Copy`, `*const T: !Send + !Sync`,
`&'scope Scope<'scope, 'env>: Send`, `[Cell<u8>; 3]: Send + !Sync`, `(Rc<u8>, u8): !Send`, `Box<dyn Any>: !Send`.
";
    let report = Book::new(&[("src/chapter.md", chapter)]).check();
    assert_problems(&report.problems, &[]);
    assert_eq!(report.totals.claims, 24, "all of them are claims");
}
