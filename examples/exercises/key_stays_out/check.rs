use std::marker::PhantomData;

macro_rules! is {
    ($type:ty: $bound:ident) => {{
        struct Ask<T>(PhantomData<T>);
        #[allow(dead_code)]
        trait No {
            const HOLDS: bool = false;
        }
        impl<T> No for Ask<T> {}
        #[allow(dead_code)]
        impl<T: $bound> Ask<T> {
            const HOLDS: bool = true;
        }
        <Ask<$type>>::HOLDS
    }};
}

#[diagnostic::on_unimplemented(message = "a `Key` can no longer be made of a text: change what it is marked as, not what it holds")]
trait MadeOfText {}
impl MadeOfText for String {}

fn made_of_text<T: MadeOfText>(_: &T) {}

fn text_of(key: &Key) {
    made_of_text(&key.text);
}

#[test]
fn keys_stay_out() {
    let _ = text_of;
    assert!(
        !is!(Key: NoSecret) && !is!(Box<(u32, Key)>: NoSecret),
        "`log` still takes a closure that holds a `Key`: the walk finds a `String` in it, and nobody has said no"
    );
}

#[test]
fn harmless_lines_stay_in() {
    assert!(
        is!(u32: NoSecret) && is!(Vec<String>: NoSecret),
        "a type that holds no secret must have the trait without an `impl`: `NoSecret` is to be an auto trait"
    );
    let user = 7;
    log(move || format!("user {user}"));
}
