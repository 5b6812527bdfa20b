//@ check-fail
//@ width: 100
use std::thread;

mod config {
    use std::error::Error;

    #[derive(Debug)]
    #[non_exhaustive]
    pub enum ConfigError {
        Missing(String),
        Other(Box<dyn Error>), // new in version 1.1
    }

    pub fn port(text: &str) -> Result<u16, ConfigError> {
        let line = text.strip_prefix("port ");
        let line = line.ok_or(ConfigError::Missing("port".into()))?;
        line.parse().map_err(|e| ConfigError::Other(Box::new(e)))
    }
}

fn main() {
    let worker = thread::spawn(|| config::port("port 80")); //~ ERROR E0277
    println!("{:?}", worker.join().unwrap());
}
