//@ check-fail
trait NoSecret {}

impl NoSecret for .. {} //~ ERROR obsolete syntax

fn main() {}
