//! Checks of the exercises for *Processes*.
//!
//! The processes are real: the test starts itself again, and what it is to do there is told to it in
//! its environment.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{self, Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use crate::grade::patiently;

/// What this process is to do, if it is not the test.
const ROLE: &str = "EXERCISE_PROCESS";

/// How long processes wait for each other.
const LONG: Duration = Duration::from_millis(if cfg!(test) { 1_500 } else { 10_000 });

/// This test again, as a process that does something else.
fn again(role: &str) -> Command {
    let mut program = Command::new(env::current_exe().expect("a test has a file"));
    // The harness names a test's thread by the test.
    if let Some(name) = thread::current().name().filter(|name| *name != "main") {
        program.args(["--exact", name]);
    }
    program.arg("--nocapture").env(ROLE, role);
    program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    program
}

/// What all processes counted arrives where their results are added up.
///
/// # Panics
///
/// With the fewest cooks for which it does not.
#[track_caller]
pub fn all_onions_arrive(chop: fn(i32) -> i32, total: fn(Vec<Child>) -> io::Result<i32>) {
    if let Ok(onions) = env::var(ROLE) {
        process::exit(chop(onions.parse().expect("a number was sent")));
    }
    for onions in [&[][..], &[3], &[1, 2], &[2, 2, 5]] {
        let programs: Vec<_> = onions.iter().map(|onions| again(&onions.to_string())).collect();
        let yours = patiently("the cooks", move || {
            let start = |mut program: Command| program.spawn().expect("a process can be started");
            total(programs.into_iter().map(start).collect())
        });
        let yours = yours.expect("each can be waited for");
        let wanted: i32 = onions.iter().sum();
        assert!(
            yours == wanted,
            "The processes chop {onions:?} onions. In all that is {wanted}, and main has {yours}."
        );
    }
}

/// Programs run at the same time, and their exit codes come in their order.
///
/// # Panics
///
/// With how many had begun when the first one ended, or with the codes.
#[track_caller]
pub fn all_have_begun_before_one_ends(codes: fn(Vec<Command>) -> io::Result<Vec<Option<i32>>>) {
    if let Ok(place) = env::var(ROLE) {
        let (address, code) = place.split_once(' ').expect("a place and a code were sent");
        let met = TcpStream::connect(address).and_then(|mut place| place.read_exact(&mut [0]));
        let code = code.parse().expect("a number was sent");
        process::exit(if met.is_ok() { code } else { ALONE });
    }
    for wanted in [&[][..], &[7], &[4, 2], &[1, 3, 2]] {
        let place = TcpListener::bind("127.0.0.1:0").expect("this machine has an address");
        let address = place.local_addr().expect("it is bound");
        let program = |code: &i32| again(&format!("{address} {code}"));
        let programs = wanted.iter().map(program).collect();
        let all = wanted.len();
        let meeting = thread::spawn(move || meet(&place, all));
        let yours = patiently("the programs", move || codes(programs)).expect("all can be started");
        let begun = meeting.join().expect("it does not panic");
        assert!(
            begun == all,
            "Of {all} programs {begun} had begun, and it waited for its end before the next was started."
        );
        let wanted: Vec<_> = wanted.iter().copied().map(Some).collect();
        assert!(yours == wanted, "The programs end with {wanted:?}. Yours says: {yours:?}.");
    }
}

/// The exit code of who met nobody.
const ALONE: i32 = 99;

/// Waits until so many have come, and lets them go; how many came in time.
fn meet(place: &TcpListener, all: usize) -> usize {
    place.set_nonblocking(true).expect("a socket can be asked");
    let (mut here, begun) = (Vec::new(), Instant::now());
    while here.len() < all && begun.elapsed() < LONG {
        match place.accept() {
            Ok((stream, _)) => here.push(stream),
            Err(_) => thread::sleep(Duration::from_millis(1)),
        }
    }
    if here.len() == all {
        for stream in &mut here {
            let _gone = stream.write_all(&[1]);
        }
    }
    here.len()
}

/// A plug-in that ends as it should has an opinion, and one that crashes has none.
///
/// # Panics
///
/// With what the plug-in does, where it is not so.
#[track_caller]
pub fn a_crash_is_no_opinion(opinion: fn(Command, &str) -> io::Result<Option<i32>>) {
    if let Ok(role) = env::var(ROLE) {
        plug_in(&role);
    }
    // More than there is room for in a pipe: who writes it notices that nobody reads.
    let long = "on".repeat(10_000) + &" on".repeat(99_999);
    let cases = [
        ("counts to 2 words", "onion soup", Some(2)),
        ("counts to 0 words", "", Some(0)),
        ("panics when it has read the text", "onion soup", None),
        ("aborts when it has read the text", "onion soup", None),
        ("panics before it reads a long text", &long, None),
        ("aborts before it reads a long text", &long, None),
        ("stops reading a long text, for it has more than 100 words", &long, Some(100)),
    ];
    for (role, text, wanted) in cases {
        let (plugin, text) = (again(role), text.to_owned());
        match patiently(&format!("a plug-in that {role}"), move || opinion(plugin, &text)) {
            Ok(yours) => assert!(
                yours == wanted,
                "A plug-in {role}. Its opinion is {wanted:?}. Yours says: {yours:?}."
            ),
            Err(error) => panic!(
                "A plug-in {role}. Its opinion is {wanted:?}. Yours gives up: {error}. What befalls \
                 the plug-in must not befall the program."
            ),
        }
    }
}

/// What a plug-in does.
fn plug_in(role: &str) -> ! {
    let mut text = String::new();
    if !role.contains("before") && !role.contains("stops") {
        io::stdin().read_to_string(&mut text).expect("the text can be read");
    }
    match role.split_once(' ') {
        Some(("panics", _)) => process::exit(101),
        Some(("aborts", _)) => process::abort(),
        Some(("counts", _)) => process::exit(text.split_whitespace().count() as i32),
        _ => process::exit(100),
    }
}
