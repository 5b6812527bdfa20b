//! How much one process may use: the limits that the kernel keeps.

use std::io;

use rustix::process::{Resource, Rlimit};

use super::Confinement;
use crate::warden::{Limits, Stage};

/// The limits to set, in an array: what sets them may not allocate.
pub(super) type Resources = [(Resource, Option<u64>); 6];

/// The limits for one process of `stage`; `None` leaves one as it is.
pub(super) fn limits(stage: Stage, limits: &Limits, confinement: Confinement) -> Resources {
    let cores = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    // A sanitizer reserves terabytes for its shadow, and uses little of it: only the watch can bound that.
    let memory = (stage != Stage::Sanitized).then_some(limits.memory);
    // Counts all processes of a user: only with a user of its own is that the run.
    let threads = (confinement != Confinement::Bare).then_some(limits.threads);
    [
        (Resource::Core, Some(0)),
        (Resource::Cpu, Some((limits.seconds + 1) * cores)),
        (Resource::Fsize, Some(limits.disk)),
        (Resource::Nofile, Some(256)),
        (Resource::Data, memory),
        (Resource::Nproc, threads),
    ]
}

/// Sets them for the calling process. Only system calls: this runs between fork and exec.
pub(super) fn set(resources: &Resources) -> io::Result<()> {
    for &(resource, value) in resources {
        if value.is_some() {
            rustix::process::setrlimit(resource, Rlimit { current: value, maximum: value })?;
        }
    }
    Ok(())
}
