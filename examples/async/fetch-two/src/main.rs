//! Two requests to a server that answers nobody before it has heard both.
//!
//! Run it: `cargo run -p fetch-two`

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

// ANCHOR: server
/// Two visitors, each with a line. It reads both lines, and then answers.
fn serve(listener: &TcpListener) -> io::Result<()> {
    let mut visitors = Vec::new();
    while visitors.len() < 2 {
        let (stream, _) = listener.accept()?;
        let mut request = String::new();
        BufReader::new(&stream).read_line(&mut request)?;
        visitors.push((stream, request));
    }
    visitors.iter_mut().try_for_each(|(stream, request)| write!(stream, "this is {request}"))
}

/// A server in a thread of its own, which ends with the program at the latest.
fn start_server() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || serve(&listener));
    Ok(address)
}
// ANCHOR_END: server

// ANCHOR: client
async fn fetch_data(server: SocketAddr, number: u32) -> io::Result<String> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(format!("data {number}\n").as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let server = start_server()?;
    let (one, two) = tokio::try_join!(fetch_data(server, 1), fetch_data(server, 2))?;
    print!("put together:\n  {one}  {two}");

    println!("one after the other:");
    let server = start_server()?;
    match timeout(Duration::from_millis(500), fetch_data(server, 1)).await {
        Ok(one) => print!("  {}  {}", one?, fetch_data(server, 2).await?),
        Err(_) => println!("  no answer to the first request, and the second is not made"),
    }
    Ok(())
}
// ANCHOR_END: client
