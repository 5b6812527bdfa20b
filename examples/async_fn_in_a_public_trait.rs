//@ check-pass
#[expect(async_fn_in_trait)]
pub trait Store {
    async fn save(&self, line: String);
}

fn main() {}
