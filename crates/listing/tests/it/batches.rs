//! Listings that are compiled together do what each of them does alone.

use crate::book::{Book, assert_problems};

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

fn borrowed(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect()
}
