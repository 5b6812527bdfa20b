//! Every code block of every chapter, as skeptic compiles and runs it; blocks that must fail, fail with their codes.

include!(concat!(env!("OUT_DIR"), "/skeptic-tests.rs"));
