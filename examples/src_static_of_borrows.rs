//@ run-pass
static HOST: &str = "10.0.0.7";
static HOSTS: [&&str; 2] = [&HOST, &HOST];

fn main() {
    let all_one = HOSTS.iter().all(|host| std::ptr::eq(*host, &HOST));
    println!("{} borrows of {HOST}: {all_one}", HOSTS.len());
}
