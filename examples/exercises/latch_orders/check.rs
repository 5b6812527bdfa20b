//@ sanitize: thread

/// The text between two marks of the answer, or nothing.
fn between(from: &str, to: &str) -> &'static str {
    let start = ANSWER.find(from).map_or(ANSWER.len(), |at| at + from.len());
    let rest = &ANSWER[start..];
    &rest[..rest.find(to).unwrap_or(rest.len())]
}

#[test]
fn opening_lets_go_of_the_report() {
    let open = between("fn open", "fn wait");
    assert!(
        ["Release", "AcqRel", "SeqCst"].iter().any(|order| open.contains(order)),
        "the latch is opened, and nothing goes along with it: another thread may see it open and the report not yet written"
    );
}

#[test]
fn waiting_takes_the_report_on() {
    let wait = between("fn wait", "struct Report");
    assert!(
        ["Acquire", "AcqRel", "SeqCst"].iter().any(|order| wait.contains(order)),
        "the report was let go, and nobody takes it on: what makes the read come after the load?"
    );
}

#[test]
fn report_arrives() {
    for pages in 1..100 {
        assert_eq!(run(pages), pages, "`main` has read another report than the worker wrote");
    }
}
