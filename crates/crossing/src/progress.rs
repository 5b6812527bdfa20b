//! What is being checked, and how many of how many.

use std::io::{self, IsTerminal};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use listing::Progress;

/// How long plain lines wait for the next.
const PAUSE: Duration = Duration::from_secs(3);

/// Progress on stderr, for whoever reads it.
pub fn checking() -> Box<dyn Progress> {
    if io::stderr().is_terminal() { Box::new(Bar::new()) } else { Box::new(Lines::default()) }
}

/// For a terminal: one line that moves.
struct Bar(ProgressBar);

impl Bar {
    fn new() -> Self {
        let style = ProgressStyle::with_template("checking {bar:24} {pos}/{len} {wide_msg:.dim}");
        let bar = ProgressBar::new(0).with_style(style.expect("the template is well-formed"));
        bar.enable_steady_tick(Duration::from_millis(200));
        Bar(bar)
    }
}

impl Progress for Bar {
    fn begin(&self, total: usize) {
        self.0.set_length(total as u64);
    }

    fn step(&self, name: &str) {
        self.0.set_message(name.to_owned());
    }

    fn done(&self, _: &str) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// For a log: a line at the beginning, and one now and then.
#[derive(Default)]
struct Lines(Mutex<Counted>);

#[derive(Default)]
struct Counted {
    done: usize,
    total: usize,
    said: Option<Instant>,
}

impl Progress for Lines {
    fn begin(&self, total: usize) {
        *self.counted() = Counted { done: 0, total, said: Some(Instant::now()) };
        eprintln!("checking {total} programs");
    }

    fn step(&self, _: &str) {}

    fn done(&self, name: &str) {
        let mut counted = self.counted();
        counted.done += 1;
        if counted.said.is_some_and(|said| said.elapsed() >= PAUSE) {
            counted.said = Some(Instant::now());
            eprintln!("checked {} of {}, now {name}", counted.done, counted.total);
        }
    }
}

impl Lines {
    fn counted(&self) -> std::sync::MutexGuard<'_, Counted> {
        self.0.lock().expect("no thread panics while it counts")
    }
}
