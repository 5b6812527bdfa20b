//@ check-fail
use std::rc::Rc;

struct Session;

unsafe impl Send for Rc<Session> {} //~ ERROR E0117
//~^ ERROR E0751

fn main() {}
