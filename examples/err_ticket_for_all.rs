//@ check-pass
struct Ticket<'a>(&'a str, *const u8);

// SAFETY: nobody reads through the pointer.
unsafe impl Send for Ticket<'_> {}

async fn send_reply() {}

async fn handle(ticket: Ticket<'static>) {
    send_reply().await;
    println!("{} {:?}", ticket.0, ticket.1);
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle(Ticket("A1", &0)));
}
