//@ check-fail
trait Storable {}
impl Storable for String {}
impl<T: Storable> Storable for Vec<T> {}

struct Comment {
    text: String,
    replies: Vec<Comment>,
}

impl Storable for Comment
where
    String: Storable,
    Vec<Comment>: Storable, //~ ERROR E0275
{
}

fn store<T: Storable>(_: T) {}

fn main() {
    let text = String::from("first");
    let replies = vec![];
    store(Comment { text, replies });
}
