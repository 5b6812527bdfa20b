//@ check-fail
use std::sync::{Mutex, RwLock};

fn shared<T: Sync>() {}

fn for_all<T: Send>() {
    shared::<Mutex<T>>();
    shared::<RwLock<T>>(); //~ ERROR E0277
}

fn main() {
    for_all::<String>();
}
