//@ check-fail
struct Column(*const u8);

unsafe impl Send for Vec<Column> {} //~ ERROR E0117

fn main() {}
