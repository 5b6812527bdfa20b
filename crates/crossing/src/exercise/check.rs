//! The reader's answer, compiled and tested.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use anyhow::Context;
use listing::exercise::{self, Attempt, Exercise};
use listing::rustc::Rustc;
use notify::{RecursiveMode, Watcher as _};

use super::Desk;
use super::state::Progress;
use crate::output;
use crate::problems::count;

/// Tests the answer once: 0 where it passes.
pub fn once(desk: &Desk<'_>, exercise: &Exercise) -> anyhow::Result<ExitCode> {
    let rustc = Rustc::find(desk.project.root())?;
    let answer = desk.answer(exercise)?;
    let passes = check(desk, exercise, &rustc, answer)?;
    let name = &exercise.name;
    match passes {
        true => output::line(format_args!("`cargo run -- exercise solution {name}` shows the book's own."))?,
        false => output::line(format_args!("`cargo run -- exercise hint {name}` shows the next hint."))?,
    }
    Ok(if passes { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

enum Event {
    Saved,
    Typed(String),
    /// Nobody will type any more.
    Closed,
}

/// Tests the answer now and at each save, until the reader ends it. A letter on standard input asks for more.
pub fn watch(desk: &Desk<'_>, exercise: &Exercise) -> anyhow::Result<()> {
    let rustc = Rustc::find(desk.project.root())?;
    let mut checked = desk.answer(exercise)?;
    let (sender, events) = mpsc::channel();
    let file = desk.file(&exercise.name);
    let _watcher = saves(&file, sender.clone()).with_context(|| format!("cannot watch `{}`", file.display()))?;
    thread::spawn(move || keys(&sender));
    check(desk, exercise, &rustc, checked.clone())?;
    let ways = "Waiting for a save. h: the next hint, s: the solution, q: end (each with Enter)";
    output::line(ways)?;
    while let Ok(event) = events.recv() {
        match event {
            Event::Saved => {
                // Editors write a file in several steps, and some take it away in between.
                while !matches!(events.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout)) {}
                let Ok(answer) = desk.answer(exercise) else { continue };
                if answer == checked {
                    continue;
                }
                checked = answer;
                check(desk, exercise, &rustc, checked.clone())?;
            }
            Event::Typed(key) if key == "h" => desk.hint(exercise)?,
            Event::Typed(key) if key == "s" => desk.solution(exercise)?,
            Event::Typed(key) if key == "q" => break,
            Event::Typed(_) => {}
            Event::Closed => continue,
        }
        output::line(ways)?;
    }
    Ok(())
}

fn saves(file: &Path, sender: Sender<Event>) -> notify::Result<notify::RecommendedWatcher> {
    let own = file.file_name().map(ToOwned::to_owned);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let touched = event.is_ok_and(|event| {
            !event.kind.is_access() && event.paths.iter().any(|path| path.file_name() == own.as_deref())
        });
        if touched {
            // The receiver is gone only where the reader ended it.
            let _ = sender.send(Event::Saved);
        }
    })?;
    // The folder, since editors put a new file in the old one's place.
    watcher.watch(file.parent().unwrap_or(Path::new(".")), RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

fn keys(sender: &Sender<Event>) {
    for line in io::stdin().lock().lines().map_while(Result::ok) {
        if sender.send(Event::Typed(line.trim().to_owned())).is_err() {
            return;
        }
    }
    let _ = sender.send(Event::Closed);
}

/// Tests `answer`, tells what came of it, and keeps it. Whether it passes.
fn check(desk: &Desk<'_>, exercise: &Exercise, rustc: &Rustc, answer: String) -> anyhow::Result<bool> {
    let attempt = exercise::attempt(rustc, exercise, &answer)?;
    tell(exercise, &attempt)?;
    let passes = attempt.passes();
    let progress = if passes { Progress::Solved } else { Progress::Tried };
    desk.state()?.change(&exercise.name, |kept| {
        kept.state = kept.state.max(progress);
        kept.answer = (answer != exercise.starter.text).then_some(answer);
    })?;
    Ok(passes)
}

fn tell(exercise: &Exercise, attempt: &Attempt) -> anyhow::Result<()> {
    let colours = io::stderr().is_terminal();
    for diagnostic in &attempt.diagnostics {
        let text = if colours { diagnostic.ansi.clone() } else { diagnostic.text() };
        // The compiler was given a copy. Its line numbers are the reader's, and its file name shall be as well.
        let copy = format!("{}.rs:", exercise.name);
        eprintln!("{}\n", text.trim_end().replace(&copy, &format!("{}/{copy}", super::FOLDER)));
    }
    let tests = attempt.tests();
    for test in &tests {
        output::line(format_args!("{}  {}", if test.passed { "passes" } else { "fails " }, test.name))?;
        for line in test.words.lines() {
            output::line(format_args!("        {line}"))?;
        }
    }
    if let Some(printed) = attempt.otherwise() {
        output::line(printed)?;
    }
    let failed = tests.iter().filter(|test| !test.passed).count();
    let all = count(tests.len(), "test");
    output::line(match attempt.passes() {
        true => format!("\nSolved: {all}, and none fails.\n"),
        false if attempt.run.is_none() => "\nNot yet: it does not compile.\n".to_owned(),
        false if failed > 0 => {
            format!("\nNot yet: of {all}, {failed} {}.\n", if failed == 1 { "fails" } else { "fail" })
        }
        false => "\nNot yet.\n".to_owned(),
    })
}
