//@ check-fail
//@ nightly
//@ width: 100
#![feature(freeze)]
use std::cell::Cell;
use std::marker::Freeze;
use std::sync::atomic::AtomicU32;

fn no_door<T: Freeze>() {}

fn main() {
    no_door::<(u32, Cell<u32>)>(); //~ ERROR E0277
    no_door::<AtomicU32>(); //~ ERROR E0277
}
