//@ memory-error
use loan::Loan;

mod loan {
    use std::marker::PhantomData;
    use std::ptr::NonNull;

    pub struct Loan<'a, T> {
        raw: NonNull<T>,
        _lent: PhantomData<&'a T>,
    }

    impl<'a, T> Loan<'a, T> {
        pub fn of(place: &'a mut T) -> Loan<'a, T> {
            let raw = NonNull::from(place);
            Loan {
                raw,
                _lent: PhantomData,
            }
        }
        pub fn set(&mut self, value: T) {
            // SAFETY: borrowed with `&mut` for `'a`.
            unsafe { *self.raw.as_mut() = value }
        }
    }
}

fn label<'s>(mut loan: Loan<'_, &'s str>, text: &'s str) {
    loan.set(text);
}

fn main() {
    let mut title: &'static str = "inbox";
    let text = String::from("spam");
    label(Loan::of(&mut title), &text);
    drop(text);
    println!("{title}");
}
