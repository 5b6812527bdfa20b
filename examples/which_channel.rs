use std::sync::mpsc;
use std::thread;

fn main() {
    let (orders, inbox) = mpsc::sync_channel(2);

    let kitchen = thread::spawn(move || {
        let mut cooked = 0;
        for order in inbox {
            println!("cooks {order}");
            cooked += 1;
        }
        cooked
    });

    for order in ["soup", "rice", "tart"] {
        orders.send(order).unwrap();
    }
    drop(orders);
    println!("{} cooked", kitchen.join().unwrap());
}
