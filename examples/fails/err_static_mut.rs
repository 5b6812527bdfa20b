//@ check-fail
static mut HITS: u32 = 0;

fn main() {
    HITS += 1; //~ ERROR E0133
}
