//@ check-pass
use std::io;
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn answer(_stream: TcpStream) {}

fn main() -> io::Result<()> {
    let active = Arc::new(AtomicU32::new(0));
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    for stream in listener.incoming() {
        let stream = stream?;
        let active = Arc::clone(&active);
        thread::spawn(move || {
            active.fetch_add(1, SeqCst);
            answer(stream);
            active.fetch_sub(1, SeqCst);
        });
    }
    Ok(())
}
