//@ check-fail
struct Frame {
    pixels: *const u8,
}

impl Send for Frame {} //~ ERROR E0200

fn main() {}
