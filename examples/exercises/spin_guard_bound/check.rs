//@ sanitize: thread
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::MutexGuard;

macro_rules! is {
    ($type:ty: $bound:ident) => {{
        struct Ask<T>(PhantomData<T>);
        #[allow(dead_code)]
        trait No {
            const HOLDS: bool = false;
        }
        impl<T> No for Ask<T> {}
        #[allow(dead_code)]
        impl<T: $bound> Ask<T> {
            const HOLDS: bool = true;
        }
        <Ask<$type>>::HOLDS
    }};
}

type InCell = std::cell::Cell<u32>;
type Stays = MutexGuard<'static, u8>;

#[test]
fn a_lent_guard_lends_its_content() {
    assert!(
        !is!(SpinGuard<'static, InCell>: Sync) && !is!(SpinGuard<'static, Rc<u8>>: Sync),
        "two threads with a `&SpinGuard` both have a `&T`, and a cell in it would be written by both: which bound does that ask for?"
    );
    assert!(
        is!(SpinGuard<'static, u32>: Sync),
        "a guard of a number may no longer be lent, though all that is lent is a `&u32`"
    );
    assert!(
        is!(SpinGuard<'static, Stays>: Sync),
        "nothing is taken out through a `&SpinGuard`, and still its content must be `Send`: which bound is too many?"
    );
}

#[test]
fn the_lock_promises_what_it_did() {
    assert!(
        is!(SpinLock<InCell>: Sync),
        "a spin lock around a cell can no longer be shared: the lock's own promise was right"
    );
    assert!(
        !is!(SpinLock<Rc<u8>>: Sync),
        "a spin lock around an `Rc` can now be shared: the lock's own promise was right"
    );
}

#[test]
fn a_guard_may_be_sent() {
    assert!(
        is!(SpinGuard<'static, u32>: Send),
        "a guard can no longer be sent: which thread locked it does not matter to a spin lock"
    );
    assert!(
        is!(SpinGuard<'static, InCell>: Send),
        "a guard of a cell can no longer be sent: one thread at a time has it, so its content need not be `Sync`"
    );
    assert!(
        !is!(SpinGuard<'static, Rc<u8>>: Send),
        "a guard of an `Rc` may now be sent, and takes one of several handles to another thread"
    );
}

#[test]
fn one_guard_at_a_time() {
    use std::sync::atomic::AtomicU32;
    let lock = SpinLock::new(AtomicU32::new(0));
    let add = || {
        for _ in 0..100 {
            let count = lock.lock();
            count.store(count.load(SeqCst) + 1, SeqCst);
        }
    };
    std::thread::scope(|s| {
        let worker = s.spawn(add);
        add();
        worker.join().unwrap();
    });
    assert_eq!(
        lock.lock().load(SeqCst),
        200,
        "two threads counted to 100 each under the lock, and some of it is lost"
    );
}
