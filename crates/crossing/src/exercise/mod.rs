//! `crossing exercise`: the exercises in the reader's own editor.

mod check;
mod list;
mod state;

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Subcommand;
use listing::Project;
use listing::exercise::Exercise;

use crate::output;
use state::{Progress, State};

/// Where the reader's answers are, relative to the book's root.
const FOLDER: &str = "exercises";

/// What is done with exercises.
#[derive(Debug, Subcommand)]
pub enum Ask {
    /// Puts an exercise into exercises/NAME.rs, for your editor
    Start {
        /// The exercise
        name: String,
    },
    /// Tests exercises/NAME.rs
    Check {
        /// The exercise
        name: String,
        /// Again at each save
        #[arg(long)]
        watch: bool,
    },
    /// Shows the next hint
    Hint {
        /// The exercise
        name: String,
    },
    /// Shows the book's solution, and why it is right
    Solution {
        /// The exercise
        name: String,
    },
    /// Writes your answers and what you have done into a file that the pages can read
    Export {
        /// The file to write
        file: PathBuf,
    },
    /// Takes in what was exported, here or from the pages
    Import {
        /// The file to read
        file: PathBuf,
    },
}

/// Does what was asked for; without a question, lists the exercises.
pub fn run(project: &Project, ask: Option<Ask>) -> anyhow::Result<ExitCode> {
    let desk = Desk::at(project)?;
    match ask {
        None => list::list(&desk)?,
        Some(Ask::Start { name }) => desk.start(&name)?,
        Some(Ask::Check { name, watch: false }) => return check::once(&desk, desk.exercise(&name)?),
        Some(Ask::Check { name, watch: true }) => check::watch(&desk, desk.exercise(&name)?)?,
        Some(Ask::Hint { name }) => desk.hint(desk.exercise(&name)?)?,
        Some(Ask::Solution { name }) => desk.solution(desk.exercise(&name)?)?,
        Some(Ask::Export { file }) => desk.export(&file)?,
        Some(Ask::Import { file }) => desk.import(&file)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The book's exercises, and the folder in which the reader works on them.
struct Desk<'a> {
    project: &'a Project,
    exercises: std::collections::BTreeMap<String, Exercise>,
    folder: PathBuf,
}

impl<'a> Desk<'a> {
    fn at(project: &'a Project) -> anyhow::Result<Self> {
        Ok(Desk { project, exercises: project.exercises()?, folder: project.root().join(FOLDER) })
    }

    fn exercise(&self, name: &str) -> anyhow::Result<&Exercise> {
        self.exercises
            .get(name)
            .with_context(|| format!("no exercise is named `{name}`\nhelp: `cargo run -- exercise` lists them all"))
    }

    /// The reader's file.
    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension("rs")
    }

    fn state(&self) -> anyhow::Result<State> {
        State::read(&self.folder.join("state.json"))
    }

    fn answer(&self, exercise: &Exercise) -> anyhow::Result<String> {
        let (file, name) = (self.file(&exercise.name), &exercise.name);
        match fs::read_to_string(&file) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                bail!("there is no `{FOLDER}/{name}.rs`\nhelp: `cargo run -- exercise start {name}` puts it there")
            }
            read => read.with_context(|| format!("cannot read `{}`", file.display())),
        }
    }

    fn start(&self, name: &str) -> anyhow::Result<()> {
        let exercise = self.exercise(name)?;
        let mut state = self.state()?;
        let kept = state.attempt(name).answer;
        let text = kept.as_deref().unwrap_or(&exercise.starter.text);
        match new_file(&self.file(name), text) {
            Ok(()) => output::line(format_args!("{FOLDER}/{name}.rs is there.\n"))?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                output::line(format_args!("{FOLDER}/{name}.rs was there, and is as you left it.\n"))?;
            }
            Err(error) => return Err(error).with_context(|| format!("cannot write `{FOLDER}/{name}.rs`")),
        }
        state.change(name, |attempt| attempt.state = attempt.state.max(Progress::Started))?;
        let level = exercise.prose.level.map_or("", listing::exercise::Level::word);
        output::line(format_args!("{} ({level})\n\n{}\n", exercise.prose.title, exercise.prose.task))?;
        output::line(format_args!("Then: `cargo run -- exercise check {name}`, with --watch at each save."))
    }

    /// Shows the next hint, and the last one again where there is no other.
    fn hint(&self, exercise: &Exercise) -> anyhow::Result<()> {
        let (name, hints) = (&exercise.name, &exercise.prose.hints);
        let mut state = self.state()?;
        let next = (state.attempt(name).hints + 1).min(hints.len());
        let text = next.checked_sub(1).and_then(|index| hints.get(index)).map_or("", String::as_str);
        output::line(format_args!("Hint {next} of {}\n\n{text}\n", hints.len()))?;
        if next == hints.len() {
            output::line(format_args!(
                "That was the last. `cargo run -- exercise solution {name}` shows the solution."
            ))?;
        }
        state.change(name, |attempt| attempt.hints = attempt.hints.max(next))
    }

    fn solution(&self, exercise: &Exercise) -> anyhow::Result<()> {
        output::line(format_args!("{}\n{}", exercise.solution.text, exercise.prose.commentary))
    }

    fn export(&self, file: &Path) -> anyhow::Result<()> {
        let mut state = self.state()?;
        for (name, exercise) in &self.exercises {
            if let Ok(answer) = fs::read_to_string(self.file(name))
                && answer != exercise.starter.text
            {
                state.change(name, |attempt| attempt.answer = Some(answer))?;
            }
        }
        state.write_to(file)?;
        output::line(file.display())
    }

    /// What the file says takes the place of what was known; an answer that is here and differs is left alone.
    fn import(&self, file: &Path) -> anyhow::Result<()> {
        let imported = State::read_document(file)?;
        let mut state = self.state()?;
        state.take_in(&imported)?;
        for name in self.exercises.keys() {
            let Some(answer) = imported.attempt(name).answer else { continue };
            let (own, beside) = (self.file(name), self.folder.join(name).with_extension("imported.rs"));
            match fs::read_to_string(&own) {
                Ok(text) if text == answer => {}
                Ok(_) => {
                    new_file(&beside, &answer).with_context(|| format!("cannot write `{}`", beside.display()))?;
                    eprintln!(
                        "note: {FOLDER}/{name}.rs is left as it is; the imported answer is {FOLDER}/{name}.imported.rs"
                    );
                }
                Err(_) => new_file(&own, &answer).with_context(|| format!("cannot write `{}`", own.display()))?,
            }
        }
        list::list(self)
    }
}

/// Writes a file that must not be there: no answer is ever overwritten.
fn new_file(path: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}
