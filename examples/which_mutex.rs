use std::sync::Mutex;
use std::thread;

#[derive(Default)]
struct Sales {
    sold: u32,
    income: u32,
}

fn main() {
    let sales = Mutex::new(Sales::default());
    let sell = |price| {
        let mut sales = sales.lock().unwrap();
        sales.sold += 1;
        sales.income += price;
    };

    thread::scope(|s| {
        s.spawn(|| sell(30));
        s.spawn(|| sell(10));
    });

    let Sales { sold, income } = sales.into_inner().unwrap();
    println!("{sold} sold for {income}");
}
