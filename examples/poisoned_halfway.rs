//@ run-pass
use std::sync::Mutex;
use std::thread;

fn pay(accounts: &Mutex<[u32; 2]>, amount: u32) {
    let mut accounts = accounts.lock().unwrap();
    accounts[1] += amount;
    accounts[0] = accounts[0].checked_sub(amount).unwrap();
}

fn main() {
    let accounts = Mutex::new([50, 0]);
    thread::scope(|s| {
        let worker = s.spawn(|| pay(&accounts, 60));
        assert!(worker.join().is_err());
    });

    if let Err(poisoned) = accounts.lock() {
        let mut found = poisoned.into_inner();
        println!("half done: {found:?}");
        *found = [50, 0];
        accounts.clear_poison();
    }
    pay(&accounts, 20);
    println!("{:?}", accounts.lock().unwrap());
}
