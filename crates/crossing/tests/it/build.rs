//! `build`.

use std::fs;

use crate::fixture::Book;

#[test]
fn a_book_that_holds_is_built() {
    let book = Book::new();
    let ran = book.run(&["build"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert_eq!(ran.stdout.trim_end(), book.path("book/html").canonicalize().unwrap().to_str().unwrap());
    let page = book.read("book/html/index.html");
    for part in [
        "id=\"listing-owner\"",
        "class=\"claim\"",
        "class=\"page-proof\"",
        "admonish-note",
        "href=\"two.html#a-heading\"",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[test]
fn a_failed_build_names_the_line_and_leaves_the_former_pages() {
    let faults = [
        ("An `Rc<u8>: Send`.", "Rc<u8>: Send"),
        ("{{#listing nobody}}", "`nobody`"),
        ("[three](three.md)", "`three.md`"),
        ("[two](two.md#another-heading)", "`#another-heading`"),
        ("[two](two.md#a-headin)", "did you mean `#a-heading`?"),
        ("{{#include img/none.svg}}", "`img/none.svg`"),
        ("<a href=\"three.html\">three</a>", "`three.html`"),
        ("[nowhere]", "`[nowhere]`"),
    ];
    let book = Book::new();
    assert_eq!(book.run(&["build"]).status, Some(0));
    let (page, chapter) = (book.read("book/html/index.html"), book.read("src/index.md"));
    for (line, said) in faults {
        let number = book.add("src/index.md", line);
        let ran = book.run(&["build"]);
        assert_eq!(ran.status, Some(1), "{line}: {ran:?}");
        assert!(ran.stderr.contains(said), "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(&format!("\n --> src/index.md:{number}\n")), "{line}: {}", ran.stderr);
        assert_eq!(ran.stdout, "");
        assert_eq!(book.read("book/html/index.html"), page, "{line}");
        book.write("src/index.md", &chapter);
    }
    let left: Vec<_> = fs::read_dir(book.path("book")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "only the pages and the lock may be left: {left:?}");
}

#[test]
fn a_bad_admonish_fence_names_its_chapter() {
    let book = Book::new();
    let last = book.add("src/index.md", "```admonish nonsense\nWords.\n```");
    let ran = book.run(&["build"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(
        ran.stderr.contains(&format!("`admonish nonsense` is no directive\n --> src/index.md:{}\n", last - 2)),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_link_inside_an_admonish_fence_is_checked_with_its_line() {
    let book = Book::new();
    let last = book.add("src/two.md", "```admonish note\n[x](none.md)\n```");
    let ran = book.run(&["build"]);
    assert!(ran.stderr.contains(&format!("src/two.md:{}\n", last - 1)), "{}", ran.stderr);
}

#[test]
fn pages_can_be_put_elsewhere_but_not_over_other_things() {
    let book = Book::new();
    book.write("home/letter.txt", "precious");
    let ran = book.run(&["build", "--dest", "home"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert_eq!(book.read("home/letter.txt"), "precious");
    let ran = book.run(&["build", "--dest", "public/site"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(book.path("public/site/index.html").exists() && !book.path("book/html").exists());
}

#[test]
fn no_certificates_are_needed() {
    let book = Book::new();
    let mut command = book.command(&["build"]);
    let output = command.env("SSL_CERT_FILE", "/nonexistent").env("SSL_CERT_DIR", "/nonexistent").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_book_is_found_from_a_folder_in_it() {
    let book = Book::new();
    let output = book.command(&["build"]).current_dir(book.path("src")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(book.path("book/html/two.html").exists());
}
