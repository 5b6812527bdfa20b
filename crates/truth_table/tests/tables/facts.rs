//! Facts that are known by other means: each was compiled on its own, long before this crate was written.

use libtest_mimic::{Failed, Trial};

use crate::{ensure, tables, trial};

/// The type by its id, when it is `Send`, when it is `Sync`.
const FACTS: [(&str, &str, &str); 60] = [
    ("rust.i32", "always", "always"),
    ("rust.str", "always", "always"),
    ("rust.a.T", "if T: Sync", "if T: Sync"),
    ("rust.a.mut.T", "if T: Send", "if T: Sync"),
    ("rust.const.T", "never", "never"),
    ("rust.mut.T", "never", "never"),
    ("rust.fn.T.U", "always", "always"),
    ("rust.T.N", "if T: Send", "if T: Sync"),
    ("rust.T.U", "if T: Send, U: Send", "if T: Sync, U: Sync"),
    ("rust.dyn.Fn", "never", "never"),
    ("rust.dyn.Fn.Send", "always", "never"),
    ("rust.dyn.Fn.Sync", "never", "always"),
    ("rust.dyn.Fn.Send.Sync", "always", "always"),
    ("rust.closure.that.moves.a.T.in", "if T: Send", "if T: Sync"),
    ("rust.closure.that.borrows.a.T.by", "if T: Sync", "if T: Sync"),
    ("rust.closure.that.borrows.a.T.by.mut", "if T: Send", "if T: Sync"),
    ("std.string.String", "always", "always"),
    ("std.vec.Vec", "if T: Send", "if T: Sync"),
    ("std.boxed.Box", "if T: Send", "if T: Sync"),
    ("std.option.Option", "if T: Send", "if T: Sync"),
    ("std.pin.Pin", "if Ptr: Send", "if Ptr: Sync"),
    ("std.mem.ManuallyDrop", "if T: Send", "if T: Sync"),
    ("std.mem.MaybeUninit", "if T: Send", "if T: Sync"),
    ("std.marker.PhantomData", "if T: Send", "if T: Sync"),
    ("std.borrow.Cow", "if B: Sync, B::Owned: Send", "if B: Sync, B::Owned: Sync"),
    ("std.rc.Rc", "never", "never"),
    ("std.rc.Weak", "never", "never"),
    ("std.sync.Arc", "if T: Send + Sync", "if T: Send + Sync"),
    ("std.sync.Weak", "if T: Send + Sync", "if T: Send + Sync"),
    ("std.cell.UnsafeCell", "if T: Send", "never"),
    ("std.cell.Cell", "if T: Send", "never"),
    ("std.cell.RefCell", "if T: Send", "never"),
    ("std.cell.OnceCell", "if T: Send", "never"),
    ("std.cell.LazyCell", "if T: Send, F: Send", "never"),
    ("std.cell.Ref", "never", "never"),
    ("std.cell.RefMut", "never", "never"),
    ("std.sync.Mutex", "if T: Send", "if T: Send"),
    ("std.sync.MutexGuard", "never", "if T: Sync"),
    ("std.sync.RwLock", "if T: Send", "if T: Send + Sync"),
    ("std.sync.RwLockReadGuard", "never", "if T: Sync"),
    ("std.sync.RwLockWriteGuard", "never", "if T: Sync"),
    ("std.sync.OnceLock", "if T: Send", "if T: Send + Sync"),
    ("std.sync.LazyLock", "if T: Send, F: Send", "if T: Send + Sync, F: Send"),
    ("std.sync.PoisonError", "if T: Send", "if T: Sync"),
    ("std.sync.atomic.AtomicUsize", "always", "always"),
    ("std.sync.atomic.AtomicPtr", "always", "always"),
    ("std.sync.mpsc.Sender", "if T: Send", "if T: Send"),
    ("std.sync.mpsc.Receiver", "if T: Send", "never"),
    ("std.thread.JoinHandle", "always", "always"),
    ("std.thread.ScopedJoinHandle", "if T: Send", "if T: Send"),
    ("std.thread.LocalKey", "always", "always"),
    ("std.thread.Scope", "always", "always"),
    ("std.ptr.NonNull", "never", "never"),
    ("std.slice.Iter", "if T: Sync", "if T: Sync"),
    ("std.slice.ChunksMut", "if T: Send", "if T: Sync"),
    ("std.io.StdinLock", "never", "always"),
    ("std.io.StdoutLock", "never", "never"),
    ("std.fmt.Arguments", "never", "never"),
    ("std.env.Args", "never", "never"),
    ("std.task.Context", "never", "never"),
];

pub fn trials() -> Vec<Trial> {
    vec![
        trial("known_facts_are_in_the_tables", known_facts),
        trial("every_surprise_departs_from_the_rule_of_thumb", surprises_surprise),
    ]
}

fn known_facts() -> Result<(), Failed> {
    let tables = tables()?;
    for (id, send, sync) in FACTS {
        let table = tables.types.iter().find(|table| table.entry.id() == id).ok_or(format!("no type `{id}`"))?;
        let computed = (table.send.words(&table.subjects), table.sync.words(&table.subjects));
        ensure(computed == (send.to_owned(), sync.to_owned()), || {
            format!("`{id}`: computed {computed:?}, known {:?}", (send, sync))
        })?;
    }
    Ok(())
}

fn surprises_surprise() -> Result<(), Failed> {
    let page = truth_table::render(tables()?).map_err(|error| error.to_string())?;
    let section = page.split("## Surprises").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default();
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| <span")).collect();
    ensure(rows.len() >= 20, || format!("{} surprises", rows.len()))?;
    let dull = rows.iter().find(|row| !row.contains("<del>"));
    ensure(dull.is_none(), || {
        format!("the rule of thumb is right about this: {}\nhelp: data/surprises.toml", dull.unwrap_or(&""))
    })
}
