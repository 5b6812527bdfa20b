//@ rejected: `SyncOnly` may be sent
use std::cell::Cell;
use std::rc::Rc;
use std::sync::MutexGuard;

pub type Both = String;
pub type SendOnly = Cell<u8>;
pub type SyncOnly = &'static MutexGuard<'static, u8>;
pub type Neither = Rc<u8>;

fn main() {
    println!("{}", std::any::type_name::<Both>());
}
