//@ check-fail
use std::marker::PhantomData;

struct Scope<'scope>(PhantomData<&'scope mut &'scope ()>);

impl<'scope> Scope<'scope> {
    fn spawn<F>(&'scope self, job: F)
    where
        F: FnOnce() + Send + 'scope,
    {
        job();
    }
}

fn scope<F>(f: F)
where
    F: for<'scope> FnOnce(&'scope Scope<'scope>),
{
    f(&Scope(PhantomData));
}

fn main() {
    let limits = vec![80, 90];
    scope(|s| s.spawn(|| println!("{limits:?}"))); //~ ERROR E0597
}
