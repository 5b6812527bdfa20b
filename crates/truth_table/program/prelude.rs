// What every generated program begins with: the witnesses, and the two ways to ask about a type.
// No reader runs this; `Pattern` and the `Fn` traits can only be implemented with unstable features.
//
// A witness is a type of one of the four kinds. Its kind is stated by what it implements and by nothing else: the
// raw pointer takes both traits away, and the `unsafe impl`s give back those that the kind has.
#![feature(fn_traits, unboxed_closures, pattern)]
#![allow(warnings)]

extern crate alloc;

use std::marker::PhantomData;

/// A value to capture: of every kind, or a reference to one.
pub trait Make {
    fn make() -> Self;
}
impl<T: Make> Make for &'static T {
    fn make() -> Self {
        Box::leak(Box::new(T::make()))
    }
}
impl<T: Make> Make for &'static mut T {
    fn make() -> Self {
        Box::leak(Box::new(T::make()))
    }
}

macro_rules! kinds {
    ($($kind:ident)*) => {$(
        #[derive(PartialEq, Eq, PartialOrd, Ord)]
        pub struct $kind(PhantomData<*const ()>);

        impl Make for $kind {
            fn make() -> Self { $kind(PhantomData) }
        }

        // The traits that parameters of std's types ask for. Each is given to all four kinds.
        impl std::io::Write for $kind {
            fn write(&mut self, _: &[u8]) -> std::io::Result<usize> { Ok(0) }
            fn flush(&mut self) -> std::io::Result<()> { Ok(()) }
        }
        impl<Argument> FnOnce<(&Argument,)> for $kind {
            type Output = bool;
            extern "rust-call" fn call_once(self, _: (&Argument,)) -> bool { true }
        }
        impl<Argument> FnMut<(&Argument,)> for $kind {
            extern "rust-call" fn call_mut(&mut self, _: (&Argument,)) -> bool { true }
        }
    )*};
}
kinds! { Both SendOnly SyncOnly Neither }

// SAFETY (all four): a witness has no fields but markers; there is nothing in it to share or to move.
unsafe impl Send for Both {}
unsafe impl Sync for Both {}
unsafe impl Send for SendOnly {}
unsafe impl Sync for SyncOnly {}

/// An iterator of the kind `K` over items of any kind: `fn() -> Item` is `Send` and `Sync` whatever `Item` is.
pub struct IteratorOf<K, Item>(PhantomData<K>, PhantomData<fn() -> Item>);

impl<K, Item> Iterator for IteratorOf<K, Item> {
    type Item = Item;
    fn next(&mut self) -> Option<Item> {
        None
    }
}

/// A collection of the kind `K` whose iterator is of another kind.
pub struct IntoIteratorOf<K, IntoIter>(PhantomData<K>, PhantomData<fn() -> IntoIter>);

impl<K, IntoIter> IntoIterator for IntoIteratorOf<K, IteratorOf<IntoIter, ()>> {
    type Item = ();
    type IntoIter = IteratorOf<IntoIter, ()>;
    fn into_iter(self) -> IteratorOf<IntoIter, ()> {
        loop {}
    }
}

/// A borrowed form of the kind `K` whose owned form is of another kind.
pub struct ToOwnedOf<K, Owned>(PhantomData<K>, PhantomData<fn() -> Owned>);

/// The owned form of some [`ToOwnedOf`].
pub struct OwnedOf<Owned>(PhantomData<Owned>);

impl<K, Owned> ToOwned for ToOwnedOf<K, OwnedOf<Owned>> {
    type Owned = OwnedOf<Owned>;
    fn to_owned(&self) -> OwnedOf<Owned> {
        loop {}
    }
}
impl<K, Owned> std::borrow::Borrow<ToOwnedOf<K, OwnedOf<Owned>>> for OwnedOf<Owned> {
    fn borrow(&self) -> &ToOwnedOf<K, OwnedOf<Owned>> {
        loop {}
    }
}

/// A pattern of the kind `K` whose searcher is of another kind.
pub struct PatternOf<K, Searcher>(PhantomData<K>, PhantomData<fn() -> Searcher>);

/// The searcher of some [`PatternOf`].
pub struct SearcherOf<'a, Searcher>(&'a str, PhantomData<Searcher>);

impl<K, Searcher> std::str::pattern::Pattern for PatternOf<K, SearcherOf<'static, Searcher>> {
    type Searcher<'a> = SearcherOf<'a, Searcher>;
    fn into_searcher(self, text: &str) -> SearcherOf<'_, Searcher> {
        SearcherOf(text, PhantomData)
    }
}
// SAFETY: it reports no index at all, so none that splits a character.
unsafe impl<'a, Searcher> std::str::pattern::Searcher<'a> for SearcherOf<'a, Searcher> {
    fn haystack(&self) -> &'a str {
        self.0
    }
    fn next(&mut self) -> std::str::pattern::SearchStep {
        std::str::pattern::SearchStep::Done
    }
}

/// Asks by an inherent constant that hides the trait's one, but only where its bound holds.
pub struct Probe<T: ?Sized>(PhantomData<T>);

pub trait No: Sized {
    const SEND: bool = false;
    const SYNC: bool = false;
    fn send(&self) -> bool {
        false
    }
    fn sync(&self) -> bool {
        false
    }
}
impl<T: ?Sized> No for Probe<T> {}

impl<T: ?Sized + Send> Probe<T> {
    pub const SEND: bool = true;
    pub fn send(&self) -> bool {
        true
    }
}
impl<T: ?Sized + Sync> Probe<T> {
    pub const SYNC: bool = true;
    pub fn sync(&self) -> bool {
        true
    }
}

/// The probe of a closure, whose type has no name.
pub fn probe<T>(_: &T) -> Probe<T> {
    Probe(PhantomData)
}

/// Asks by a bound: compiles where the answer is yes.
pub fn is_send<T: ?Sized + Send>() {}
pub fn is_sync<T: ?Sized + Sync>() {}
pub fn value_is_send<T: Send>(_: &T) {}
pub fn value_is_sync<T: Sync>(_: &T) {}

/// Asks by ambiguity: a type that has the trait has two implementations of `NotSend`, so that `_` cannot be found.
/// Compiles where the answer is no.
pub trait NotSend<Choice> {}
impl<T: ?Sized> NotSend<()> for T {}
impl<T: ?Sized + Send> NotSend<u8> for T {}
pub trait NotSync<Choice> {}
impl<T: ?Sized> NotSync<()> for T {}
impl<T: ?Sized + Sync> NotSync<u8> for T {}
pub fn is_not_send<T: ?Sized + NotSend<Choice>, Choice>() {}
pub fn is_not_sync<T: ?Sized + NotSync<Choice>, Choice>() {}
pub fn value_is_not_send<T: NotSend<Choice>, Choice>(_: &T) {}
pub fn value_is_not_sync<T: NotSync<Choice>, Choice>(_: &T) {}

/// Prints the cells of one type as digits.
pub fn print_row(cells: &[u8]) {
    let row: String = cells.iter().map(|cell| char::from(b'0' + cell)).collect();
    println!("{row}");
}

macro_rules! cell {
    ($asked:ty) => {
        const { <Probe<$asked>>::SEND as u8 + 2 * (<Probe<$asked>>::SYNC as u8) }
    };
}
macro_rules! value_cell {
    ($asked:expr) => {{
        let probe = probe(&$asked);
        probe.send() as u8 + 2 * (probe.sync() as u8)
    }};
}
