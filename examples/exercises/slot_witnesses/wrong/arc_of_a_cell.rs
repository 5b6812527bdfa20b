//@ rejected: `SendOnly` may not even be sent
use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Arc, MutexGuard};

pub type Both = String;
pub type SendOnly = Arc<Cell<u8>>;
pub type SyncOnly = MutexGuard<'static, u8>;
pub type Neither = Rc<u8>;

fn main() {
    println!("{}", std::any::type_name::<Both>());
}
