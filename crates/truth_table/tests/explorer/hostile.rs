//! Input that is no question, or that is meant to hang the page.

use std::time::{Duration, Instant};

use libtest_mimic::Failed;

use crate::ask;

/// What is written, where it is refused, and a part of what is said.
const MALFORMED: [(&str, usize, &str); 26] = [
    ("", 0, "Type a type"),
    ("Vec<", 4, "Expected `>`"),
    ("Vec<u8>>", 7, "This `>` closes nothing"),
    ("Arc<u8, u8>", 0, "takes 1 argument"),
    ("HashMap<u8>", 0, "takes 2 to 3 arguments"),
    ("Vec<str>", 0, "no size"),
    ("(str, u8)", 1, "no size"),
    ("Weak<u8>", 0, "several types"),
    ("Mutx<u8>", 0, "Is it `Mutex`?"),
    ("Vec<Iterator>", 4, "is a trait"),
    ("Box<dyn Clone>", 8, "not dyn compatible"),
    ("Box<dyn Vec<u8>>", 8, "is a type, and no trait"),
    ("&dyn Fn() + Send", 1, "Put brackets"),
    ("NonZero<String>", 0, "takes only"),
    ("[u8; ", 5, "Expected `]`"),
    ("*u8", 1, "Expected `const` or `mut`"),
    ("T::Item", 0, "No bound of `T`"),
    ("struct A { a: &u8 }", 14, "needs a lifetime"),
    ("struct A<T>(u8);", 9, "No field uses `T`"),
    ("struct A(A);", 9, "holds itself"),
    ("struct A; struct A;", 10, "declared twice"),
    ("type A = A;", 0, "made of itself"),
    ("struct A<T: Send>(T); A<Rc<u8>>", 22, "is not `Send`"),
    ("struct A { a: str, b: u8 }", 11, "no size"),
    ("let a = 5; || a", 4, "Write the type"),
    ("let a: Vec<u8>; || a.drain_all()", 21, "takes its receiver"),
];

pub fn malformed() -> Result<(), Failed> {
    let sources: Vec<String> = MALFORMED.iter().map(|(source, ..)| (*source).to_owned()).collect();
    for ((source, at, says), answer) in MALFORMED.iter().zip(ask::explorer("--lines", &sources)?) {
        if !answer.error.contains(says) || answer.at != *at {
            return Err(format!("`{source}`: expected \"{says}\" at {at}, found {answer:?}").into());
        }
    }
    Ok(())
}

/// How long all of them may take on a busy machine, Node's start included.
const PATIENCE: Duration = Duration::from_secs(10);

pub fn in_time() -> Result<(), Failed> {
    let chain: String = (1..60).map(|at| format!("type A{at} = (A{}, A{});\n", at - 1, at - 1)).collect();
    let circle: String = (0..300).map(|at| format!("struct S{at}(Vec<S{}>);\n", (at * 7 + 1) % 300)).collect();
    let sources = vec![
        "Vec<".repeat(10_000),
        "<".repeat(10_000),
        "&".repeat(10_000),
        "(".repeat(10_000),
        "Arc<".repeat(250_000),
        " ".repeat(1_000_000),
        "/*".repeat(9_000),
        "'".repeat(19_000),
        format!("({})", "u8,".repeat(6_000)),
        format!("dyn A{}", " + B".repeat(4_000)),
        format!("type A0 = Rc<u8>;\n{chain}A59"),
        circle,
        "struct A<T>(Option<Box<A<(T, T)>>>, T); A<u8>".to_owned(),
        "struct A<T>(Option<Box<A<Vec<T>>>>, T); A<u8>".to_owned(),
        format!("{}u8{}", "Vec<".repeat(100), ">".repeat(100)),
    ];
    let begin = Instant::now();
    let answers = ask::explorer("--lines", &sources)?;
    let elapsed = begin.elapsed();
    let (last, before) = answers.split_last().ok_or("no answers")?;
    if elapsed > PATIENCE || last.send != "yes" || before[10].send != "no" || before[12].send != "unknown" {
        return Err(format!("{elapsed:?}: {answers:?}").into());
    }
    Ok(())
}
