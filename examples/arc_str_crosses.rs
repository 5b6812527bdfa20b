use std::sync::Arc;
use std::thread;

fn main() {
    let name: Arc<str> = Arc::from("ada");
    let ports: Arc<[u16]> = Arc::from([80, 443]);

    let (its_name, its_ports) = (name.clone(), ports.clone());
    let worker = thread::spawn(move || {
        println!("{its_name} listens on {its_ports:?}");
    });
    worker.join().unwrap();
    println!("{name} is done");
}
