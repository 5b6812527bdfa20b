//@ rejected: the buffer is gone
use std::thread;

/// The title in small letters, with a `-` for each gap.
fn slug(title: &str) -> String {
    let mut scratch = String::new();
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
