use std::any::type_name_of_val;
use std::marker::PhantomData;
use std::ops::Deref;

use super::serial::Port;

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

/// What `port.raw` means where the field of `Port` itself cannot be named: a private field is passed over.
pub struct Outside {
    raw: Nothing,
}

pub struct Nothing;

impl Deref for Port {
    type Target = Outside;
    fn deref(&self) -> &Outside {
        &Outside { raw: Nothing }
    }
}

#[test]
fn pointer_stays_in_the_module() {
    let port = Port::open();
    let found = type_name_of_val(&port.raw);
    assert!(
        !found.contains("usize"),
        "an address is no port: as a number it crosses without any promise, and its port may be closed before it arrives"
    );
    assert!(
        found.ends_with("Nothing"),
        "code outside of `serial` can still name `port.raw`, and no closure outside may take it alone: who has to see the field?"
    );
}

#[test]
fn main_needs_no_unsafe() {
    let main = ANSWER.split("fn main").nth(1).unwrap_or_default();
    assert!(
        !main.contains("unsafe"),
        "`main` still needs `unsafe`: use the pointer inside of `serial`, where somebody can say why that is right"
    );
}

#[test]
fn port_crosses_whole_and_alone() {
    assert!(
        is!(Port: Send),
        "a `Port` may no longer be sent: the library allows calls from any thread"
    );
    assert!(
        !is!(Port: Sync),
        "a `Port` may be shared now: two threads with a `&Port` could call the library at once, and it allows one at a time"
    );
}

#[test]
#[allow(unused_mut)]
fn written_by_a_worker() {
    let mut port = Port::open();
    let writer = std::thread::spawn(move || {
        port.write(b'?');
        port.last()
    });
    assert_eq!(
        writer.join().unwrap(),
        b'?',
        "a byte that a worker writes is to arrive in the port"
    );
}
