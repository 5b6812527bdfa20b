//@ check-fail
//@ width: 100
struct Salted<'a> {
    salt: &'a String,
}

impl FnOnce<(&str,)> for Salted<'_> {
    //~^ ERROR E0183
    //~^ ERROR E0658
    type Output = usize;

    extern "rust-call" fn call_once(self, (text,): (&str,)) -> usize {
        //~^ ERROR E0658
        //~^ ERROR E0658
        self.salt.len() + text.len()
    }
}

fn main() {}
