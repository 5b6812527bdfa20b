//@ check-fail
use std::cell::Cell;
use std::thread;

struct Routes {
    paths: Vec<&'static str>,
    lookups: Cell<u64>,
}

impl Routes {
    fn find(&self, path: &str) -> Option<usize> {
        self.lookups.set(self.lookups.get() + 1);
        self.paths.iter().position(|known| *known == path)
    }
}

fn main() {
    let routes = Routes {
        paths: vec!["/", "/login"],
        lookups: Cell::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| routes.find("/login")); //~ ERROR E0277
        routes.find("/");
    });
    println!("{} lookups", routes.lookups.get());
}
