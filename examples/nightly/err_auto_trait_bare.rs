//@ check-pass
//@ nightly
#![feature(auto_traits)]
#![allow(dead_code)]

// ANCHOR: shown
auto trait Level {} // no parameter, no method, no supertrait

trait Logged: Level + Clone {
    fn line(&self) -> String; // an ordinary trait has the rest
}
// ANCHOR_END: shown

fn main() {}
