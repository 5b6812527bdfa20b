//@ check-fail
fn send<T: Send>() {}
fn sync<T: Sync>() {}

fn ask<'a, T: 'a>() {
    send::<&'a mut T>(); //~ ERROR E0277
    sync::<&'a mut T>(); //~ ERROR E0277
    sync::<&'a T>(); //~ ERROR E0277
    send::<&'a T>(); //~ ERROR E0277
}

fn main() {
    ask::<u8>();
}
