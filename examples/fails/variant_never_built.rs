//@ check-fail
use std::rc::Rc;
use std::thread;

enum Event {
    Tick,
    Said(Rc<str>),
}

fn handle(event: Event) {
    match event {
        Event::Tick => println!("tick"),
        Event::Said(text) => println!("{text}"),
    }
}

fn main() {
    let event = Event::Tick;
    let worker = thread::spawn(move || handle(event)); //~ ERROR E0277
    worker.join().unwrap();
}
