//@ check-fail
struct Column(*const u8);

unsafe impl Clone for Column {
    //~^ ERROR E0199
    fn clone(&self) -> Column {
        Column(self.0)
    }
}

fn main() {}
