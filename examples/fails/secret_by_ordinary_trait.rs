//@ check-fail
//@ width: 100
trait NoSecret {}
impl NoSecret for u32 {}

fn log(line: impl Fn() -> String + NoSecret) {
    println!("{}", line());
}

fn main() {
    let user = 7_u32;
    log(move || format!("login of user {user}")); //~ ERROR E0277
}
