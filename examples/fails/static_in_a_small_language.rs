//@ check-fail
//@ nightly
#![feature(no_core, lang_items, auto_traits, negative_impls)]
#![no_core] // no std, and no core: no trait that is not below
#![crate_type = "lib"]
#![allow(internal_features)]

#[lang = "pointee_sized"]
trait PointeeSized {}
#[lang = "meta_sized"]
trait MetaSized: PointeeSized {}
#[lang = "sized"]
trait Sized: MetaSized {}
#[lang = "copy"]
trait Copy {}
#[lang = "freeze"]
unsafe auto trait NoDoor {}

// ANCHOR: shown
#[lang = "sync"]
unsafe auto trait Shares {}
#[lang = "send"] //~ ERROR E0522
unsafe auto trait Moves {}

pub struct Hits(u32);
impl !Shares for Hits {}
pub struct Window(u32);
impl !Moves for Window {}

pub static HITS: Hits = Hits(0); //~ ERROR E0277
pub static WINDOW: Window = Window(0);
// ANCHOR_END: shown
