//! How much a run uses in sum, which the kernel keeps no limit for.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// How many processes there are in sight, and the memory that they use, without the warden. For a namespace of our own.
/// Stops counting beyond `enough`: the next look at thousands must not take longer than they need to become more.
pub(super) fn in_sight(enough: u64) -> (u64, u64) {
    let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
    let processes =
        numbers.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).filter(|&process| process != 1);
    let counted = processes.take(usize::try_from(enough).unwrap_or(usize::MAX).saturating_add(1));
    counted.fold((0, 0), |(count, memory), process| (count + 1, memory + resident(process)))
}

/// The memory that a process has at present, in bytes.
pub(super) fn resident(process: u32) -> u64 {
    let statm = fs::read_to_string(format!("/proc/{process}/statm")).unwrap_or_default();
    let pages: u64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0);
    pages * rustix::param::page_size() as u64
}

/// The bytes below `dir`.
pub(super) fn on_disk(dir: &Path) -> u64 {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let sizes = entries.map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => 4096 + on_disk(&entry.path()),
        // An empty file takes its place too.
        Ok(found) => 4096 + found.blocks() * 512,
        Err(_) => 0,
    });
    sizes.sum()
}
