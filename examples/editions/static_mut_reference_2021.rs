//@ run-pass
//@ edition: 2021
static mut LOOKUPS: u64 = 0;

#[expect(static_mut_refs, reason = "a warning in 2021")]
fn main() {
    unsafe { LOOKUPS += 1 }
    let lookups = unsafe { &LOOKUPS };
    println!("{lookups} lookups");
}
