//! What holds on every page, read off the [`survey`](crate::survey).

use std::fmt::Write;

use crate::page::Page;
use crate::survey::Visit;

pub fn is_complete_without_javascript(page: &Page) {
    let visits = page.survey().visits();
    let (listings, claims) = visits.iter().fold((0, 0), |(listings, claims), visit| {
        (listings + visit.with_scripts.listings.len(), claims + visit.with_scripts.claims.len())
    });
    assert!(listings >= 25 && claims >= 60, "only {listings} listings and {claims} claims were looked at");
    hold(visits, Visit::lost_without_scripts);
}

pub fn asks_no_other_origin_for_anything(page: &Page) {
    let own = format!("{}/", page.book.origin);
    hold(page.survey().visits(), |visit| {
        assert!(visit.requests.iter().any(|address| address.starts_with(&own)), "{}: no request was seen", visit.path);
        let inside = |address: &&String| address.starts_with(&own) || address.starts_with("data:");
        visit.requests.iter().filter(|address| !inside(address)).cloned().collect()
    });
}

pub fn reports_no_error_to_the_console(page: &Page) {
    hold(page.survey().visits(), |visit| visit.console.clone());
}

pub fn prints_every_answer_and_cuts_nothing_off(page: &Page) {
    let visits = page.survey().visits();
    let closed: usize = visits.iter().map(|visit| visit.print.closed).sum();
    assert!(closed > 10, "only {closed} closed answers were looked at");
    hold(visits, |visit| visit.print.faults.clone());
}

pub fn fits(page: &Page, width: u32) {
    hold(page.survey().visits(), |visit| {
        visit.sideways.get(&width).cloned().unwrap_or_else(|| vec!["not looked at".into()])
    });
}

pub fn contrasts(page: &Page, theme: &str) {
    let visits = page.survey().visits();
    let measured: usize = visits.iter().map(|visit| visit.contrast[theme].measured).sum();
    assert!(measured > 2000, "only {measured} texts were looked at");
    hold(visits, |visit| visit.contrast[theme].faults.clone());
}

/// Fails with all that `faults` finds, by page.
#[track_caller]
fn hold(visits: &[Visit], faults: impl Fn(&Visit) -> Vec<String>) {
    const AT_MOST: usize = 12;
    let mut said = String::new();
    for visit in visits {
        let faults = faults(visit);
        if !faults.is_empty() {
            let _ = writeln!(said, "{} ({}):", visit.path, faults.len());
        }
        faults.iter().take(AT_MOST).for_each(|fault| said.push_str(&format!("    {fault}\n")));
    }
    assert!(said.is_empty(), "\n{said}");
}
