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
    without_secret(|word: Password| word.0.len()); // takes one
    without_secret(|| { // makes one, and drops it
        let _word = Password(typed.clone());
    });
    without_secret(|| Password(typed.clone())); // returns one
}
// ANCHOR_END: shown
