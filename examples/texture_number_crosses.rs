//@ run-pass
use std::cell::RefCell;
use std::thread;

thread_local! {
    static FILES: RefCell<Vec<String>> = RefCell::default();
}

struct Texture {
    number: usize,
}

impl Texture {
    fn load(file: &str) -> Texture {
        FILES.with_borrow_mut(|files| {
            files.push(file.to_string());
            let number = files.len() - 1;
            Texture { number }
        })
    }

    fn file(&self) -> Option<String> {
        FILES.with_borrow(|files| files.get(self.number).cloned())
    }
}

fn main() {
    let logo = Texture::load("logo.png");
    println!("in main: {:?}", logo.file());
    thread::scope(|s| {
        let there = s.spawn(move || logo.file());
        println!("in worker: {:?}", there.join().unwrap());
    });
}
