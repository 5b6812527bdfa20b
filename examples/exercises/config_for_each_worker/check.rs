//@ forbid: unsafe_code = "every worker may have a safe handle of its own: nothing has to be promised here"
//@ sanitize: thread

fn config() -> Arc<Config> {
    let greeting = String::from("hello");
    Arc::new(Config { greeting })
}

#[test]
fn every_worker_serves() {
    let said = serve_all(config(), 4, |config, id| {
        format!("{} {id}", config.greeting)
    });
    assert_eq!(
        said,
        ["hello 1", "hello 2", "hello 3", "hello 4"],
        "every worker is to be heard, in their order"
    );
}

#[test]
fn each_is_a_thread() {
    let here = format!("{:?}", std::thread::current().id());
    let said = serve_all(config(), 2, |_, _| {
        format!("{:?}", std::thread::current().id())
    });
    assert!(
        !said.contains(&here),
        "a worker serves on the thread of the caller: each is to have one of its own"
    );
}

#[test]
fn nothing_is_copied() {
    let config = config();
    let original = format!("{:p}", Arc::as_ptr(&config));
    let said = serve_all(Arc::clone(&config), 3, |config, _| {
        format!("{:p}", std::ptr::from_ref(config))
    });
    for address in said {
        assert_eq!(
            address, original,
            "a worker reads a copy of the configuration: clone the handle, not what it leads to"
        );
    }
}

#[test]
fn the_configuration_is_freed() {
    let config = config();
    serve_all(Arc::clone(&config), 3, |_, _| String::new());
    let left = Arc::strong_count(&config) - 1;
    assert_eq!(
        left, 0,
        "all workers are done, and {left} of their handles are left: the configuration is never freed"
    );
}
