//@ check-fail
fn run<F: FnOnce()>(job: F) {
    job();
    job(); //~ ERROR E0382
}

fn main() {
    run(|| println!("done"));
}
