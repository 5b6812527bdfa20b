//! Search: what a reader has on the screen leads to the page about it, within three results.

use serde_json::json;

use crate::page::Page;

/// How many results a reader looks at.
const GLANCE: usize = 3;

/// What is pasted or typed, and the page or the place that must be among the first results.
#[rustfmt::skip]
const QUERIES: [(&str, &str); 120] = [
    // Messages, with names that no page has.
    ("error[E0277]: `Rc<Session>` cannot be sent between threads safely", "error-index.html#sent"),
    ("`Cell<u64>` cannot be shared between threads safely", "error-index.html#shared"),
    ("`*mut Node` cannot be sent between threads safely", "error-index.html"),
    ("`std::sync::MutexGuard<'_, Config>` cannot be sent between threads safely", "error-index.html#guard"),
    ("`(dyn Handler + 'static)` cannot be sent between threads safely", "error-index.html#dyn"),
    ("`T` cannot be sent between threads safely", "error-index.html"),
    ("required for `Arc<RefCell<Cache>>` to implement `Send`", "error-index.html#arc"),
    ("shared static variables must have a type that implements `Sync`", "error-index.html#static"),
    ("required because it's used within this closure", "error-index.html#closure"),
    ("the trait bound `Slot<String>: Send` is not satisfied", "error-index.html#promise-bound"),
    ("`?` couldn't convert the error", "error-index.html#question-mark"),
    ("may not be safely transferred across a catch_unwind boundary", "error-index.html#unwind"),
    ("cannot be unpinned", "error-index.html#unpin"),
    ("future cannot be sent between threads safely", "error-index.html#future"),
    ("future is not `Send` as this value is used across an await", "error-index.html"),
    ("implementation of `Send` is not general enough", "error-index.html#not-general"),
    ("closure may outlive the current function, but it borrows `x`, which is owned by the current function", "error-index.html#e0373"),
    ("`counter` does not live long enough", "error-index.html#e0597"),
    ("borrowed data escapes outside of function", "error-index.html#e0521"),
    ("borrowed data escapes outside of method", "error-index.html#e0521-method"),
    ("temporary value dropped while borrowed", "error-index.html#e0716"),
    ("the parameter type `F` may not live long enough", "error-index.html#e0310"),
    ("lifetime may not live long enough", "error-index.html#handle"),
    ("borrow of moved value: `config`", "error-index.html#e0382"),
    ("use of moved value", "error-index.html#e0382"),
    ("cannot borrow `log` as mutable more than once at a time", "error-index.html#e0499"),
    ("cannot borrow `v` as immutable because it is also borrowed as mutable", "error-index.html#e0502"),
    ("cannot move out of `v` because it is borrowed", "error-index.html#e0505"),
    ("cannot assign to `n` because it is borrowed", "error-index.html#e0506"),
    ("cannot move out of `s`, a captured variable in an `Fn` closure", "error-index.html#e0507"),
    ("cannot assign to data in an `Arc`", "error-index.html#e0594"),
    ("cannot borrow data in an `Arc` as mutable", "error-index.html#e0596"),
    ("use of mutable static is unsafe and requires unsafe block", "error-index.html#e0133"),
    ("creating a shared reference to mutable static", "error-index.html#static-mut-ref"),
    ("cannot call non-const associated function in statics", "error-index.html#e0015"),
    ("non-binding let on a synchronization lock", "error-index.html#let-underscore"),
    ("the trait `Send` requires an `unsafe impl` declaration", "error-index.html#e0200"),
    ("only traits defined in the current crate can be implemented for types defined outside of the crate", "error-index.html#e0117"),
    ("conflicting implementations of trait `Send`", "error-index.html#e0119"),
    ("negative trait bounds are not fully implemented", "error-index.html#e0658"),
    ("auto traits are experimental and possibly buggy", "error-index.html#e0658-auto"),
    ("only auto traits can be used as additional traits in a trait object", "error-index.html#e0225"),
    ("overflow evaluating the requirement", "error-index.html#e0275"),
    ("closure is expected to take 0 arguments, but it takes 1 argument", "error-index.html#e0593"),
    ("but its trait bounds were not satisfied", "error-index.html#e0599"),
    ("type annotations needed", "error-index.html#e0283"),
    ("mismatched types", "error-index.html#e0308"),
    // Codes.
    ("E0015", "error-index.html#e0015"), ("E0117", "error-index.html#e0117"), ("E0119", "error-index.html#e0119"),
    ("E0133", "error-index.html#e0133"), ("E0199", "error-index.html#e0199"), ("E0200", "error-index.html#e0200"),
    ("E0225", "error-index.html#e0225"), ("E0275", "error-index.html#e0275"), ("E0277", "error-index.html"),
    ("E0283", "error-index.html#e0283"), ("E0308", "error-index.html#e0308"), ("E0309", "error-index.html#e0309"),
    ("E0310", "error-index.html#e0310"), ("E0321", "error-index.html#e0321"), ("E0373", "error-index.html#e0373"),
    ("E0380", "error-index.html#e0567"), ("E0382", "error-index.html#e0382"), ("E0407", "error-index.html#e0407"),
    ("E0423", "error-index.html#e0603"), ("E0425", "error-index.html#e0425"), ("E0492", "error-index.html#e0492"),
    ("E0499", "error-index.html#e0499"), ("E0502", "error-index.html#e0502"), ("E0505", "error-index.html#e0505"),
    ("E0506", "error-index.html#e0506"), ("E0507", "error-index.html#e0507"), ("E0521", "error-index.html#e0521"),
    ("E0522", "error-index.html#e0522"), ("E0567", "error-index.html#e0567"), ("E0568", "error-index.html#e0567"),
    ("E0593", "error-index.html#e0593"), ("E0594", "error-index.html#e0594"), ("E0596", "error-index.html#e0596"),
    ("E0597", "error-index.html#e0597"), ("E0599", "error-index.html#e0599"), ("E0603", "error-index.html#e0603"),
    ("E0658", "error-index.html#e0658"), ("E0716", "error-index.html#e0716"), ("E0751", "error-index.html#e0751"),
    // Code.
    ("Arc<Mutex<T>>", "truth-tables.html#std.sync.Mutex"), ("Rc<RefCell<i32>>", "truth-tables.html#std.rc.Rc"),
    ("'static", "spawn.html"), ("thread::spawn", "spawn.html"), ("thread::scope", "scoped-threads.html"),
    ("!Send", "is-send-special.html"), ("impl !Send", "error-index.html#e0658"), ("unsafe impl Send", "unsafe-impl.html"),
    ("thread_local!", "interior-mutability.html"), ("static mut", "interior-mutability.html"),
    ("std::rc::Rc", "truth-tables.html#std.rc.Rc"), ("std::sync::mpsc", "truth-tables.html#std-sync-mpsc"),
    ("async fn in trait", "trait-objects-and-futures.html"), ("Fn FnMut FnOnce", "closures.html"),
    // Types that have a chapter of their own.
    ("Rc", "rc-and-arc.html"), ("Arc", "rc-and-arc.html"), ("Mutex", "mutex.html"), ("MutexGuard", "mutex.html"),
    ("RwLock", "mutex.html"), ("UnsafeCell", "interior-mutability.html"), ("PhantomData", "unsafe-impl.html"),
    ("Sender", "channels.html"), ("Receiver", "channels.html"), ("JoinHandle", "truth-tables.html#std.thread.JoinHandle"),
    ("Weak", "truth-tables.html#std.rc.Weak"), ("Box", "truth-tables.html#std.boxed.Box"),
    ("Waker", "truth-tables.html#std.task.Waker"), ("Barrier", "truth-tables.html#std.sync.Barrier"),
    // Words.
    ("data race", "thread-boundary.html"), ("deadlock", "thread-boundary.html"), ("poison", "mutex.html"),
    ("ThreadSanitizer", "keeping-the-promise.html"), ("loom", "keeping-the-promise.html"),
    ("coinduction", "glossary.html"),
];

pub fn finds_messages_codes_and_words_within_three_results(page: &Page) {
    let queries: Vec<&str> = QUERIES.iter().map(|(query, _)| *query).collect();
    let results = search(page, &queries);
    let lost = QUERIES.iter().zip(&results).filter(|((_, place), found)| !found.iter().any(|at| leads(at, place)));
    let lost: Vec<String> =
        lost.map(|((query, place), found)| format!("{query}\n  not to {place}: {found:?}")).collect();
    assert!(lost.is_empty(), "{} queries lead elsewhere:\n{}", lost.len(), lost.join("\n"));
}

pub fn finds_every_type_of_std_by_its_name(page: &Page) {
    page.open("truth-tables.html");
    // Each by its name, and where its row is: at an id of its own, in a section.
    let types: Vec<(String, String)> = page.eval(
        "let section;
         const found = [];
         for (const each of all('main h3[id], main .type[id]')) {
             if (each.matches('h3')) section = each.id;
             const name = each.matches('.type') && words(each).match(/^\\w+(?=<|$)/)?.[0];
             if (name) found.push([name, section]);
         }
         return found",
    );
    assert!(types.len() > 400, "{} types", types.len());
    let names: Vec<&str> = types.iter().map(|(name, _)| name.as_str()).collect();
    let results = search(page, &names);
    // Several modules may have a type of one name, `Iter` most of all: any of them will do.
    let is_right = |at: &String, (name, section): &(String, String)| {
        at.ends_with(&format!(".{name}")) || *at == format!("truth-tables.html#{section}")
    };
    let lost = types.iter().zip(&results).filter(|(kind, found)| !found.iter().any(|at| is_right(at, kind)));
    let lost: Vec<String> = lost.map(|((name, _), found)| format!("{name}: {found:?}")).collect();
    assert!(lost.is_empty(), "{} types are not found:\n{}", lost.len(), lost.join("\n"));
}

pub fn leads_to_the_row_of_a_type(page: &Page) {
    search(page, &["Barrier"]);
    page.click("#mdbook-searchresults a[href*='std.sync.Barrier']");
    let row: String = page.wait("the row", "return document.querySelector('.type:target')?.textContent ?? null");
    assert_eq!(row, "Barrier");
}

/// Puts each query into the search box, as typed, and gives the places of the first results: `page.html#heading`.
fn search(page: &Page, queries: &[&str]) -> Vec<Vec<String>> {
    page.open("index.html");
    page.write("/");
    page.wait::<bool>("the search field", "return document.activeElement.id === 'mdbook-searchbar'");
    page.write("send");
    page.wait::<bool>("results", "return all('#mdbook-searchresults a[href]').some(shown)");
    let given = json!({ "queries": queries, "glance": GLANCE });
    page.eval_with(
        "const bar = document.activeElement;
         return given.queries.map((query) => {
             bar.value = query;
             bar.dispatchEvent(new KeyboardEvent('keyup'));
             const first = all('#mdbook-searchresults a[href]').slice(0, given.glance).map((link) => new URL(link.href));
             return first.map((url) => url.pathname.slice(1) + decodeURIComponent(url.hash));
         })",
        given,
    )
}

/// Whether a result is at a place, or anywhere on a page.
fn leads(result: &str, place: &str) -> bool {
    result == place || (!place.contains('#') && result.split('#').next() == Some(place))
}
