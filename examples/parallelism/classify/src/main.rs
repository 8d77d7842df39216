//! The waiting share of five pieces of work, measured: it tells what more cores could do for them.
//!
//! Run it: `cargo run -p classify`

use classify::{Work, compute, one_lock, read_files, scrape, serve_pages, wait_for_page};

fn main() -> std::io::Result<()> {
    let (server, folder) = (serve_pages()?, tempfile::tempdir()?);
    let works: [(&str, Work<'_>); 5] = [
        ("compute", Box::new(compute)),
        ("read cached files", Box::new(|| read_files(folder.path()))),
        ("wait for pages", Box::new(|| wait_for_page(server))),
        ("wait, then parse", Box::new(|| scrape(server))),
        ("two at one lock", Box::new(one_lock)),
    ];
    println!("                       C      P   waiting share");
    for (title, work) in works {
        let recorder = timeline::start(title);
        work()?;
        let run = recorder.finish();
        let (c, p, waiting) = (run.mean_in_progress(), run.mean_executing(), run.waiting_share());
        println!("{title:17} {c:6.2} {p:6.2} {waiting:15.2}");
    }
    Ok(())
}
