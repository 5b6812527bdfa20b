//! How fast the book is verified, next to what else could verify it: `cargo bench --bench verify`.
//!
//! Everything is measured in one run, on this machine and on this book, in turns, so that what slows one thing down slows
//! down the others. The checker is the one that `cargo run` builds (dev profile).

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use serde_json::Value;
use tempfile::TempDir;

/// How often a whole book is verified.
const FEW: usize = 3;
/// How often what takes a moment is done.
const MANY: usize = 15;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    say("building the checker");
    let crossing = build(root)?;
    let book = Book::copy(root, &crossing)?;
    let programs = book.programs()?;
    let mdbook = Mdbook::find();

    let mut times = Times::default();
    for round in 1..=FEW {
        say(&format!("the whole book, {round} of {FEW}"));
        book.forget()?;
        times.cold.push(book.check()?.wall);
        times.bare.push(bare_all(&book, &programs)?);
        if let Ok(mdbook) = &mdbook {
            times.mdbook.extend(mdbook.test(&book)?);
        }
    }
    let sample = |outcome| programs.iter().find(|program| program.outcome == outcome);
    let changed = [sample("check-fail"), sample("run-pass")]
        .map(|program| program.expect("the book has one of each"));
    say("small changes");
    for _ in 0..MANY {
        let unchanged = book.check()?;
        times.warm.push(unchanged.itself);
        times.warm_wall.push(unchanged.wall);
        for (index, program) in changed.into_iter().enumerate() {
            book.touch(program)?;
            times.changed[index].push(book.check()?.wall);
            times.changed_bare[index].push(bare(&book, program)?);
        }
    }
    say("skeptic");
    let skeptic = skeptic(root)?;
    say("");
    print!(
        "{}",
        report(&book.check()?, times, changed, mdbook.as_ref(), skeptic)
    );
    Ok(())
}

#[derive(Default)]
struct Times {
    cold: Vec<Duration>,
    warm: Vec<Duration>,
    warm_wall: Vec<Duration>,
    changed: [Vec<Duration>; 2],
    changed_bare: [Vec<Duration>; 2],
    mdbook: Vec<Duration>,
    bare: Vec<Duration>,
}

fn report(
    check: &Check,
    mut times: Times,
    changed: [&Program; 2],
    mdbook: Result<&Mdbook, &String>,
    skeptic: Option<Duration>,
) -> String {
    let total = |name: &str| check.report["totals"][name].as_u64().unwrap_or_default();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut text = format!(
        "{} listings, {} snippets, {} claims in {} chapters; rustc {}; {cores} cores; the checker in its dev profile\n\n",
        total("listings"),
        total("snippets"),
        total("claims"),
        total("chapters"),
        check.report["rustc"].as_str().unwrap_or_default(),
    );
    let mut row = |what: &str, times: &mut Vec<Duration>| {
        let median = median(times);
        if let Some(median) = median {
            let (least, most) = (times[0].as_secs_f64(), times[times.len() - 1].as_secs_f64());
            let _ = writeln!(
                text,
                "{what:<58} {:>8.3} s   {least:.3} to {most:.3} in {}",
                median.as_secs_f64(),
                times.len()
            );
        }
        median
    };
    let cold = row("check, from an empty cache", &mut times.cold);
    let warm = row("check, nothing changed: the check itself", &mut times.warm);
    row(
        "check, nothing changed: with the start of the program",
        &mut times.warm_wall,
    );
    let [fails, runs] = &mut times.changed;
    let [fails_bare, runs_bare] = &mut times.changed_bare;
    let changed = [
        (
            row(
                &format!(
                    "check, `{}` changed ({})",
                    changed[0].name, changed[0].outcome
                ),
                fails,
            ),
            row("  bare rustc of it", fails_bare),
        ),
        (
            row(
                &format!(
                    "check, `{}` changed ({})",
                    changed[1].name, changed[1].outcome
                ),
                runs,
            ),
            row("  bare rustc of it, and a run", runs_bare),
        ),
    ];
    let version = mdbook
        .map(|mdbook| mdbook.version.clone())
        .unwrap_or_default();
    let mdbook_test = row(
        &format!("{version} test, the same chapters"),
        &mut times.mdbook,
    );
    row(
        "skeptic, the same chapters",
        &mut skeptic.into_iter().collect(),
    );
    row(
        "bare rustc once per listing, and a run (the floor)",
        &mut times.bare,
    );

    text.push_str("\nbars\n");
    let mut bar = |what: &str, value: Option<f64>, most: f64, why_not: &str| {
        let _ = match value {
            Some(value) if value <= most => {
                writeln!(text, "  {what:<52} {value:.3} of at most {most}   holds")
            }
            Some(value) => writeln!(
                text,
                "  {what:<52} {value:.3} of at most {most}   DOES NOT HOLD"
            ),
            None => writeln!(text, "  {what:<52} not measured: {why_not}"),
        };
    };
    let ratio = |one: Option<Duration>, other: Option<Duration>| {
        Some(one?.as_secs_f64() / other?.as_secs_f64())
    };
    let why_not = mdbook
        .err()
        .map_or("`mdbook test` fails here", String::as_str);
    bar(
        "cold check / mdbook test",
        ratio(cold, mdbook_test),
        0.6,
        why_not,
    );
    bar(
        "nothing changed, in seconds",
        warm.map(|warm| warm.as_secs_f64()),
        0.1,
        "",
    );
    bar(
        "one failing listing changed / bare rustc",
        ratio(changed[0].0, changed[0].1),
        1.5,
        "",
    );
    bar(
        "one running listing changed / bare rustc",
        ratio(changed[1].0, changed[1].1),
        1.5,
        "",
    );
    let problems = check.report["problems"].as_array().map_or(0, Vec::len);
    if problems > 0 {
        let _ = writeln!(
            text,
            "\n{problems} problems: the book does not hold, and its times are those of another book"
        );
    }
    text
}

/// Sorts `times`, and returns the one in the middle.
fn median(times: &mut [Duration]) -> Option<Duration> {
    times.sort();
    times.get(times.len() / 2).copied()
}

/// Progress goes to stderr, so that stdout is the table and nothing else.
fn say(what: &str) {
    eprint!("\r\x1b[2K{what}");
    let _ = io::stderr().flush();
}

fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.stdin(Stdio::null()).stderr(Stdio::inherit());
    cargo
}

/// Builds the checker as `cargo run` does, and returns it.
fn build(root: &Path) -> io::Result<PathBuf> {
    let words = [
        "build",
        "--quiet",
        "--package",
        "crossing",
        "--message-format",
        "json",
    ];
    let output = cargo().args(words).current_dir(root).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let executables = messages.filter(|message| message["target"]["name"] == "crossing");
    let path = executables
        .filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
        .last();
    path.ok_or_else(|| io::Error::other("`cargo build --package crossing` made no program"))
}

/// A copy of the book, in which listings can be changed.
struct Book {
    folder: TempDir,
    crossing: PathBuf,
}

struct Check {
    wall: Duration,
    itself: Duration,
    report: Value,
}

struct Program {
    name: String,
    file: PathBuf,
    outcome: String,
}

impl Book {
    fn copy(root: &Path, crossing: &Path) -> io::Result<Book> {
        let book = Book {
            folder: TempDir::new()?,
            crossing: crossing.to_owned(),
        };
        for folder in ["src", "examples"] {
            copy(&root.join(folder), &book.root().join(folder))?;
        }
        fs::copy(
            root.join("rust-toolchain.toml"),
            book.root().join("rust-toolchain.toml"),
        )?;
        // Not the time that cargo takes to see that nothing is to be built.
        let toml = fs::read_to_string(root.join("book.toml"))?;
        fs::write(
            book.root().join("book.toml"),
            toml.replace("cargo run --quiet --", &crossing.display().to_string()),
        )?;
        // `mdbook test` takes the chapters that the summary names, the checker takes all.
        let mut summary = String::from("# Summary\n\n");
        for entry in fs::read_dir(book.root().join("src"))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") && name != "SUMMARY.md" {
                let _ = writeln!(summary, "- [{name}]({name})");
            }
        }
        fs::write(book.root().join("src/SUMMARY.md"), summary)?;
        Ok(book)
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A checker that knows nothing from before.
    fn forget(&self) -> io::Result<()> {
        match fs::remove_dir_all(self.root().join("target")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn check(&self) -> io::Result<Check> {
        let mut command = Command::new(&self.crossing);
        command
            .args(["check", "--json"])
            .current_dir(self.root())
            .env("CARGO_TARGET_DIR", self.root().join("target"));
        let (wall, output) = time(&mut command)?;
        let report: Value = serde_json::from_slice(&output.stdout)?;
        let itself =
            Duration::from_secs_f64(report["totals"]["seconds"].as_f64().unwrap_or_default());
        Ok(Check {
            wall,
            itself,
            report,
        })
    }

    fn programs(&self) -> io::Result<Vec<Program>> {
        say("what there is to check");
        let report = self.check()?.report;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let listings = report["listings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|listing| listing["holds"] == true);
        let program = |listing: &Value| Program {
            name: text(&listing["name"]),
            file: text(&listing["file"]).into(),
            outcome: text(&listing["outcome"]),
        };
        Ok(listings.map(program).collect())
    }

    /// Changes a listing, but nothing that is said of it.
    fn touch(&self, program: &Program) -> io::Result<()> {
        let mut file = fs::File::options()
            .append(true)
            .open(self.root().join(&program.file))?;
        writeln!(file, "// changed")
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        match path.is_dir() {
            true => copy(&path, &to.join(name))?,
            false => drop(fs::copy(&path, to.join(name))?),
        }
    }
    Ok(())
}

fn time(command: &mut Command) -> io::Result<(Duration, Output)> {
    let started = Instant::now();
    let output = command.stdin(Stdio::null()).output()?;
    Ok((started.elapsed(), output))
}

/// `rustc` on every listing, as a reader would call it, and its program run where it ends by itself: on all cores.
fn bare_all(book: &Book, programs: &[Program]) -> io::Result<Duration> {
    let next = AtomicUsize::new(0);
    let started = Instant::now();
    let work = || -> io::Result<()> {
        while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
            bare(book, program)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().expect("no worker panics"))
    })?;
    Ok(started.elapsed())
}

/// `rustc --edition 2024 NAME.rs -o NAME`, and `NAME`.
fn bare(book: &Book, program: &Program) -> io::Result<Duration> {
    let folder = TempDir::new()?;
    let source = fs::read_to_string(book.root().join(&program.file))?;
    let edition = source
        .lines()
        .find_map(|line| line.strip_prefix("//@ edition: "))
        .unwrap_or("2024");
    let nightly = source.lines().any(|line| line == "//@ nightly");
    let binary = folder
        .path()
        .join(format!("{}{}", program.name, env::consts::EXE_SUFFIX));
    let started = Instant::now();
    // The compiler itself: rustup's proxy takes time of its own, which a reader's `rustc` would take as well.
    let mut rustc = Command::new(rustc());
    rustc
        .args(["--edition", edition, "-o"])
        .arg(&binary)
        .arg(book.root().join(&program.file));
    rustc.envs(nightly.then_some(("RUSTC_BOOTSTRAP", "1")));
    time(&mut rustc)?;
    if matches!(
        program.outcome.as_str(),
        "run-pass" | "run-fail" | "no-data-race"
    ) {
        time(&mut Command::new(&binary))?;
    }
    Ok(started.elapsed())
}

/// The compiler beside the cargo that runs this.
fn rustc() -> PathBuf {
    let beside = env::var_os("CARGO").map(|cargo| {
        PathBuf::from(cargo).with_file_name(format!("rustc{}", env::consts::EXE_SUFFIX))
    });
    beside
        .filter(|rustc| rustc.is_file())
        .unwrap_or_else(|| "rustc".into())
}

/// The `mdbook` command, which is not needed for anything else.
struct Mdbook {
    path: PathBuf,
    version: String,
}

impl Mdbook {
    fn find() -> Result<Mdbook, String> {
        let path = env::var_os("MDBOOK").map_or_else(|| "mdbook".into(), PathBuf::from);
        match Command::new(&path).arg("--version").output() {
            Ok(output) if output.status.success() => {
                let version = String::from_utf8_lossy(&output.stdout).trim().replace(" v", " ");
                Ok(Mdbook { path, version })
            }
            _ => Err("there is no mdbook: `cargo install mdbook --version 0.5.4 --locked`, or set MDBOOK to it".into()),
        }
    }

    /// How long `mdbook test` takes; `None` where it fails, which is said.
    fn test(&self, book: &Book) -> io::Result<Option<Duration>> {
        let (wall, output) = time(
            Command::new(&self.path)
                .arg("test")
                .current_dir(book.root()),
        )?;
        if output.status.success() {
            return Ok(Some(wall));
        }
        eprintln!(
            "\n`mdbook test` fails:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(None)
    }
}

/// How long skeptic's tests take, which are built and not yet run; `None` where they fail, which is said.
fn skeptic(root: &Path) -> io::Result<Option<Duration>> {
    let words = ["test", "--quiet", "--test", "skeptic"];
    if !cargo()
        .args(words)
        .arg("--no-run")
        .current_dir(root)
        .status()?
        .success()
    {
        eprintln!("\nskeptic's tests do not compile");
        return Ok(None);
    }
    let (wall, output) = time(cargo().args(words).current_dir(root))?;
    if !output.status.success() {
        eprintln!(
            "\nskeptic's tests fail:\n{}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
    Ok(output.status.success().then_some(wall))
}
