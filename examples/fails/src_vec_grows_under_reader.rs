//@ check-fail
fn main() {
    let mut routes = vec!["/", "/login"];
    for route in &routes {
        if *route == "/login" {
            routes.push("/logout"); //~ ERROR E0502
        }
    }
}
