//@ run-pass
use std::sync::RwLock;
use std::thread;

fn main() {
    let theme = RwLock::new("dark");
    thread::scope(|s| {
        let reader = s.spawn(|| {
            let theme = theme.read().unwrap();
            assert_eq!(*theme, "light");
        });
        assert!(reader.join().is_err());
        println!("after the reader: {}", theme.is_poisoned());

        let writer = s.spawn(|| {
            let mut theme = theme.write().unwrap();
            *theme = "";
            assert_eq!(*theme, "light");
        });
        assert!(writer.join().is_err());
        println!("after the writer: {}", theme.is_poisoned());
    });
}
