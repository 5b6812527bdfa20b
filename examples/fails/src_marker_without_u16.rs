//@ check-fail
//@ nightly
//@ width: 100
#![feature(auto_traits, negative_impls)]

auto trait Small {}
impl !Small for u16 {}

fn call<F, T>(job: F) -> T
where
    F: Fn() -> T + Small,
{
    job()
}

fn main() {
    let (byte, port): (u8, u16) = (1, 8080);
    println!("{}", call(|| byte));
    println!("{}", call(|| port)); //~ ERROR E0277
}
