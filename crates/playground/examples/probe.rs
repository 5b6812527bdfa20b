//! scratch
use playground::{Confinement, Warden};
fn main() {
    let warden = Warden::enter();
    if std::env::args().nth(1).is_some() { return }
    for c in Confinement::ALL {
        let mut ts: Vec<_> = (0..40).map(|_| { let w = warden.clone().confined(c); let t = std::time::Instant::now(); playground::holds(&w); t.elapsed().as_secs_f64()*1e3 }).collect();
        ts.sort_by(f64::total_cmp);
        println!("{c:?} min {:.1} median {:.1}", ts[0], ts[20]);
    }
    let mut ts: Vec<_> = (0..40).map(|_| { let t = std::time::Instant::now(); std::process::Command::new("/proc/self/exe").arg("x").stdout(std::process::Stdio::null()).status().unwrap(); t.elapsed().as_secs_f64()*1e3 }).collect::<Vec<_>>();
    if std::env::args().nth(1).is_some() { return }
    ts.sort_by(f64::total_cmp);
    println!("exec alone min {:.1} median {:.1}", ts[0], ts[20]);
}
