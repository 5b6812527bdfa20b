//@ check-pass
fn send<T: Send>(_: T) {}

fn share<T: Sync>(value: &T) {
    send(value); // a `&T` goes to one thread
    send(value); // and, being `Copy`, to a second
}

fn main() {
    share(&String::from("Crossing Threads"));
    share(&8080);
}
