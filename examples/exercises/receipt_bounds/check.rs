use std::cell::Cell;
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

type Guard = MutexGuard<'static, u8>;

#[test]
fn sent_with_what_may_be_sent() {
    assert!(
        is!(Receipt<Cell<u8>>: Send),
        "a receipt for a cell may be sent: one thread at a time has it, so its content need not be `Sync`"
    );
    assert!(
        !is!(Receipt<Rc<u8>>: Send) && !is!(Receipt<Guard>: Send),
        "a receipt that may always be sent is too much: an `Rc` made on one thread would be dropped on another"
    );
}

#[test]
fn shared_with_anything() {
    assert!(
        is!(Receipt<Cell<u8>>: Sync) && is!(Receipt<Rc<u8>>: Sync),
        "`Sync` asks for more than it needs: which function takes a `&Receipt`?"
    );
}

#[test]
fn result_comes_out_whole() {
    let receipt = Receipt::new(vec![1, 2, 3]);
    assert_eq!(receipt.redeem(), [1, 2, 3], "what was put in must come out: change the promises and nothing else");
}
