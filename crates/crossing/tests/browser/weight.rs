//! What a page costs: bytes on the first visit, time on the main thread, things that move. Each test prints its numbers.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use crate::figure::Figure;
use crate::page::Page;
use crate::plain::Plain;
use crate::published::Published;

const CHAPTER: &str = "thread-boundary";
/// How much of plain mdBook's bytes a first visit may transfer.
const SHARE: f64 = 0.7;
/// How long a script of ours may hold the main thread, in ms.
const BLOCKS: f64 = 50.0;
/// How often each page is visited for that.
const VISITS: usize = 4;

pub fn of_a_first_visit_is_well_below_plain_mdbooks(page: &Page) {
    let (ours, plain) = (Published::book(), Plain::chapter(&format!("{CHAPTER}.md")));
    let plain = Published::folder(plain.pages(), {
        let plain = std::sync::Arc::new(plain);
        move |_, text| {
            let _kept = &plain;
            text
        }
    });
    let ours = first_visit(page, &format!("{}/{CHAPTER}.html", ours.origin));
    let plain = first_visit(page, &format!("{}/chapter.html", plain.origin));
    let sum = |visit: &BTreeMap<String, f64>| visit.values().sum::<f64>() / 1000.0;
    let share = sum(&ours) / sum(&plain);
    println!(
        "a first visit of {CHAPTER}: {:.0} kB in {} requests; plain mdBook with its editor: {:.0} kB in {}; {share:.2} of it",
        sum(&ours),
        ours.len(),
        sum(&plain),
        plain.len()
    );
    for (address, bytes) in &ours {
        println!("    {:>8.1} kB {}", bytes / 1000.0, address.rsplit('/').next().unwrap_or_default());
    }
    assert!(sum(&ours) > 20.0 && plain.len() > 10, "{ours:?} {plain:?}");
    assert!(plain.keys().any(|address| address.contains("ace-")), "plain mdBook has no editor: {plain:?}");
    assert!(share <= SHARE, "{share:.2}");
}

/// The bytes of each request of a first visit.
fn first_visit(page: &Page, address: &str) -> BTreeMap<String, f64> {
    page.clear_cache();
    page.transferred();
    page.go(address);
    std::thread::sleep(std::time::Duration::from_secs(1));
    page.transferred()
}

#[derive(Debug, Deserialize)]
struct Seen {
    /// The sum of all shifts that no input led to.
    shift: f64,
    /// What moved.
    #[expect(dead_code, reason = "a failing test prints it")]
    moved: Vec<String>,
    /// The longest that each script held the main thread, in ms, by what called it: of frames that took over 50 ms.
    scripts: BTreeMap<String, f64>,
}

/// Watches from the page's first moment on.
const WATCH: &str = r#"
    const seen = (window.seen = { shift: 0, moved: [], scripts: {} });
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch("layout-shift", (entry) => {
      if (entry.hadRecentInput) return;
      seen.shift += entry.value;
      seen.moved.push(...entry.sources.map(({ node }) => (node instanceof Element ? place(node) : String(node?.textContent).slice(0, 40))));
    });
    watch("long-animation-frame", (frame) => {
      for (const { sourceURL, invoker, duration } of frame.scripts) {
        const script = `${new URL(sourceURL || "none:").pathname} by ${invoker.replace(location.origin, "")}`;
        seen.scripts[script] = Math.max(seen.scripts[script] ?? 0, duration);
      }
    });
"#;

pub fn of_scripts_never_holds_the_main_thread(page: &Page) {
    for path in ["index.html", "thread-boundary.html", "truth-tables.html"] {
        // What another process took from this one is not the script's: the best of many times counts.
        let visits: Vec<Seen> = (0..VISITS).map(|_| visit(page, path)).collect();
        let mut best: BTreeMap<&str, f64> = BTreeMap::new();
        for name in visits.iter().flat_map(|visit| visit.scripts.keys()).filter(|name| is_ours_at_load(name)) {
            let times = visits.iter().map(|visit| visit.scripts.get(name).copied().unwrap_or(0.0));
            best.insert(name, times.fold(f64::INFINITY, f64::min));
        }
        let longest = best.values().copied().fold(0.0, f64::max);
        println!("{path}: our scripts hold the main thread for {longest:.0} ms at most (0: in no frame over 50 ms)");
        assert!(longest <= BLOCKS, "{path}: {visits:#?}");
    }
    page.open("thread-boundary.html");
    let listing = Figure::with_outcome(page, "check-fail");
    let clicks: BTreeMap<String, f64> = page.eval_with(CLICKS, json!(listing.selector));
    println!("the page holds the main thread at a click for {clicks:.1?} ms (the best of 8)");
    assert!(clicks.len() == 3 && clicks.values().all(|&millis| millis <= BLOCKS), "{clicks:?}");
}

fn is_ours_at_load(script: &str) -> bool {
    script.starts_with("/theme/js/") && !script.contains("onclick")
}

/// How long each control takes, with the layout that it asks for.
const CLICKS: &str = r#"
    const listing = document.querySelector(given);
    const best = {};
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const time = async (name, act) => {
      await frame();
      const begun = performance.now();
      act();
      best[name] = Math.min(best[name] ?? Infinity, performance.now() - begun);
      await frame();
    };
    const press = (name) => listing.querySelector(`.listing-tools .${name}`).click();
    return (async () => {
      for (let round = 0; round < 8; round++) {
        await time("edit", () => press("edit"));
        const editor = listing.querySelector("textarea");
        await time("type", () => {
          editor.value = "fn main() {}";
          editor.dispatchEvent(new Event("input"));
        });
        await time("reset", () => press("reset"));
      }
      return best;
    })();
"#;

fn visit(page: &Page, path: &str) -> Seen {
    page.screen(1360, false);
    page.clear_cache();
    page.open(path);
    page.eval::<()>(WATCH);
    if let Some(listing) = Figure::any(page, "[data-outcome='run-pass'], [data-outcome='check-fail']") {
        listing.run();
    }
    page.eval::<()>("window.scrollTo(0, document.body.scrollHeight)");
    std::thread::sleep(std::time::Duration::from_millis(600));
    page.eval("return window.seen")
}

/// A shift that nobody sees: a control that is set a fraction of a pixel to the side.
const HAIR: f64 = 0.0001;

pub fn nothing_moves_while_a_page_loads(page: &Page) {
    for (width, mobile) in [(1360, false), (360, true)] {
        for path in ["index.html", "thread-boundary.html", "how-to-read.html", "truth-tables.html"] {
            page.screen(width, mobile);
            page.clear_cache();
            page.open(path);
            page.eval::<()>(WATCH);
            page.eval::<()>("window.scrollTo(0, 3000)");
            std::thread::sleep(std::time::Duration::from_millis(600));
            let seen: Seen = page.eval_with("return window.seen", json!(null));
            println!("{path} at {width} px: layout shift {:.4}", seen.shift);
            assert!(seen.shift < HAIR, "{path} at {width} px: {seen:#?}");
        }
    }
}
