//@ check-fail
//@ nightly
//@ width: 100
#![feature(auto_traits, negative_impls)]

// ANCHOR: shown
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written to the log",
    label = "a secret is on its way out"
)]
auto trait NoSecret {}
// ANCHOR_END: shown

struct Password(String);

impl !NoSecret for Password {}

impl Password {
    fn line(&self) -> String {
        format!("{} letters", self.0.len())
    }
}

fn log(line: impl Fn() -> String + NoSecret) {
    println!("{}", line());
}

fn main() {
    let password = Password(String::from("sesame"));
    log(move || password.line()); //~ ERROR E0277
}
