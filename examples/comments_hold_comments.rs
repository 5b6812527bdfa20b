//@ run-pass
use std::thread;

struct Comment {
    text: String,
    replies: Vec<Comment>,
}

fn words(comment: &Comment) -> usize {
    let own = comment.text.split(' ').count();
    own + comment.replies.iter().map(words).sum::<usize>()
}

fn main() {
    let text = String::from("me too");
    let replies = vec![];
    let reply = Comment { text, replies };

    let text = String::from("first");
    let replies = vec![reply];
    let thread = Comment { text, replies };

    let worker = thread::spawn(move || words(&thread));
    println!("{} words", worker.join().unwrap());
}
