//! Serves the playground alone, and prints its address: for trying it by hand.

use std::error::Error;

use playground::{Config, Token, Toolchain, Warden};

fn main() -> Result<(), Box<dyn Error>> {
    let warden = Warden::enter();
    for hold in playground::holds(&warden) {
        println!("{} {}: {}", if hold.holds { "holds" } else { "FAILS" }, hold.promise, hold.how);
    }
    tokio::runtime::Runtime::new()?.block_on(serve(warden))
}

async fn serve(warden: Warden) -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map_or(Ok(3001), |port| port.parse())?;
    let listener = playground::bind(([127, 0, 0, 1], port).into()).await?;
    let port = listener.local_addr()?.port();
    let token = Token::fresh();
    println!("http://127.0.0.1:{port}/playground/{}", token.as_str());
    let config = Config::new(warden, Toolchain::of("rustc".as_ref())?, token, port);
    let routes = axum::Router::new().nest("/playground", playground::app(config));
    Ok(axum::serve(listener, routes).await?)
}
