//@ sanitize: thread
use std::rc::Rc;
use std::sync::{Barrier, MutexGuard};

/// Whether a type has a trait, as the compiler sees it.
macro_rules! has {
    ($type:ty: $bound:path) => {{
        struct Asked<T>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        trait Otherwise {
            const HAS: bool = false;
        }
        impl<T> Otherwise for Asked<T> {}
        #[allow(dead_code)]
        impl<T: $bound> Asked<T> {
            const HAS: bool = true;
        }
        Asked::<$type>::HAS
    }};
}

#[test]
fn a_cell_may_be_taken() {
    assert!(
        has!(TakeOnce<std::cell::Cell<u8>>: Sync),
        "`Cell<u8>` cannot be shared between threads safely, and need not be: one thread gets the cell, and no other looks"
    );
}

#[test]
fn what_may_not_be_sent_is_not_taken_elsewhere() {
    assert!(
        !has!(TakeOnce<Rc<u8>>: Sync),
        "an `Rc` would change threads: whoever calls `take` owns it, and clones of it may have stayed at home"
    );
    assert!(
        !has!(TakeOnce<MutexGuard<'static, u8>>: Sync),
        "a `MutexGuard` would change threads: whoever calls `take` drops it, and did not lock"
    );
}

#[test]
fn one_of_four_gets_it() {
    for _ in 0..50 {
        let budget = TakeOnce::new(Box::new(100));
        let start = Barrier::new(4);
        let mut got = 0;
        std::thread::scope(|s| {
            let workers = [0; 4].map(|_| {
                s.spawn(|| {
                    start.wait();
                    budget.take().is_some()
                })
            });
            got = workers
                .map(|worker| worker.join().unwrap())
                .iter()
                .filter(|&&got| got)
                .count();
        });
        assert_eq!(
            got, 1,
            "four workers asked for one value, and {got} of them have it"
        );
    }
}

/// Whether a line takes a lock. A proof may name one.
fn locks(line: &str) -> bool {
    let proof = line.trim_start().starts_with("//");
    !proof && ["Mutex", "RwLock"].iter().any(|lock| line.contains(lock))
}

#[test]
fn both_proofs_are_written() {
    assert!(
        !ANSWER.lines().any(locks),
        "a lock does it, and std has proved it: this one is about a promise of your own, with nothing but the flag"
    );
    let mut above = ANSWER
        .lines()
        .take_while(|line| !line.starts_with("unsafe impl"))
        .collect::<Vec<_>>();
    above.reverse();
    let comment = above
        .into_iter()
        .take_while(|line| line.starts_with("//"))
        .collect::<String>();
    assert!(
        comment.contains("SAFETY"),
        "no `// SAFETY:` stands above the promise: who can come by the `T`, and on which thread?"
    );
    assert!(
        !ANSWER.contains("to be written by you"),
        "the proof in `take` is still to be written: how many calls come past the `swap`, and why?"
    );
}
