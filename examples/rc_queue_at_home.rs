//@ run-pass
use std::rc::Rc;
use std::sync::mpsc;

fn main() {
    let (events, inbox) = mpsc::channel::<Rc<str>>();
    let title: Rc<str> = "saved".into();

    events.send(Rc::clone(&title)).unwrap();
    events.send(title).unwrap();
    drop(events);
    for event in inbox {
        println!("{event}");
    }
}
