//@ run-pass
async fn send_reply() {}

async fn buffer_before() {
    {
        let buffer = [0u8; 1000];
        println!("{}", buffer.len());
    }
    send_reply().await;
}

async fn buffer_across() {
    let buffer = [0u8; 1000];
    send_reply().await;
    println!("{}", buffer.len());
}

fn main() {
    println!("{}", size_of_val(&buffer_before()) > 1000);
    println!("{}", size_of_val(&buffer_across()) > 1000);
}
