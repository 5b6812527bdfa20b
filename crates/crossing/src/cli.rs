//! What can be asked for.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Parser, Subcommand, ValueEnum};
use listing::Project;

use crate::{bless, book, check, exercise, output, protocol, root, serve, truth_tables};

/// Checks, builds and serves the book. Without a command: `serve`.
#[derive(Debug, Parser)]
#[command(name = "crossing", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks the book, builds it, and serves it on this machine, with a playground beside it
    Serve(Serve),
    /// Checks the book and builds its pages
    Build {
        /// The folder for the pages [default: book/html, as `mdbook build`]
        #[arg(long, value_name = "FOLDER")]
        dest: Option<PathBuf>,
    },
    /// Checks every listing, snippet, claim and quotation
    Check {
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Accepts what the compiler and the programs say today; look at `git diff` afterwards
    Bless {
        /// The listings to accept; without a name, all
        #[arg(value_name = "NAME")]
        names: Vec<String>,
    },
    /// Lists the exercises with what you have done, or works on one in your own editor
    Exercise {
        #[command(subcommand)]
        ask: Option<exercise::Ask>,
    },
    /// Computes Send and Sync of every public type of std
    TruthTables(TruthTables),
    /// What mdBook calls before it renders; reads and writes its JSON
    Preprocess {
        /// Which of book.toml's preprocessors
        name: Preprocessor,
        #[command(subcommand)]
        question: Option<Question>,
    },
    /// What mdBook calls to check links; reads its JSON
    Linkcheck,
}

/// How the book is served.
#[derive(Debug, Clone, Copy, Args)]
pub struct Serve {
    /// The port [default: 3000, or the next that is free]
    #[arg(long)]
    pub port: Option<u16>,
    /// Open no browser
    #[arg(long)]
    pub no_open: bool,
    /// Build again at each change, and show it in the open pages
    #[arg(long)]
    pub watch: bool,
}

/// What is done with the truth tables.
#[derive(Debug, Clone, Copy, Args)]
#[group(required = true, multiple = false)]
struct TruthTables {
    /// Compare the page with what the compiler answers
    #[arg(long)]
    check: bool,
    /// Write the page
    #[arg(long)]
    write: bool,
    /// Write the list of types anew, from the documentation of std that is installed with the compiler
    #[arg(long)]
    list: bool,
}

impl TruthTables {
    fn ask(self) -> truth_tables::Ask {
        match self {
            TruthTables { write: true, .. } => truth_tables::Ask::Write,
            TruthTables { list: true, .. } => truth_tables::Ask::List,
            _ => truth_tables::Ask::Check,
        }
    }
}

/// The preprocessors that book.toml names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Preprocessor {
    /// Expands `{{#listing NAME}}` and marks claims
    Listings,
    /// Turns admonish fences into marked-off blocks
    Admonish,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Exits with 0 if the preprocessor works for RENDERER
    Supports {
        /// The renderer's name
        renderer: String,
    },
}

/// Does what was asked for.
pub fn run(cli: Cli, warden: playground::Warden) -> anyhow::Result<ExitCode> {
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(how) => serve::run(project()?, how, warden).map(|()| ExitCode::SUCCESS),
        Command::Build { dest } => build(dest).map(|()| ExitCode::SUCCESS),
        Command::Check { json } => check::run(&project()?, json),
        Command::Bless { names } => bless::run(&project()?, &names).map(|()| ExitCode::SUCCESS),
        Command::Exercise { ask } => exercise::run(&project()?, ask),
        Command::TruthTables(how) => truth_tables::run(project()?.root(), how.ask()).map(|()| ExitCode::SUCCESS),
        Command::Preprocess { question: Some(Question::Supports { renderer }), name } => {
            Ok(if protocol::supports(name, &renderer) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Preprocess { question: None, name } => protocol::preprocess(name).map(|()| ExitCode::SUCCESS),
        Command::Linkcheck => protocol::linkcheck().map(|()| ExitCode::SUCCESS),
    }
}

fn project() -> anyhow::Result<Project> {
    let here = env::current_dir().context("cannot tell the current folder")?;
    Ok(Project::open(&root::find(&here)?)?)
}

fn build(dest: Option<PathBuf>) -> anyhow::Result<()> {
    let project = project()?;
    // Relative to where the command was given, not to the book.
    let pages = match dest {
        Some(dest) => std::path::absolute(dest)?,
        None => book::pages(project.root())?,
    };
    let report = check::holds(&project)?;
    eprintln!("{}", check::summary(&report));
    book::build(&project, report, &pages)?;
    output::line(pages.display())?;
    Ok(())
}
