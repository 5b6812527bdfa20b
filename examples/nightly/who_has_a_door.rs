//@ check-pass
//@ nightly
#![feature(freeze)]
use std::cell::Cell;
use std::marker::Freeze;
use std::sync::Mutex;

fn no_door<T: Freeze>() {}

fn main() {
    no_door::<u32>();
    no_door::<*const u32>(); // not Sync, and has no door
    no_door::<Box<Cell<u32>>>(); // the door is behind a pointer
    no_door::<&Mutex<u32>>();
}
