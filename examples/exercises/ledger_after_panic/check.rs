#[test]
fn transfer_is_made() {
    let mut ledger = vec![100, 0];
    let made = attempt(&mut ledger, 0, 1, 30);
    assert!(made, "a transfer between two accounts that exist was not made");
    assert_eq!(ledger, [70, 30], "`attempt` says that the transfer was made, and nothing was moved");
}

#[test]
fn failed_transfer_changes_nothing() {
    let mut ledger = vec![100, 0];
    let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| attempt(&mut ledger, 0, 9, 30)));
    let made = tried.unwrap_or_else(|_| panic!("the panic of `transfer` came through `attempt`: it has to stop there"));
    assert!(!made, "there is no account 9, and `attempt` says that the transfer was made");
    assert_eq!(
        ledger,
        [100, 0],
        "after the panic money is gone: half of a transfer was left in the ledger, where others can see it"
    );
}
