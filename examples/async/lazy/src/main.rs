//! When an async function begins: not when it is called.
//!
//! Run it: `cargo run -p lazy`

async fn boil(what: &str) {
    println!("    {what} is boiling");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("soup: call");
    let soup = boil("soup");
    println!("soup: await");
    soup.await;

    println!("tea: call, and never await");
    let tea = boil("tea");
    drop(tea);

    println!("rice: spawn");
    let rice = tokio::spawn(boil("rice"));
    println!("rice: await");
    rice.await.expect("boiling does not panic");
}
