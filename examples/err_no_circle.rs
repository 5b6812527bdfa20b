//@ check-pass
trait Storable {}

impl<T: Storable> Storable for Vec<T> {}

struct Comment(Vec<Comment>);

impl Storable for Comment {}

fn store<T: Storable>(_: T) {}

fn main() {
    store(Comment(vec![]).0);
}
