//! Plain mdBook with its editor on: the measure of our pages' weight, and a client of our playground that knows nothing
//! of us.

use std::fs;
use std::path::Path;

use listing::{Project, Target};
use mdbook_driver::MDBook;
use playground::{Config, Token, Toolchain, Warden};
use tempfile::TempDir;

use crate::book;

/// A book of one chapter, built.
pub struct Plain {
    folder: TempDir,
}

const BOOK: &str = "[book]\ntitle = \"Plain\"\n\n[output.html.playground]\neditable = true\nrunnable = true\n";

impl Plain {
    /// A chapter of this book, with its programs as plain fences.
    pub fn chapter(name: &str) -> Self {
        let project = Project::open(&book::root()).expect("the book");
        let chapters = project.chapters().expect("its chapters");
        let chapter = chapters.into_iter().find(|chapter| chapter.path == Path::new(name)).expect("the chapter");
        Self::of(&listing::expand(&project, &chapter, Target::Rustdoc).expect("it expands"))
    }

    /// A chapter that says this.
    pub fn of(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let src = folder.path().join("src");
        fs::create_dir_all(src.join("img")).expect("a folder");
        for picture in fs::read_dir(book::root().join("src/img")).expect("the pictures").flatten() {
            fs::copy(picture.path(), src.join("img").join(picture.file_name())).expect("a copy");
        }
        fs::write(src.join("SUMMARY.md"), "- [Chapter](chapter.md)\n").expect("a file");
        fs::write(src.join("chapter.md"), text).expect("a file");
        fs::write(folder.path().join("book.toml"), BOOK).expect("a file");
        MDBook::load(folder.path()).and_then(|book| book.build()).expect("it builds");
        Plain { folder }
    }

    pub fn pages(&self) -> std::path::PathBuf {
        self.folder.path().join("book")
    }

    /// Puts `address` in place of the public playground's, in all that was built.
    fn send_to(&self, address: &str) {
        for file in fs::read_dir(self.pages()).expect("it was built").flatten().map(|entry| entry.path()) {
            if let Ok(text) = fs::read_to_string(&file) {
                fs::write(file, text.replace("https://play.rust-lang.org", address)).expect("a file");
            }
        }
    }

    /// Serves the pages with our playground beside them, whose address stands in them.
    pub fn serve(&self, warden: &Warden) -> (tokio::runtime::Runtime, String) {
        use axum::extract::Path as Asked;
        use std::future::IntoFuture;
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let listener = runtime.block_on(playground::bind(([127, 0, 0, 1], 0).into())).expect("a port");
        let address = listener.local_addr().expect("an address");
        let toolchain = Toolchain::of("rustc".as_ref()).expect("a toolchain");
        let token = Token::fresh();
        self.send_to(&format!("http://{address}/playground/{}", token.as_str()));
        let config = Config::new(warden.clone(), toolchain, token, address.port());
        let pages = self.pages();
        let file = move |Asked(path): Asked<String>| async move {
            let kind = mime_guess::from_path(&path).first_or_octet_stream().to_string();
            ([(axum::http::header::CONTENT_TYPE, kind)], fs::read(pages.join(path)).unwrap_or_default())
        };
        let app = axum::Router::new().route("/{*path}", axum::routing::get(file));
        let app = playground::loopback_only(app.nest("/playground", playground::app(config)), address.port());
        runtime.spawn(axum::serve(listener, app).into_future());
        (runtime, format!("http://{address}"))
    }
}
