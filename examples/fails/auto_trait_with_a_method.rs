//@ check-fail
//@ nightly
#![feature(auto_traits)]

auto trait Level<T> {} //~ ERROR E0567

auto trait Logged: Clone {
    //~^ ERROR E0568
    fn line(&self) -> String; //~ ERROR E0380
}

fn main() {}
