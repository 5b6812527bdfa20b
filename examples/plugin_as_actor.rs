//@ run-pass
use std::cell::Cell;
use std::rc::Rc;
use std::sync::mpsc::{self, Sender};
use std::thread;

#[derive(Default)]
struct Plugin {
    total: Rc<Cell<u32>>,
}

enum Request {
    Add(u32),
    Total { reply: Sender<u32> },
}

fn main() {
    let (requests, inbox) = mpsc::channel();
    let actor = thread::spawn(move || {
        let plugin = Plugin::default();
        let total = &plugin.total;
        for request in inbox {
            match request {
                Request::Add(n) => total.set(total.get() + n),
                Request::Total { reply } => {
                    let _ = reply.send(total.get());
                }
            }
        }
    });

    let lent = &requests;
    thread::scope(|s| {
        for n in [20, 22] {
            s.spawn(move || lent.send(Request::Add(n)).unwrap());
        }
    });
    let (reply, answer) = mpsc::channel();
    requests.send(Request::Total { reply }).unwrap();
    println!("total: {}", answer.recv().unwrap());
    drop(requests);
    actor.join().unwrap();
}
