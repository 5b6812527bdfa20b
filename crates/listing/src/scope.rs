//! The names of std that a claim may use without a path.

/// Imports for the program that the claims are compiled in.
pub(crate) const PRELUDE: &str = "
pub use std::alloc::{self, Layout};
pub use std::any::{self, Any, TypeId};
pub use std::borrow::{self, Cow};
pub use std::cell::{self, Cell, LazyCell, OnceCell, Ref, RefCell, RefMut, UnsafeCell};
pub use std::collections::{self, BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
pub use std::error::Error;
pub use std::fmt::{self, Debug, Display};
pub use std::future::{self, Future};
pub use std::hash::Hash;
pub use std::marker::{PhantomData, PhantomPinned};
pub use std::mem::{self, ManuallyDrop, MaybeUninit};
pub use std::num::{self, NonZero, Wrapping};
pub use std::ops::{Deref, DerefMut};
pub use std::panic::{self, AssertUnwindSafe, RefUnwindSafe, UnwindSafe};
pub use std::pin::{self, Pin};
pub use std::ptr::{self, NonNull};
pub use std::rc::{self, Rc};
pub use std::sync::atomic::{
    self, AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8, AtomicU16,
    AtomicU32, AtomicU64, AtomicUsize,
};
pub use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
pub use std::sync::{
    self, Arc, Barrier, Condvar, LazyLock, Mutex, MutexGuard, Once, OnceLock, PoisonError, RwLock, RwLockReadGuard,
    RwLockWriteGuard, Weak,
};
pub use std::thread::{self, JoinHandle, LocalKey, Scope, ScopedJoinHandle, Thread, ThreadId};
pub use std::{array, env, io, process, slice, str, string, task, time, vec};
";

/// The traits that make inline code a claim when one of them follows a colon.
pub(crate) const TRAITS: [&str; 14] = [
    "Send",
    "Sync",
    "Copy",
    "Clone",
    "Sized",
    "Unpin",
    "UnwindSafe",
    "RefUnwindSafe",
    "Debug",
    "Display",
    "Default",
    "Drop",
    "'static",
    "Any",
];
