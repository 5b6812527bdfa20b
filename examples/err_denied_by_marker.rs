//@ run-pass
use std::marker::PhantomData;

struct Texture {
    number: usize,
    _here: PhantomData<*const ()>, // neither `Send` nor `Sync`
}

fn main() {
    let logo = Texture {
        number: 0,
        _here: PhantomData,
    };
    println!("{}", logo.number);
}
