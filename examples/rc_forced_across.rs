//@ data-race
use std::mem;
use std::rc::Rc;
use std::thread;

struct Forced(Rc<String>);
// WRONG: the count inside is shared with other handles.
unsafe impl Send for Forced {}

fn open_handles(session: Forced) {
    for _ in 0..1_000 {
        mem::forget(Rc::clone(&session.0));
    }
    mem::forget(session); // the count is wrong: free nothing
}

fn main() {
    let session = Rc::new(String::from("ada"));
    let for_worker = Forced(Rc::clone(&session));

    let worker = thread::spawn(move || open_handles(for_worker));
    open_handles(Forced(session));
    worker.join().unwrap();
}
