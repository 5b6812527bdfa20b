//! What clients send.

use serde::{Deserialize, Serialize};

use crate::program::Program;

/// The body of `POST /execute`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Execute {
    /// Nightly is the same compiler with its unstable features open.
    pub channel: Channel,
    /// With or without optimization.
    pub mode: Mode,
    /// The configured one where it is missing.
    pub edition: Option<Edition>,
    /// A library is compiled and not run.
    pub crate_type: CrateType,
    /// Compile and run the `#[test]` functions.
    pub tests: bool,
    /// Show a backtrace when the program panics.
    #[serde(default)]
    pub backtrace: bool,
    /// The program.
    pub code: String,

    /// Ours: answer the diagnostics apart, in [`Executed::diagnostics`](super::Executed::diagnostics), with ANSI colors.
    #[serde(default)]
    pub ansi: bool,
    /// Ours: the listing's name, which names the file and the crate in diagnostics.
    pub name: Option<Name>,
    /// Ours: the width in columns that diagnostics are laid out for.
    pub width: Option<u16>,
    /// Ours: run under a sanitizer, which reports data races or memory errors.
    pub sanitizer: Option<Sanitizer>,
}

/// The body of `POST /evaluate.json`, which mdBook's own pages send.
#[derive(Debug, Deserialize)]
pub struct Evaluate {
    /// The channel.
    pub version: Channel,
    /// `"0"` is debug, all else release with that level.
    pub optimize: OptLevel,
    /// The program.
    pub code: String,
    /// The configured one where it is missing.
    pub edition: Option<Edition>,
    /// Compile and run the `#[test]` functions.
    #[serde(default)]
    pub tests: bool,
}

/// A release channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are their names")]
pub enum Channel {
    Stable,
    Nightly,
}

/// A build profile.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are their names")]
pub enum Mode {
    Debug,
    Release,
}

/// An edition of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are their names")]
pub enum Edition {
    #[serde(rename = "2015")]
    E2015,
    #[serde(rename = "2018")]
    E2018,
    #[serde(rename = "2021")]
    E2021,
    #[serde(rename = "2024")]
    E2024,
}

impl Edition {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::E2015 => "2015",
            Self::E2018 => "2018",
            Self::E2021 => "2021",
            Self::E2024 => "2024",
        }
    }
}

/// What a client may ask to have compiled. Which flag that becomes is ours to say: an attribute in the code cannot
/// change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they are their names")]
pub enum CrateType {
    Bin,
    Lib,
}

/// How hard to optimize.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are their names")]
pub enum OptLevel {
    #[serde(rename = "0")]
    O0,
    #[serde(rename = "1")]
    O1,
    #[serde(rename = "2")]
    O2,
    #[serde(rename = "3")]
    O3,
    #[serde(rename = "s")]
    Os,
    #[serde(rename = "z")]
    Oz,
}

impl OptLevel {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::O0 => "0",
            Self::O1 => "1",
            Self::O2 => "2",
            Self::O3 => "3",
            Self::Os => "s",
            Self::Oz => "z",
        }
    }
}

impl From<Mode> for OptLevel {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Debug => Self::O0,
            Mode::Release => Self::O3,
        }
    }
}

/// A sanitizer of the pinned compiler.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sanitizer {
    /// ThreadSanitizer: data races.
    Thread,
    /// AddressSanitizer: memory errors.
    Address,
}

impl Sanitizer {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Address => "address",
        }
    }
}

/// A listing's name: lower case, digits and `_`, so that it is a file's name and a crate's.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
        let goes_on = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if begins && goes_on && name.len() <= 64 {
            Ok(Self(name))
        } else {
            Err("a name is lower case letters, digits and `_`")
        }
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl Execute {
    pub(crate) fn program(self, edition: Edition) -> Program {
        Program {
            code: self.code,
            name: self.name,
            edition: self.edition.unwrap_or(edition),
            channel: self.channel,
            optimize: self.mode.into(),
            crate_type: self.crate_type,
            tests: self.tests,
            backtrace: self.backtrace,
            ansi: self.ansi,
            width: self.width,
            sanitizer: self.sanitizer,
        }
    }
}

impl Evaluate {
    pub(crate) fn program(self, edition: Edition) -> Program {
        Program {
            code: self.code,
            name: None,
            edition: self.edition.unwrap_or(edition),
            channel: self.version,
            optimize: self.optimize,
            crate_type: CrateType::Bin,
            tests: self.tests,
            backtrace: false,
            ansi: false,
            width: None,
            sanitizer: None,
        }
    }
}
