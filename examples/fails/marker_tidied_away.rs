//@ check-fail
/// Fails to compile if the type has the trait.
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
struct Texture {
    _number: usize,
    // `_stays_home: PhantomData<*const ()>` stood here.
}

// A texture means something on the thread that loaded it only.
lacks!(Texture, Send); //~ ERROR E0283
// ANCHOR_END: shown

fn main() {}
