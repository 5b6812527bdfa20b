//! What a request comes down to, whichever it was.

use serde::{Deserialize, Serialize};

use crate::protocol::{Channel, CrateType, Edition, Name, OptLevel, Sanitizer};

/// One program, and how to compile and run it: what a warden is given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Program {
    pub code: String,
    pub name: Option<Name>,
    pub edition: Edition,
    pub channel: Channel,
    pub optimize: OptLevel,
    pub crate_type: CrateType,
    pub tests: bool,
    pub backtrace: bool,
    pub ansi: bool,
    pub width: Option<u16>,
    pub sanitizer: Option<Sanitizer>,
}

impl Program {
    /// Whether there is anything to run: a library is only compiled, its tests are run.
    pub fn runs(&self) -> bool {
        self.tests || self.crate_type == CrateType::Bin
    }
}
