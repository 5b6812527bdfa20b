//@ check-fail
use std::rc::Rc;
use std::sync::Mutex;

static LAST_USER: Mutex<Option<Rc<str>>> = Mutex::new(None);
//~^ ERROR E0277

fn main() {
    println!("{}", LAST_USER.lock().unwrap().is_none());
}
