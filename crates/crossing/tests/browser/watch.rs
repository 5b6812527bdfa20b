//! `crossing serve --watch`: what an author who saves has on the screen.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::fixture::Book;
use crate::page::Page;

/// A server for one test; it ends with it.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn a_saved_chapter_is_on_the_screen_and_a_fault_is_told_with_its_line(page: &Page) {
    let book = Book::new();
    let mut command = book.command(&["serve", "--watch", "--no-open", "--port", "0"]);
    let mut server = Server(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts"));
    let mut line = String::new();
    BufReader::new(server.0.stdout.take().expect("it is piped")).read_line(&mut line).expect("a line");
    let origin = line[line.find("http://").unwrap_or_else(|| panic!("no address in {line:?}"))..].trim().to_owned();

    page.go(&format!("{origin}/two.html"));
    page.eval::<()>("window.untouched = true");
    book.write("src/two.md", "# Two\n\n## A heading\n\nOther words.\n");
    page.wait::<bool>("the new words", "return document.body.innerText.includes('Other words.') && !window.untouched");

    let line = book.add("src/two.md", "A `String: !Send`.");
    let said: String = page.wait("the fault", "return document.querySelector('#crossing-problem')?.innerText");
    assert!(said.contains(&format!("src/two.md:{line}")), "{said}");
    assert!(page.eval::<bool>("return document.querySelector('main').innerText.includes('Other words.')"));

    book.write("src/two.md", "# Two\n\n## A heading\n\nLast words.\n");
    page.wait::<bool>(
        "the mended page",
        "return document.body.innerText.includes('Last words.') && !document.querySelector('#crossing-problem')",
    );
}
