//@ check-fail
use std::sync::Arc;

struct Strict<T: Send + Sync>(Arc<T>);

struct Cache<T> {
    newest: Strict<T>, //~ ERROR E0277
                       //~^ ERROR E0277
}

fn main() {}
