//@ check-fail
struct Connection(&'static str);

fn take(lent: &mut Connection) -> Connection {
    *lent //~ ERROR E0507
}

fn main() {
    let mut current = Connection("old");
    println!("{}", take(&mut current).0);
}
