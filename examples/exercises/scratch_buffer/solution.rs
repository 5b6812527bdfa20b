//@ run-pass
use std::cell::RefCell;
use std::thread;

thread_local! {
    static SCRATCH: RefCell<String> =
        const { RefCell::new(String::new()) };
}

/// The title in small letters, with a `-` for each gap.
fn slug(title: &str) -> String {
    SCRATCH.with_borrow_mut(|scratch| {
        scratch.clear();
        for word in title.split_whitespace() {
            scratch.push_str(word);
            scratch.push('-');
        }
        scratch.trim_end_matches('-').to_lowercase()
    })
}

fn main() {
    let worker = thread::spawn(|| slug("Interior  mutability"));
    println!("{}", slug("The thread boundary"));
    println!("{}", worker.join().unwrap());
}
