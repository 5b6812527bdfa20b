//@ check-fail
use std::cell::RefCell;
use std::thread;

static SCRATCH: RefCell<String> = RefCell::new(String::new());
//~^ ERROR E0277

/// The title in small letters, with a `-` for each gap.
fn slug(title: &str) -> String {
    let mut scratch = SCRATCH.borrow_mut();
    scratch.clear();
    for word in title.split_whitespace() {
        scratch.push_str(word);
        scratch.push('-');
    }
    scratch.trim_end_matches('-').to_lowercase()
}

fn main() {
    let worker = thread::spawn(|| slug("Interior  mutability"));
    println!("{}", slug("The thread boundary"));
    println!("{}", worker.join().unwrap());
}
