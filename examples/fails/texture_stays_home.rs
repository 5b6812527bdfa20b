//@ check-fail
use std::cell::RefCell;
use std::marker::PhantomData;
use std::thread;

thread_local! {
    static FILES: RefCell<Vec<String>> = RefCell::default();
}

// ANCHOR: shown
struct Texture {
    number: usize,
    _stays_home: PhantomData<*const ()>,
}

fn main() {
    let logo = Texture::load("logo.png");
    println!("in main: {:?}", logo.file());
    thread::scope(|s| {
        let there = s.spawn(move || logo.file()); //~ ERROR E0277
        println!("in worker: {:?}", there.join().unwrap());
    });
}
// ANCHOR_END: shown

impl Texture {
    fn load(file: &str) -> Texture {
        FILES.with_borrow_mut(|files| {
            files.push(file.to_string());
            Texture {
                number: files.len() - 1,
                _stays_home: PhantomData,
            }
        })
    }

    fn file(&self) -> Option<String> {
        FILES.with_borrow(|files| files.get(self.number).cloned())
    }
}
