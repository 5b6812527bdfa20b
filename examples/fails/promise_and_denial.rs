//@ check-fail
//@ nightly
#![feature(negative_impls)]
struct Column(*const u8);

unsafe impl Send for Column {}
impl !Send for Column {} //~ ERROR E0751

fn main() {}
