//@ check-fail
#[rustc_paren_sugar] //~ ERROR E0658
trait Job<Args> {} //~ ERROR temporary means

fn main() {}
