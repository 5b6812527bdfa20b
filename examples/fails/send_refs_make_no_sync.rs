//@ check-fail
fn share<T: Sync>(_: &T) {}

fn backwards<'a, T>(value: &'a T)
where
    &'a T: Send,
{
    share(value); //~ ERROR E0277
}

fn main() {
    backwards(&String::from("Crossing Threads"));
}
