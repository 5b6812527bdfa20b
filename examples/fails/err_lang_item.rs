//@ check-fail
//@ nightly
#![feature(lang_items, auto_traits)]
#![allow(internal_features)]

#[lang = "send"] //~ ERROR E0522
unsafe auto trait Moves {}

fn main() {}
