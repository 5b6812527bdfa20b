//@ rejected: the desk is gone, and its scanner is still open
use std::sync::OnceLock;
use std::sync::mpsc::{self, Sender};
use std::thread;

/// A library in C, as seen from Rust. Leave it as it is.
mod scanner {
    use std::cell::Cell;
    use std::marker::PhantomData;
    use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
    use std::thread::{self, ThreadId};

    pub static OPENED: AtomicU32 = AtomicU32::new(0);
    pub static CLOSED: AtomicU32 = AtomicU32::new(0);

    pub struct Scanner {
        home: ThreadId,
        pages: Cell<u32>,
        stays: PhantomData<*mut ()>,
    }

    pub fn open() -> Scanner {
        OPENED.fetch_add(1, SeqCst);
        Scanner {
            home: thread::current().id(),
            pages: Cell::new(0),
            stays: PhantomData,
        }
    }

    impl Scanner {
        /// The number of the page, or 0 on a thread that did not open it.
        pub fn scan(&self) -> u32 {
            if thread::current().id() != self.home {
                return 0;
            }
            self.pages.set(self.pages.get() + 1);
            self.pages.get()
        }
    }

    impl Drop for Scanner {
        fn drop(&mut self) {
            if thread::current().id() == self.home {
                CLOSED.fetch_add(1, SeqCst);
            }
        }
    }
}

/// The one scanner, for all threads.
pub struct Desk;

static REQUESTS: OnceLock<Sender<Sender<u32>>> = OnceLock::new();

impl Desk {
    pub fn open() -> Desk {
        Desk
    }

    pub fn scan(&self) -> u32 {
        let requests = REQUESTS.get_or_init(|| {
            let (requests, inbox) = mpsc::channel::<Sender<u32>>();
            thread::spawn(move || {
                let scanner = scanner::open();
                for reply in inbox {
                    let _ = reply.send(scanner.scan());
                }
            });
            requests
        });
        let (reply, page) = mpsc::channel();
        requests.send(reply).unwrap();
        page.recv().unwrap()
    }
}

fn main() {
    let desk = Desk::open();
    thread::scope(|s| {
        let worker = s.spawn(|| desk.scan());
        let pages = desk.scan() + worker.join().unwrap();
        println!("pages 1 and 2: {}", pages == 3);
    });
}
