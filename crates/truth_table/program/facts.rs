
// What follows is for the questions of src/facts.rs: witnesses with a name each, and what a type is besides `Send` and `Sync`.

kinds! { Arg0 Arg1 Arg2 Arg3 Arg4 }
macro_rules! clone {
    ($($kind:ident)*) => {$(
        impl Clone for $kind {
            fn clone(&self) -> Self { $kind(PhantomData) }
        }
    )*};
}
clone! { Arg0 Arg1 Arg2 Arg3 Arg4 }

/// What the iterators among the witnesses yield, and what the functions return.
pub struct Item0;
pub struct Item1;
pub struct Item2;
pub struct Item3;
pub struct Item4;
pub struct Out0;
pub struct Out1;
pub struct Out2;
pub struct Out3;
pub struct Out4;

/// A witness that is `Copy`.
#[derive(Clone, Copy)]
pub struct Copied;

impl<K, Item> DoubleEndedIterator for IteratorOf<K, Item> {
    fn next_back(&mut self) -> Option<Item> {
        None
    }
}
impl<K, Item> ExactSizeIterator for IteratorOf<K, Item> {}
impl<K, Item> std::iter::FusedIterator for IteratorOf<K, Item> {}
impl<K, Item> Clone for IteratorOf<K, Item> {
    fn clone(&self) -> Self {
        loop {}
    }
}

/// A function of any argument, which returns an `Out`.
pub struct Returning<K, Out>(PhantomData<K>, PhantomData<fn() -> Out>);

impl<K, Out, Argument> FnOnce<(Argument,)> for Returning<K, Out> {
    type Output = Out;
    extern "rust-call" fn call_once(self, _: (Argument,)) -> Out {
        loop {}
    }
}
impl<K, Out, Argument> FnMut<(Argument,)> for Returning<K, Out> {
    extern "rust-call" fn call_mut(&mut self, _: (Argument,)) -> Out {
        loop {}
    }
}

/// Asks in the way of [`Probe`], about other traits.
pub struct Ask<T: ?Sized>(PhantomData<T>);

pub trait Nothing: Sized {
    const SIZED: bool = false;
    const COPY: bool = false;
    const ITERATOR_ITEM: &'static str = "";
    const INTO_ITERATOR_ITEM: &'static str = "";
    const INTO_ITERATOR_INTO_ITER: &'static str = "";
    const DEREF_TARGET: &'static str = "";
    const TO_OWNED_OWNED: &'static str = "";
    const FUTURE_OUTPUT: &'static str = "";
}
impl<T: ?Sized> Nothing for Ask<T> {}

impl<T> Ask<T> {
    pub const SIZED: bool = true;
}
impl<T: Copy> Ask<T> {
    pub const COPY: bool = true;
}
impl<T: ?Sized + Iterator> Ask<T> {
    pub const ITERATOR_ITEM: &'static str = std::any::type_name::<T::Item>();
}
impl<T: IntoIterator> Ask<T> {
    pub const INTO_ITERATOR_ITEM: &'static str = std::any::type_name::<T::Item>();
    pub const INTO_ITERATOR_INTO_ITER: &'static str = std::any::type_name::<T::IntoIter>();
}
impl<T: ?Sized + std::ops::Deref> Ask<T> {
    pub const DEREF_TARGET: &'static str = std::any::type_name::<T::Target>();
}
impl<T: ?Sized + ToOwned> Ask<T> {
    pub const TO_OWNED_OWNED: &'static str = std::any::type_name::<T::Owned>();
}
impl<T: ?Sized + Future> Ask<T> {
    pub const FUTURE_OUTPUT: &'static str = std::any::type_name::<T::Output>();
}
