//@ rejected: `SyncOnly` may be sent
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Mutex;

pub type Both = String;
pub type SendOnly = Cell<u8>;
pub type SyncOnly = Mutex<u8>;
pub type Neither = Rc<u8>;

fn main() {
    println!("{}", std::any::type_name::<Both>());
}
