//@ forbid: unsafe_code = "what a listener is made of, nobody here can know: let its type say what it is"
use std::marker::PhantomData;

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

#[test]
fn listeners_are_shared() {
    assert!(
        is!(Listener: Sync),
        "two threads may call one listener at the same time, through the `Arc`: its type has to say that they may"
    );
    assert!(
        is!(Listener: Send),
        "the last thread to let go drops the listeners: their type has to say that it may"
    );
}

#[test]
fn every_listener_is_told() {
    let told: Arc<std::sync::Mutex<Vec<u32>>> = Arc::default();
    let [one, other] = [0, 1].map(|_| Arc::clone(&told));
    let listeners = Arc::new(Listeners {
        all: vec![
            Box::new(move |port| one.lock().unwrap().push(port)),
            Box::new(move |port| other.lock().unwrap().push(port)),
        ],
    });
    let theirs = Arc::clone(&listeners);
    std::thread::spawn(move || theirs.tell(80)).join().unwrap();
    assert_eq!(
        *told.lock().unwrap(),
        [80, 80],
        "each listener is to be told of the port, once"
    );
}
