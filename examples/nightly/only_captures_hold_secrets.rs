//@ check-pass
//@ nightly
#![feature(auto_traits, negative_impls)]

auto trait NoSecret {}

struct Password(String);

impl !NoSecret for Password {}

// ANCHOR: shown
fn without_secret<F: NoSecret>(_: F) {}

fn main() {
    let typed = String::from("sesame");

    // Takes one.
    without_secret(|word: Password| word.0.len());
    // Makes one, and drops it.
    without_secret(|| drop(Password(typed.clone())));
    // Returns one.
    without_secret(|| Password(typed.clone()));
}
// ANCHOR_END: shown
