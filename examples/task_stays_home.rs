//@ run-pass
use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

async fn count(hits: Rc<RefCell<u32>>) {
    *hits.borrow_mut() += 1;
    std::future::ready(()).await;
    *hits.borrow_mut() += 1;
}

fn main() {
    let hits = Rc::new(RefCell::new(0));
    let mut task = pin!(count(Rc::clone(&hits)));
    let mut cx = Context::from_waker(Waker::noop());
    assert_eq!(task.as_mut().poll(&mut cx), Poll::Ready(()));
    println!("{}", hits.borrow());
}
