use std::rc::Rc;
use std::thread;

static HANDLER: fn(Rc<str>) -> usize = |line| line.len();

fn main() {
    let worker = thread::spawn(|| HANDLER("GET /login".into()));
    println!("{}", worker.join().unwrap());
}
