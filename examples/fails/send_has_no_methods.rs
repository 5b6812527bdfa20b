//@ check-fail
struct Frame {
    pixels: *const u8,
}

unsafe impl Send for Frame {
    fn send(self) {} //~ ERROR E0407
}

fn main() {}
