//@ check-fail
auto trait NoSecret {} //~ ERROR E0658

fn main() {}
