//@ check-fail
struct Column<T>(*const T);

unsafe impl Send for Column<u8> {} // no overlap with the next
unsafe impl Send for Column<u16> {}
unsafe impl<T: Copy> Send for Column<T> {} //~ ERROR E0119

fn main() {}
