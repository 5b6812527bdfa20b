//@ no-data-race
use one_shot::one_shot;
use std::thread;

// ANCHOR: ends
mod one_shot {
    use std::cell::UnsafeCell;
    use std::ptr::NonNull;
    use std::sync::atomic::{AtomicU8, Ordering::*};
    use std::thread;

    const OPEN: u8 = 0; // both ends are there, nothing is sent
    const SENT: u8 = 1; // the giver has left, and left a value
    const GONE: u8 = 2; // the end that left last has left nothing

    struct Slot<T> {
        state: AtomicU8,
        value: UnsafeCell<Option<T>>,
    }

    struct End<T> {
        slot: NonNull<Slot<T>>,
        last_word: u8,
    }
    pub struct Giver<T>(End<T>);
    pub struct Taker<T>(End<T>);

    pub fn one_shot<T>() -> (Giver<T>, Taker<T>) {
        let slot = NonNull::from(Box::leak(Box::new(Slot {
            state: AtomicU8::new(OPEN),
            value: UnsafeCell::new(None),
        })));
        let end = || End {
            slot,
            last_word: GONE,
        };
        (Giver(end()), Taker(end()))
    }
    // ANCHOR_END: ends

    // ANCHOR: moves
    impl<T> Giver<T> {
        pub fn give(mut self, value: T) {
            // SAFETY: the slot lives, for this end has not left (see
            // `drop`). A taker that is there keeps off the value while
            // the state is `OPEN`, and only this end can change that,
            // by leaving. A taker that has left was first, so it never
            // touched the value, and never will.
            unsafe { *self.0.slot.as_ref().value.get() = Some(value) };
            self.0.last_word = SENT;
        }
    }

    impl<T> Taker<T> {
        /// Waits. `None` if the giver went without giving.
        pub fn take(self) -> Option<T> {
            // SAFETY: as in `give`.
            let slot = unsafe { self.0.slot.as_ref() };
            while slot.state.load(Acquire) == OPEN {
                thread::yield_now();
            }
            // SAFETY: this end is here, so it is the giver that has
            // left. All that it did with the slot happens before
            // this, by its `Release` and the `Acquire` above.
            unsafe { (*slot.value.get()).take() }
        }
    }

    impl<T> Drop for End<T> {
        fn drop(&mut self) {
            // SAFETY: the slot is freed by the end that leaves
            // second. If that is this one, it is not freed yet; if
            // not, the other end does it after this `swap`.
            let slot = unsafe { self.slot.as_ref() };
            if slot.state.swap(self.last_word, AcqRel) != OPEN {
                // SAFETY: the slot is the box of `one_shot`, and only
                // the first to leave finds `OPEN`, so one end comes
                // here. All that the other did with the slot happens
                // before this, by the two `AcqRel`.
                drop(unsafe { Box::from_raw(self.slot.as_ptr()) });
            }
        }
    }
    // ANCHOR_END: moves

    // ANCHOR: promises
    // SAFETY: an end is used by who owns it. Both ends touch the
    // value, one after the other, and either may drop it: a `T`
    // crosses, hence `T: Send`. It is never shared. The slot's
    // memory belongs to no thread.
    unsafe impl<T: Send> Send for End<T> {}

    // SAFETY: no function takes a `&Giver` or a `&Taker`, so a `&`
    // to an end leads nowhere, whatever `T` is.
    unsafe impl<T> Sync for End<T> {}
    // ANCHOR_END: promises
}

// ANCHOR: used
fn main() {
    let (reply, answer) = one_shot();
    let worker = thread::spawn(move || {
        let thumbnail = vec![7u8; 300];
        reply.give(thumbnail);
    });
    match answer.take() {
        Some(thumbnail) => println!("{} bytes", thumbnail.len()),
        None => println!("the worker gave up"),
    }
    worker.join().unwrap();
}
// ANCHOR_END: used
