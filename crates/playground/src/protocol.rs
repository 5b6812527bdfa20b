//! What goes over the wire: the Rust Playground's own requests and answers, and the fields that we add to them.

mod answer;
mod request;

pub use answer::{Ended, Evaluated, Executed, Millis};
pub use request::{Channel, CrateType, Edition, Evaluate, Execute, Mode, Name, OptLevel, Sanitizer};
