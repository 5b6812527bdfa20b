//@ check-fail
static mut LOOKUPS: u64 = 0;

fn main() {
    unsafe { LOOKUPS += 1 }
    let lookups = unsafe { &LOOKUPS };
    //~^ ERROR creating a shared reference to mutable static
    println!("{lookups} lookups");
}
