//@ forbid: unsafe_code = "a guard that crosses unlocks on the wrong thread, whatever is promised"
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a future that never has to wait.
fn run(future: impl Future<Output = ()> + Send) {
    let ready = pin!(future).poll(&mut Context::from_waker(Waker::noop()));
    assert_eq!(
        ready,
        Poll::Ready(()),
        "the future waits for something that never comes"
    );
}

#[test]
fn last_line_goes_out() {
    let (log, sent) = (
        Mutex::new(vec!["started".into(), "ready".into()]),
        Sent::default(),
    );
    run(send_last(&log, &sent));
    assert_eq!(
        *sent.lock().unwrap(),
        ["ready"],
        "the last line of the log is to be sent, and no other"
    );
    assert_eq!(
        log.lock().unwrap().len(),
        2,
        "the line is to be sent, and to stay in the log"
    );
}

#[test]
fn empty_log_sends_nothing() {
    let (log, sent) = (Log::default(), Sent::default());
    run(send_last(&log, &sent));
    assert!(
        sent.lock().unwrap().is_empty(),
        "an empty log has no last line, and something was sent"
    );
}

#[test]
fn log_is_free_while_the_line_is_sent() {
    // Sending asks for the log's own lock: whoever still holds it would wait for ever.
    let log = std::sync::Arc::new(Mutex::new(vec!["started".to_owned()]));
    let theirs = std::sync::Arc::clone(&log);
    let (done, finished) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        run(send_last(&theirs, &theirs));
        let _ = done.send(());
    });
    finished
        .recv_timeout(std::time::Duration::from_secs(2))
        .expect("the log is still locked while its line is sent: let go of the lock first");
}
