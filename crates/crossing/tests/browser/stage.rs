//! What the tests share: started with the first test, ended with the last.

use crate::book::Book;
use crate::driver::Browser;
use crate::page::Page;

/// A test.
pub type Act = Box<dyn Fn(&Page) + Send>;

/// Empty until it is needed, so that listing the tests or running others starts no browser.
#[derive(Default)]
pub enum Stage {
    #[default]
    Empty,
    Set(Box<Page>),
    /// It could not be set, which one test has told.
    Broken,
}

impl Stage {
    /// The browser's one page, with nothing left of the test before.
    pub fn fresh(&mut self) -> Result<&Page, String> {
        if matches!(self, Stage::Empty) {
            // What a failure or a panic leaves.
            *self = Stage::Broken;
            *self = Stage::Set(Box::new(Page::new(Browser::start()?, Book::serve()?)));
        }
        let Stage::Set(page) = self else { return Err("no browser shows the book: see the first failure".to_owned()) };
        page.forget();
        Ok(page)
    }

    /// Ends the browser and the server.
    pub fn strike(&mut self) {
        *self = Stage::Empty;
    }
}
