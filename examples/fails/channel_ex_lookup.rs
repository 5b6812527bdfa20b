//@ check-fail
use std::rc::Rc;
use std::sync::mpsc::{self, Sender};
use std::thread;

struct Lookup {
    id: u32,
    reply: Sender<Rc<str>>,
}

fn main() {
    let (lookups, inbox) = mpsc::channel::<Lookup>();
    let names = thread::spawn(move || {
        //~^ ERROR E0277
        for lookup in inbox {
            let name = format!("user {}", lookup.id);
            lookup.reply.send(name.into()).unwrap();
        }
    });

    let (reply, answer) = mpsc::channel();
    lookups.send(Lookup { id: 7, reply }).unwrap();
    println!("{}", answer.recv().unwrap());
    drop(lookups);
    names.join().unwrap();
}
