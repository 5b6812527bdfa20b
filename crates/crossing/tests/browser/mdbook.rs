//! Plain mdBook's pages as a client of our playground: nothing changed in them but the playground's address.

use playground::Warden;

use crate::page::Page;
use crate::plain::Plain;

const CHAPTER: &str = "# Chapter\n\n```rust\nfn main() {\n    println!(\"from {}\", \"plain mdBook\");\n}\n```\n";

pub fn an_unmodified_page_runs_its_programs_on_our_playground(page: &Page, warden: &Warden) {
    let plain = Plain::of(CHAPTER);
    let (_server, origin) = plain.serve(warden);
    page.go(&format!("{origin}/chapter.html"));
    // mdBook shows its button when the playground has told which crates it has.
    page.wait::<bool>("mdBook's button", "return all('.play-button').some((button) => !button.hidden)");
    page.eval::<()>("document.querySelector('.play-button').click()");
    let printed: String = page.wait(
        "the result",
        "const result = document.querySelector('code.result'); return result && result.innerText !== 'Running...' && result.innerText",
    );
    assert_eq!(printed.trim(), "from plain mdBook");
}
