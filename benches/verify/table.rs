//! The table of what was measured, and the bars.

use std::fmt::Write;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::Times;
use crate::book::Program;

/// `report` is the last check's, `samples` what was changed, `mdbook` its version or why there is none.
pub fn table(report: &Value, times: &mut Times, samples: [&Program; 2], mdbook: Result<&str, &str>) -> String {
    let total = |name: &str| report["totals"][name].as_u64().unwrap_or_default();
    let mut text = format!(
        "{} listings, {} snippets, {} claims in {} chapters; rustc {}; {} cores; the checker in its dev profile\n\n",
        total("listings"),
        total("snippets"),
        total("claims"),
        total("chapters"),
        report["rustc"].as_str().unwrap_or_default(),
        thread::available_parallelism().map_or(1, usize::from),
    );
    let mut row = |what: &str, times: &mut Vec<Duration>| row(&mut text, what, times);
    let cold = row("check, from an empty cache, with the start of the program", &mut times.cold);
    let warm = row("check, nothing changed", &mut times.warm);
    row("check, nothing changed, with the start of the program", &mut times.warm_wall);
    row("the same with the exercises, from an empty cache", &mut times.whole);
    row("the same with the exercises, nothing changed", &mut times.whole_warm);
    let mut changed = samples.iter().zip(&mut times.changed).map(|(program, (changed, bare))| {
        let changed = row(&format!("check, `{}` changed ({})", program.name, program.outcome), changed);
        ratio(changed, row(&format!("bare rustc of `{}`", program.name), bare))
    });
    let [fails, runs] = [changed.next().flatten(), changed.next().flatten()];
    drop(changed);
    let mdbook_test = row(&format!("{} test, the same chapters", mdbook.unwrap_or("mdbook")), &mut times.mdbook);
    row("skeptic, the same chapters", &mut times.skeptic);
    row("bare rustc once per listing, and a run (the floor)", &mut times.bare);

    text.push_str("\nbars\n");
    let why_not = mdbook.err().unwrap_or("`mdbook test` fails here");
    bar(&mut text, "cold check / mdbook test", ratio(cold, mdbook_test), 0.6, why_not);
    bar(&mut text, "nothing changed, in seconds", warm.map(|warm| warm.as_secs_f64()), 0.1, "");
    bar(&mut text, "one failing listing changed / bare rustc of it", fails, 1.5, "");
    bar(&mut text, "one running listing changed / bare rustc of it", runs, 1.5, "");
    let problems = report["problems"].as_array().map_or(0, Vec::len);
    if problems > 0 {
        let _ = writeln!(text, "\n{problems} problems: the book does not hold, so these are the times of another one");
    }
    text
}

/// Adds a row where anything was measured; returns the median.
fn row(text: &mut String, what: &str, times: &mut [Duration]) -> Option<Duration> {
    times.sort();
    let median = *times.get(times.len() / 2)?;
    let [least, median_seconds, most] = [times[0], median, times[times.len() - 1]].map(|time| time.as_secs_f64());
    let count = times.len();
    let _ = writeln!(text, "{what:<60} {median_seconds:>8.3} s   ({least:.3} to {most:.3}, {count} times)");
    Some(median)
}

fn ratio(one: Option<Duration>, other: Option<Duration>) -> Option<f64> {
    Some(one?.as_secs_f64() / other?.as_secs_f64())
}

fn bar(text: &mut String, what: &str, value: Option<f64>, most: f64, why_not: &str) {
    let _ = match value {
        Some(value) if value <= most => writeln!(text, "  {what:<50} {value:.3} of at most {most}: holds"),
        Some(value) => writeln!(text, "  {what:<50} {value:.3} of at most {most}: DOES NOT HOLD"),
        None => writeln!(text, "  {what:<50} not measured: {why_not}"),
    };
}
