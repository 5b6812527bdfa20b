//@ forbid: unsafe_code = "nobody may promise here what the types do not hold: two workers would push at once"

#[test]
fn every_visitor_is_written_down() {
    let mut names = vec!["ada", "edsger", "grace", "barbara", "tony", "frances"];
    let logged = log(&names);
    names.sort();
    assert_eq!(logged, names, "every visitor is to be in the log, once, and the names sorted");
}

#[test]
fn each_call_has_a_log_of_its_own() {
    log(&["ada"]);
    let second = log(&["grace"]);
    assert!(
        !second.contains(&"ada"),
        "the log of the second call still holds the first call's visitors: let `log` make it, and the workers share it"
    );
}

#[test]
fn workers_write_it() {
    assert!(
        ANSWER.contains("spawn"),
        "no worker is started any more: the log is to be shared by threads, and written by each of them"
    );
}
