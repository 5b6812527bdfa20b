//! Listings that are compiled together do what each of them does alone.

use crate::book::{Book, assert_problems};
use crate::process;

/// What a program can notice of its surroundings, and all of them have.
const ITEMS: &str = "\
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static COUNT: AtomicUsize = AtomicUsize::new(0);

macro_rules! count {
    () => {
        COUNT.fetch_add(1, Ordering::Relaxed)
    };
}

mod inner {
    pub struct Session;

    impl Drop for Session {
        fn drop(&mut self) {
            println!(\"closed\");
        }
    }
}

fn main() {
    let _session = inner::Session;
    count!();
    let name = thread::current().name().map(String::from);
    println!(\"{} {name:?} {:?}\", count!(), thread::current().id());
    LAST
}
";

#[test]
fn listings_of_one_compilation_do_what_they_do_alone() {
    let lasts =
        ["", "panic!(\"at the end\");", "let none: Option<u8> = None;\n    none.unwrap();", "std::process::exit(3);"];
    let mut files: Vec<(String, String)> = Vec::new();
    for (n, last) in lasts.iter().enumerate() {
        let directive = if last.is_empty() { "" } else { "//@ run-fail\n" };
        files.push((format!("examples/jobs_{n}.rs"), format!("{directive}{}", ITEMS.replace("LAST", last))));
    }
    for n in 0..3 {
        files.push((format!("examples/prints_{n}.rs"), format!("// {n}\nfn main() {{\n    println!(\"{n}\");\n}}\n")));
    }
    // Blessed one by one: each runs often then, which no listing does as part of another program.
    let book = Book::blessed(&borrowed(&files));
    assert!(
        book.read("examples/jobs_1.stderr")
            .is_some_and(|text| text.contains("panicked at jobs_1.rs:27:5:\nat the end"))
    );
    assert_problems(&book.check().problems, &[]);
    let fresh = Book::new(&borrowed(&files));
    for (file, _) in book.tree() {
        let file = file.strip_prefix(book.root()).unwrap().to_str().unwrap().to_owned();
        fresh.write(&file, &book.read(&file).unwrap());
    }
    assert_problems(&fresh.check().problems, &[]);
}

#[test]
fn one_listing_that_does_not_compile_or_warns_spoils_no_other() {
    let mut files: Vec<(String, String)> = (0..5)
        .map(|n| (format!("examples/prints_{n}.rs"), format!("// {n}\nfn main() {{\n    print!(\"\");\n}}\n")))
        .collect();
    let warns = "// Warns.\nfn main() {\n    let unused = 3;\n}\n";
    let fails = "// Fails.\nfn main() {\n    let count: u8 = \"three\";\n}\n";
    let ends_main = "// Ends early.\nfn main() {\n}\n}\nmod other {\n";
    for (name, program, place, message) in [
        ("warns", warns, "examples/warns.rs:3", "compiles with a warning"),
        ("breaks", fails, "examples/breaks.rs:3", "does not compile"),
        ("unbalanced", ends_main, "examples/unbalanced.rs:4", "does not compile"),
    ] {
        files.push((format!("examples/{name}.rs"), program.to_owned()));
        assert_problems(&Book::new(&borrowed(&files)).check().problems, &[(place, message, "mend it")]);
        files.pop();
    }
}

#[cfg(unix)]
#[test]
fn listing_that_warns_among_others_alone_is_compiled_for_itself() {
    // A method that nobody calls is offered by a program, and is idle in a module.
    let offers = "pub trait Offer {\n    fn idle(&self);\n}\n\npub fn take<O: Offer>(_: O) {}\n\nfn main() {\n    struct Own;\n    impl Offer for Own {\n        fn idle(&self) {}\n    }\n    take(Own);\n}\n";
    let mut files = vec![("examples/offers.rs".to_owned(), offers.to_owned())];
    files.extend(
        (0..8).map(|n| (format!("examples/prints_{n}.rs"), format!("// {n}\nfn main() {{\n    print!(\"\");\n}}\n"))),
    );
    let book = Book::new(&borrowed(&files));
    let calls = book.scratch().join("calls");
    let real = crate::book::rustc().path;
    let script = format!("echo \"$*\" >> '{}'\nexec '{}' \"$@\"", calls.display(), real.display());
    let compiler = process::compiler(&book, &script);
    let answer = process::run(&book, process::command(&book, "check").env("RUSTC", compiler));
    assert_eq!(answer, "0 known");
    let calls = std::fs::read_to_string(calls).unwrap();
    let alone = files.iter().filter(|(file, _)| calls.contains(file.rsplit('/').next().unwrap()));
    let alone: Vec<&str> = alone.map(|(file, _)| file.as_str()).collect();
    // Besides, the two that were written last.
    assert!(alone.contains(&"examples/offers.rs") && alone.len() <= 3, "{calls}");
}

/// Listings that the compiler refuses at different times: it stops before names where the syntax is obsolete, before types
/// where it finds a name wanting, and before loans where it finds a type wrong. All of them have items of the same names.
fn refused() -> Vec<(String, String)> {
    const ITEMS: &str = "\
use std::rc::Rc;

mod inner {
    pub struct Session(pub std::cell::Cell<u8>);
}

struct Session(Rc<u8>);

fn assert_send<T: Send>(_: T) {}

fn main() {
    let session = Session(Rc::new(1));
";
    let lasts = [
        ("type", "    assert_send(session); //~ ERROR E0277\n"),
        (
            "nested",
            "    assert_send(&inner::Session(1.into())); //~ ERROR E0277\n    assert_send(session.0); //~ ERROR E0277\n",
        ),
        ("spawned", "    std::thread::spawn(move || drop(session)); //~ ERROR E0277\n"),
        ("kind", "    let count: u8 = session; //~ ERROR E0308\n"),
        ("moved", "    drop(session);\n    drop(session.0); //~ ERROR E0382\n"),
        ("name", "    assert_sent(session); //~ ERROR E0425\n"),
        ("obsolete", "    trait Done {}\n    impl Done for .. {} //~ ERROR obsolete syntax\n"),
    ];
    let mut files = Vec::new();
    for (name, last) in lasts {
        for n in 0..3 {
            let source = format!("//@ check-fail\n{ITEMS}{last}}}\n// {n}\n");
            files.push((format!("examples/fails/{name}_{n}.rs"), source));
        }
    }
    files
}

#[cfg(unix)]
#[test]
fn refused_listings_of_one_compilation_are_told_what_they_are_told_alone() {
    let alone = Book::blessed(&borrowed(&refused()));
    let together = Book::new(&borrowed(&refused()));
    for (file, _) in refused() {
        let snapshot = file.replace(".rs", ".stderr");
        together.write(&snapshot, &alone.read(&snapshot).expect("it was recorded"));
    }
    let calls = together.scratch().join("calls");
    let real = crate::book::rustc().path;
    let script = format!("echo \"$*\" >> '{}'\nexec '{}' \"$@\"", calls.display(), real.display());
    let compiler = process::compiler(&together, &script);
    let pages = process::run(&together, process::command(&together, "expand").env("RUSTC", compiler));
    assert_eq!(pages, process::run(&alone, &mut process::command(&alone, "expand")));
    let calls = std::fs::read_to_string(calls).unwrap();
    let singles = refused().iter().filter(|(file, _)| calls.contains(file.rsplit('/').next().unwrap())).count();
    assert!(singles <= 3, "{singles} were compiled for themselves:\n{calls}");
}

#[test]
fn refused_listing_that_is_not_as_recorded_is_named_among_others() {
    let book = Book::blessed(&borrowed(&refused()));
    let snapshot = book.read("examples/fails/type_1.stderr").unwrap();
    let fresh = Book::new(&borrowed(&refused()));
    for (file, _) in refused().iter().filter(|(file, _)| !file.ends_with("moved_1.rs")) {
        let snapshot = file.replace(".rs", ".stderr");
        fresh.write(&snapshot, &book.read(&snapshot).unwrap());
    }
    fresh.write("examples/fails/type_1.stderr", &snapshot.replace("cannot be sent", "can be sent"));
    let said = [
        ("examples/fails/moved_1.rs:1", "`moved_1` has no snapshot", "bless moved_1"),
        ("examples/fails/type_1.stderr:1", "`type_1` no longer says", "bless type_1"),
    ];
    assert_problems(&fresh.check().problems, &said);
}

fn borrowed(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect()
}
