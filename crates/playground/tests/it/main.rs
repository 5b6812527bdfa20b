//! Tries the playground for real: a server on a loopback port, programs that mean harm, and sites that are not ours.
//!
//! One after another, since what is looked for in the end is that nothing is left: no process, no file, no mount.

mod attacks;
mod client;
mod compiler;
mod gate;
mod load;
mod protocol;
mod server;
mod wire;

use libtest_mimic::Arguments;
use playground::{Confinement, Warden};

fn main() {
    let warden = Warden::enter();
    if let [_, first, confinement] = &std::env::args().collect::<Vec<_>>()[..]
        && first == server::ALONE
    {
        server::alone(warden, confinement);
    }
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let mut trials = Vec::new();
    trials.extend(gate::trials(&warden));
    trials.extend(protocol::trials(&warden));
    trials.extend(wire::trials(&warden));
    trials.extend(compiler::trials(&warden));
    for confinement in Confinement::ALL {
        trials.extend(attacks::trials(&warden, confinement));
    }
    trials.extend(load::trials(&warden));
    libtest_mimic::run(&arguments, trials).exit();
}
