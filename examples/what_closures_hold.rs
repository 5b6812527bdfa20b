//@ run-pass
#[derive(Clone, Copy)]
struct Limits {
    retries: u8,
    ports: [u8; 4],
}

impl Limits {
    fn retries(&self) -> u8 {
        self.retries
    }
}

fn main() {
    let limits = Limits {
        retries: 3,
        ports: [80; 4],
    };
    let boxed = Box::new(limits);

    let one_field = move || limits.retries;
    let by_method = move || limits.retries();
    let one_element = move || limits.ports[0];
    let nothing = move || {
        let _ = limits;
    };
    let through_box = move || boxed.retries;

    println!("one field    {}", size_of_val(&one_field));
    println!("by method    {}", size_of_val(&by_method));
    println!("one element  {}", size_of_val(&one_element));
    println!("nothing      {}", size_of_val(&nothing));
    println!("through box  {}", size_of_val(&through_box));
}
