use std::cell::RefCell;
use std::collections::VecDeque;

/// A pool that is right, but for what `take` and `give` do wrong.
#[derive(Default)]
struct State {
    free: VecDeque<usize>,
    given: usize,
}

macro_rules! pool {
    ($name:ident, $take:expr, $give:expr) => {
        struct $name(RefCell<State>);
        impl Pool for $name {
            fn new() -> Self {
                $name(RefCell::new(State { free: VecDeque::from([0, 1]), given: 0 }))
            }
            fn take(&self) -> Option<usize> {
                let take: fn(&mut State) -> Option<usize> = $take;
                take(&mut self.0.borrow_mut())
            }
            fn give(&self, slot: usize) {
                let give: fn(&mut State, usize) = $give;
                let mut state = self.0.borrow_mut();
                state.given += 1;
                give(&mut state, slot);
            }
        }
    };
}

pool!(FirstInFirstOut, |state| state.free.pop_front(), |state, slot| state.free.push_back(slot));
pool!(LastInFirstOut, |state| state.free.pop_back(), |state, slot| state.free.push_back(slot));
pool!(OneForTwo, |state| state.free.front().copied(), |state, slot| state.free.push_back(slot));
pool!(NeverAgain, |state| state.free.pop_front(), |_, _| ());
pool!(Endless, |state| Some(state.free.pop_front().unwrap_or(0)), |state, slot| state.free.push_back(slot));
pool!(TiresSoon, |state| state.free.pop_front(), |state, slot| {
    if state.given < 4 {
        state.free.push_back(slot);
    }
});
pool!(GivesTwice, |state| state.free.pop_front(), |state, slot| {
    state.free.push_back(slot);
    state.free.push_back(slot);
});

#[test]
fn right_pools_pass() {
    assert!(keeps_promise::<FirstInFirstOut>(), "a pool that is right fails: it starts with the other slot, and may");
    assert!(keeps_promise::<LastInFirstOut>(), "a pool that is right fails: it starts with the other slot, and may");
}

#[test]
fn wrong_pools_fail() {
    assert!(!keeps_promise::<OneForTwo>(), "your test passes a pool that gives one slot to two: compare what `take` returns");
    assert!(!keeps_promise::<Endless>(), "your test passes a pool that has a third slot out of two: ask once more when all are out");
    assert!(!keeps_promise::<NeverAgain>(), "your test passes a pool that never gives a slot out again: give one back, and take");
    assert!(!keeps_promise::<GivesTwice>(), "your test passes a pool that has a slot twice after one `give`: take until it says `None`");
    assert!(!keeps_promise::<TiresSoon>(), "your test passes a pool that keeps its promise the first time only: go around again");
}
