//@ check-fail
use std::thread;

fn without_send<F>(job: F)
where
    F: FnOnce() + 'static,
{
    thread::spawn(job); //~ ERROR E0277
}

fn without_static<F>(job: F)
where
    F: FnOnce() + Send,
{
    thread::spawn(job); //~ ERROR E0310
}

fn main() {
    without_send(|| println!("first"));
    without_static(|| println!("second"));
}
