//@ run-pass
use std::thread;

struct Connection(&'static str);

impl Drop for Connection {
    fn drop(&mut self) {
        println!("{} closed", self.0);
    }
}

fn serve(connection: Connection) {
    println!("{} served", connection.0);
}

fn main() {
    let _admin = Connection("admin");
    let guest = Connection("guest");

    let worker = thread::spawn(move || serve(guest));
    worker.join().unwrap();

    println!("worker joined");
}
