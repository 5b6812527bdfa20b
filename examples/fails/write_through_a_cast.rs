//@ check-fail
struct Tally(u64);

impl Tally {
    fn add(&self) {
        let lookups: *const u64 = &self.0;
        unsafe { *lookups.cast_mut() += 1 }
        //~^ ERROR assigning to `&T` is undefined behavior
    }
}

fn main() {
    let lookups = Tally(0);
    lookups.add();
    println!("{} lookups", lookups.0);
}
