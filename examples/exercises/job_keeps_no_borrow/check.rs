//@ forbid: unsafe_code = "the job borrows nothing, so no lifetime has to be made up: say so in the signature"
//@ sanitize: thread

/// The configuration goes when this function ends, and the job stays.
fn job_that_is_kept() -> Box<dyn FnOnce() -> u16 + Send> {
    let config_that_is_gone_before_the_job = Config { port: 8080 };
    Box::new(listener(&config_that_is_gone_before_the_job))
}

#[test]
fn job_may_be_kept() {
    let worker = std::thread::spawn(job_that_is_kept());
    assert_eq!(
        worker.join().unwrap(),
        8080,
        "the job is to answer with the port of the configuration that it was made from"
    );
}

#[test]
fn config_stays_with_its_caller() {
    let lent_by_its_callers = Config { port: 22 };
    let [first, second] = [0, 1].map(|_| listener(&lent_by_its_callers));
    assert_eq!(
        (first(), second(), lent_by_its_callers.port),
        (22, 22, 22),
        "two jobs made from one configuration are to answer with its port, and it stays as it is"
    );
}
