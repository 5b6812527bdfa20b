//@ run-pass
use std::sync::Mutex;
use std::thread;

// ANCHOR: shown
struct Routes {
    paths: Vec<&'static str>,
    lookups: Mutex<u64>,
}

impl Routes {
    fn find(&self, path: &str) -> Option<usize> {
        *self.lookups.lock().unwrap() += 1;
        self.paths.iter().position(|known| *known == path)
    }
}
// ANCHOR_END: shown

fn main() {
    let routes = Routes {
        paths: vec!["/", "/login"],
        lookups: Mutex::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| routes.find("/login"));
        routes.find("/");
    });
    println!("{} lookups", routes.lookups.lock().unwrap());
}
