use std::rc::Rc;
use std::sync::mpsc::{self, Sender};
use std::thread;

type Question = (u32, Sender<bool>);

fn main() {
    let (questions, inbox) = mpsc::channel::<Question>();

    let owner = thread::spawn(move || {
        let never_leaves = Rc::new(vec![30, 10, 20]);
        for (price, answer) in inbox {
            // Whoever asked may have left.
            let _ = answer.send(never_leaves.contains(&price));
        }
    });

    let (answer, reply) = mpsc::channel();
    questions.send((10, answer)).unwrap();
    println!("is there one at 10? {}", reply.recv().unwrap());

    drop(questions);
    owner.join().unwrap();
}
