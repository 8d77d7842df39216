//! The lines to a worker and back, as they stand here: both sides are held to them one by one.

use libtest_mimic::Failed;
use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// The lines that go through the pipes, to a worker and back.
const LINES: [(&str, &str); 2] =
    [(r#"{"Square":[7,2]}"#, r#"[49,"xx"]"#), (r#""Nap""#, r#"[0,""]"#)];

/// A worker that can do nothing but these lines.
pub(crate) fn by_heart() -> io::Result<()> {
    for job in io::stdin().lines() {
        let job = job?;
        let known = LINES.iter().find(|(known, _)| *known == job);
        println!("{}", known.ok_or(io::ErrorKind::InvalidInput)?.1);
    }
    Ok(())
}

pub(crate) fn wire_format() -> Result<(), Failed> {
    let mut worker = Command::new(env::current_exe()?);
    let worker = worker.env("PROCPOOL_WORKER", "1").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut worker = worker.spawn()?;
    let mut jobs = worker.stdin.take().ok_or("no input")?;
    LINES.iter().try_for_each(|(job, _)| writeln!(jobs, "{job}"))?;
    drop(jobs);
    let answers: String = LINES.iter().map(|(_, answer)| format!("{answer}\n")).collect();
    assert_eq!(
        String::from_utf8(worker.wait_with_output()?.stdout)?,
        answers,
        "a worker's answers"
    );

    let mut pool = Command::new(env::current_exe()?);
    let said = String::from_utf8(pool.env("POOL_BY_HEART", "1").output()?.stdout)?;
    assert_eq!(said, "[(49, \"xx\"), (0, \"\")]\n", "a pool, of workers that know the lines");
    Ok(())
}
