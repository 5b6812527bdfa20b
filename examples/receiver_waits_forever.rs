//@ hangs
use std::sync::mpsc;

fn main() {
    let (sender, receiver) = mpsc::channel::<u32>();
    println!("{:?}", receiver.recv());
    drop(sender);
}
