//@ rejected: two threads would count handles to one name
use std::rc::Rc;
use std::sync::mpsc::{self, Sender};
use std::thread;

type Name = Rc<str>;

struct Lookup {
    id: usize,
    reply: Sender<Name>,
}

// SAFETY: it is moved, and not shared.
unsafe impl Send for Lookup {}

/// Starts the thread that keeps the names.
fn keep(names: &'static [&'static str]) -> Sender<Lookup> {
    let (lookups, inbox) = mpsc::channel::<Lookup>();
    thread::spawn(move || {
        let names: Vec<Name> = names.iter().map(|&name| name.into()).collect();
        for lookup in inbox {
            if let Some(name) = names.get(lookup.id) {
                let _ = lookup.reply.send(name.clone());
            }
        }
    });
    lookups
}

/// The name of a user, or `None` if there is none with this `id`.
fn ask(lookups: &Sender<Lookup>, id: usize) -> Option<Name> {
    let (reply, answer) = mpsc::channel();
    lookups.send(Lookup { id, reply }).ok()?;
    answer.recv().ok()
}

fn main() {
    let lookups = keep(&["ada", "grace"]);
    println!("{:?} {:?}", ask(&lookups, 1), ask(&lookups, 2));
}
