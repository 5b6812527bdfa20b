//@ check-pass
#![allow(unused)]
macro_rules! lacks {
    ($type:ty, $bound:path) => {
        const _: () = {
            trait Ask<Answer> {
                fn ask() {}
            }
            impl<T> Ask<()> for T {}
            impl<T: $bound> Ask<u8> for T {}
            let _ = <$type as Ask<_>>::ask;
        };
    };
}

// ANCHOR: shown
use std::marker::PhantomData;

struct Texture {
    _number: usize,
    _stays_home: PhantomData<*const ()>,
}

lacks!(Texture, Send);
// ANCHOR_END: shown

fn main() {}
