//@ rejected: `SendOnly` can be shared
pub type Both = String;
pub type SendOnly = String;
pub type SyncOnly = String;
pub type Neither = String;

fn main() {
    println!("{}", std::any::type_name::<Both>());
}
