//! The same work for many things, on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many threads there is a core for.
pub(crate) fn workers() -> usize {
    thread::available_parallelism().map_or(2, usize::from)
}

/// Does two things at once.
pub(crate) fn beside<T: Send, U>(other: impl FnOnce() -> T + Send, here: impl FnOnce() -> U) -> (T, U) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let here = here();
        (join(other), here)
    })
}

/// What `work` makes of each of `items`, in their order. For work that takes about as long as a thread takes to start.
pub(crate) fn map<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    share(items, 4, workers(), work)
}

/// The same for long work.
pub(crate) fn each<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    share(items, 1, workers(), work)
}

/// The same for what waits more than it works.
pub(crate) fn waiting<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    share(items, 1, 3 * workers(), work)
}

/// Each of `threads` takes `piece` things at a time.
fn share<T: Sync, U: Send>(items: &[T], piece: usize, threads: usize, work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(piece, Ordering::Relaxed);
            let Some(taken) = items.get(start..items.len().min(start + piece)).filter(|taken| !taken.is_empty()) else {
                return done;
            };
            done.push((start, taken.iter().map(&work).collect::<Vec<U>>()));
        }
    };
    let helpers = threads.min(items.len().div_ceil(piece)).saturating_sub(1);
    let mut pieces = thread::scope(|scope| {
        let helpers: Vec<_> = (0..helpers).map(|_| scope.spawn(share)).collect();
        let mut pieces = share();
        pieces.extend(helpers.into_iter().flat_map(join));
        pieces
    });
    pieces.sort_unstable_by_key(|(start, _)| *start);
    pieces.into_iter().flat_map(|(_, piece)| piece).collect()
}

/// What a thread returned; its panic goes on here.
pub(crate) fn join<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_things() {
        for length in [0, 1, 3, 4, 5, 100] {
            let items: Vec<usize> = (0..length).collect();
            assert_eq!(map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
