#![allow(dead_code, unused, undropped_manually_drops)]
#![recursion_limit = "512"]

use std::ops;
use std::rc::Rc;

fn main() {
    use ask::No as _;
    println!("Send: {}", ask::Type::<ops::Range<Rc<u8>>>::SEND);
    println!("Sync: {}", ask::Type::<ops::Range<Rc<u8>>>::SYNC);
}

mod ask {
    use std::marker::PhantomData;

    // The constant of the second and third `impl` hides the trait's, but only where the bound holds.
    pub struct Type<T: ?Sized>(PhantomData<T>);
    pub trait No {
        const SEND: bool = false;
        const SYNC: bool = false;
    }
    impl<T: ?Sized> No for Type<T> {}
    impl<T: ?Sized + Send> Type<T> {
        pub const SEND: bool = true;
    }
    impl<T: ?Sized + Sync> Type<T> {
        pub const SYNC: bool = true;
    }
}
