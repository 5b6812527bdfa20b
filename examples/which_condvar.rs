use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let open = Mutex::new(false);
    let changed = Condvar::new();

    thread::scope(|s| {
        s.spawn(|| {
            let closed = |open: &mut bool| !*open;
            let _open = changed.wait_while(open.lock().unwrap(), closed);
            println!("first guest");
        });
        println!("opening");
        *open.lock().unwrap() = true;
        changed.notify_all();
    });
}
