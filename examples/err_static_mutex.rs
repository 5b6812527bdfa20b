//@ run-pass
use std::sync::Mutex;

static HITS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    HITS.lock().unwrap().push("/");
}
