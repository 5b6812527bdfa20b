//! The building blocks of chapter 15 under loom, which runs a program in every order that its threads can take.
//!
//! What loom explores is the page's own source. Each listing is included whole, and the name `std` is given to this file,
//! so that a listing's `use std::sync::atomic::…` finds loom's. That takes no `--cfg loom`.

#![allow(dead_code)] // the `main` of each listing
#![allow(clippy::module_inception)] // a listing and the module in it may have one name

extern crate self as std;
extern crate std as real_std;

use real_std::panic::catch_unwind;

pub use real_std::{collections, marker, ops, process, ptr};

/// A cell, watched by loom.
pub mod cell {
    /// `std::cell::UnsafeCell`, as far as the listings use it.
    pub struct UnsafeCell<T>(loom::cell::UnsafeCell<T>);

    impl<T> UnsafeCell<T> {
        /// A cell that holds `value`.
        pub fn new(value: T) -> UnsafeCell<T> {
            UnsafeCell(loom::cell::UnsafeCell::new(value))
        }

        /// Counts as a write, at this moment: two that nothing orders are a data race. How long the pointer is used is
        /// the borrow checker's matter, in these listings.
        #[track_caller]
        pub fn get(&self) -> *mut T {
            self.0.with_mut(|value| value)
        }
    }

    impl<T> Drop for UnsafeCell<T> {
        /// To free the value is to write it.
        fn drop(&mut self) {
            if !real_std::thread::panicking() {
                self.get();
            }
        }
    }
}

/// Loom's, for std's.
pub mod hint {
    /// The loop has only read. A run with such a turn is like one in which the thread came later, and loom explores that
    /// one as well. So it need not branch any further here, where two threads could take turns forever.
    pub fn spin_loop() {
        loom::skip_branch();
        loom::thread::yield_now();
    }
}

/// Loom's, for std's.
pub mod sync {
    /// Loom's atomics, with `get_mut` where a listing needs it.
    pub mod atomic {
        pub use loom::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

        /// `std::sync::atomic::AtomicU32`, as far as the listings use it.
        pub struct AtomicU32(loom::sync::atomic::AtomicU32);

        impl AtomicU32 {
            /// An atomic that holds `value`.
            pub fn new(value: u32) -> AtomicU32 {
                AtomicU32(loom::sync::atomic::AtomicU32::new(value))
            }

            /// Adds, and returns what was there.
            pub fn fetch_add(&self, value: u32, order: Ordering) -> u32 {
                self.0.fetch_add(value, order)
            }

            /// An access that is not atomic: loom wants every other access ordered before it.
            #[track_caller]
            pub fn get_mut(&mut self) -> &mut u32 {
                let value = self.0.with_mut(|value| value as *mut u32);
                // SAFETY: it points into `self`, which is borrowed for as long.
                unsafe { &mut *value }
            }
        }
    }
}

/// Loom's, where a test runs it; the rest is for the `main`s, which are compiled only.
pub mod thread {
    pub use loom::thread::{Thread, current, park, spawn, yield_now};
    pub use real_std::thread::scope;
}

/// Includes each listing in a module of its own, with a function `explore` that has loom run `$body` there.
macro_rules! listings {
    ($($listing:ident),+: $body:block) => {$(
        mod $listing {
            include!(concat!("../examples/", stringify!($listing), ".rs"));

            pub fn explore() {
                let mut loom = loom::model::Builder::new();
                loom.preemption_bound = Some(3);
                loom.check(|| $body);
            }
        }
    )+};
}

/// Loom must find a run that panics, and with this message.
#[track_caller]
fn rejected(explore: fn(), with: &str) {
    let panic = catch_unwind(explore).expect_err("loom found nothing");
    let message = panic.downcast::<String>().expect("a message");
    assert!(message.contains(with), "{message}");
}

/// What loom says of a data race.
const RACE: &str = "Causality violation";

listings!(handover_relaxed, handover_released: {
    let handover = real_std::sync::Arc::new(Handover {
        photo: UnsafeCell::new(Vec::new()),
        ready: AtomicBool::new(false),
    });
    let camera = thread::spawn({
        let handover = handover.clone();
        move || put(&handover)
    });
    assert_eq!(take(&handover), 300);
    camera.join().unwrap();
});

#[test]
fn a_released_flag_hands_over() {
    handover_released::explore();
}

#[test]
fn a_relaxed_flag_hands_nothing_over() {
    rejected(handover_relaxed::explore, RACE);
}

/// What both threads find in the run that `SeqCst` forbids.
const BOTH_MISSED: &str = "neither saw the other";

listings!(two_flags_weak, two_flags_in_one_order: {
    let flags = real_std::sync::Arc::new([false, false].map(AtomicBool::new));
    let worker = thread::spawn({
        let flags = flags.clone();
        move || raise_and_look(&flags[0], &flags[1])
    });
    let main_saw = raise_and_look(&flags[1], &flags[0]);
    assert!(main_saw | worker.join().unwrap(), "{}", super::BOTH_MISSED);
});

#[test]
fn release_and_acquire_let_both_threads_miss() {
    rejected(two_flags_weak::explore, BOTH_MISSED);
}

/// A false alarm, and the page says so. Where this fails, loom has learned what `SeqCst` is.
#[test]
fn loom_takes_seqcst_for_acqrel() {
    rejected(two_flags_in_one_order::explore, BOTH_MISSED);
}

listings!(spin_lock_with_guard, spin_lock_let_go_relaxed, spin_lock_in_two_steps: {
    let sum = real_std::sync::Arc::new(SpinLock::new(0));
    let workers = [1, 2].map(|n| {
        let sum = sum.clone();
        thread::spawn(move || *sum.lock() += n)
    });
    *sum.lock() += 4;
    for worker in workers {
        worker.join().unwrap();
    }
    assert_eq!(*sum.lock(), 7);
});

#[test]
fn a_spin_lock_admits_one_at_a_time() {
    spin_lock_with_guard::explore();
}

#[test]
fn a_spin_lock_let_go_relaxed_orders_nothing() {
    rejected(spin_lock_let_go_relaxed::explore, RACE);
}

#[test]
fn a_spin_lock_taken_in_two_steps_lets_two_in() {
    rejected(spin_lock_in_two_steps::explore, RACE);
}

listings!(one_shot: {
    // What each end does, by two bits: either may also leave without a word.
    for ways in 0..4 {
        let owners = real_std::sync::Arc::new(());
        let (giver, taker) = one_shot();
        let giving = thread::spawn({
            let value = owners.clone();
            move || if ways & 1 == 0 { giver.give(value) } else { drop((value, giver)) }
        });
        if ways & 2 == 0 {
            assert_eq!(taker.take().is_some(), ways & 1 == 0);
        } else {
            drop(taker);
        }
        giving.join().unwrap();
        assert_eq!(real_std::sync::Arc::strong_count(&owners), 1, "the value is dropped once");
    }
});

#[test]
fn a_one_shot_delivers_or_drops_whoever_leaves_first() {
    one_shot::explore();
}

listings!(shared_from_nothing, shared_counted_relaxed: {
    let visits = Shared::new(Visits(AtomicU32::new(0)));
    let workers = [3, 4].map(|count| {
        let visits = visits.clone();
        thread::spawn(move || {
            visits.0.fetch_add(count, Relaxed);
        })
    });
    drop(visits);
    for worker in workers {
        worker.join().unwrap();
    }
});

#[test]
fn the_last_handle_drops_after_all_uses() {
    shared_from_nothing::explore();
}

#[test]
fn a_last_handle_counted_relaxed_drops_too_early() {
    rejected(shared_counted_relaxed::explore, RACE);
}

listings!(park_mutex: {
    let sum = real_std::sync::Arc::new(ParkMutex::new(0));
    let workers = [1, 2].map(|n| {
        let sum = sum.clone();
        thread::spawn(move || *sum.lock() += n)
    });
    *sum.lock() += 4;
    for worker in workers {
        worker.join().unwrap();
    }
    assert_eq!(*sum.lock(), 7);
});

#[test]
fn a_park_mutex_wakes_everyone_who_waits() {
    park_mutex::explore();
}

/// `park_mutex` carries a copy of the spin lock, and its proof rests on the one that the page explains.
#[test]
fn the_spin_lock_in_the_park_mutex_is_the_one_above_it() {
    let spin_lock = |listing: &str| {
        let (_, module) = listing.split_once("mod spin_lock {").expect("the module");
        let (module, _) = module.split_once("\n}\n").expect("its end");
        let lines = module.lines().filter(|line| !line.contains("// ANCHOR"));
        lines.filter(|line| !line.is_empty()).collect::<String>()
    };
    assert_eq!(
        spin_lock(include_str!("../examples/park_mutex.rs")),
        spin_lock(include_str!("../examples/spin_lock_with_guard.rs")),
    );
}
