//@ check-pass
//@ nightly
#![feature(auto_traits, negative_impls)]

auto trait NoSecret {}

struct Password(String);

impl !NoSecret for Password {}

// ANCHOR: shown
struct Comment {
    text: String,
    replies: Vec<Comment>, // goes in a circle
}

type Line = Box<dyn Fn() -> String + NoSecret>; // beside a trait

fn deferred(comment: Comment) -> Line {
    Box::new(move || {
        let replies = comment.replies.len();
        format!("{} ({replies})", comment.text)
    })
}
// ANCHOR_END: shown

fn main() {
    let text = Password(String::from("first")).0;
    deferred(Comment {
        text,
        replies: vec![],
    })();
}
