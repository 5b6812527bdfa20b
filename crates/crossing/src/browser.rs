//! Opens the reader's browser, where there is one.

use std::env;
use std::thread;

/// Opens `address`. The book is served whether or not this works, so it never fails; and some browsers return only when
/// they are closed, so nobody waits for them.
pub fn open(address: &str) {
    if !there_is_one() {
        return;
    }
    let address = address.to_owned();
    thread::spawn(move || {
        if let Err(error) = opener::open_browser(address) {
            eprintln!("note: no browser was opened: {error}");
        }
    });
}

fn there_is_one() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_screen = !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    has_screen && !is_set("CI")
}
