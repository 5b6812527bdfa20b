//! What keeps the book from being built, and how any failure is told.

use std::fmt;

use listing::Problem;

/// The book says something that does not hold.
#[derive(Debug)]
pub struct Refused(pub Vec<Problem>);

impl Refused {
    /// An error if there are problems.
    pub fn unless_empty(problems: Vec<Problem>) -> Result<(), Refused> {
        if problems.is_empty() { Ok(()) } else { Err(Refused(problems)) }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            write!(f, "{problem}\n\n")?;
        }
        write!(f, "error: {}; the pages are left as they were", count(self.0.len(), "problem"))
    }
}

impl std::error::Error for Refused {}

/// An error as it is printed: all causes in one line, or the problems alone, which need no story around them.
pub fn describe(error: &anyhow::Error) -> String {
    if let Some(refused) = error.downcast_ref::<Refused>() {
        return refused.to_string();
    }
    let text = format!("{error:#}");
    if text.starts_with("error: ") { text } else { format!("error: {text}") }
}

/// `1 problem`, `2 problems`.
pub fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn problems_are_told_without_what_called_them() {
        let problem = Problem::new("src/a.md", 3, "it does not hold").help("mend it");
        let error = Err::<(), _>(Refused(vec![problem])).context("Rendering failed").unwrap_err();
        assert_eq!(
            describe(&error),
            "error: it does not hold\n --> src/a.md:3\nhelp: mend it\n\nerror: 1 problem; the pages are left as they were"
        );
    }

    #[test]
    fn other_errors_are_told_with_their_causes() {
        let error = anyhow::anyhow!("no such file").context("cannot read `book.toml`");
        assert_eq!(describe(&error), "error: cannot read `book.toml`: no such file");
    }
}
