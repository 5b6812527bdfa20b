//@ check-fail
trait Storable {}

impl<T: Storable> Storable for Vec<T> {}

struct Comment(Vec<Comment>);

impl Storable for Comment where Vec<Comment>: Storable {} //~ ERROR E0275

fn store<T: Storable>(_: T) {}

fn main() {
    store(Comment(vec![]).0);
}
