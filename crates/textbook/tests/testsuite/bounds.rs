//! What an edited block may take, and what is left of it: with namespaces, and where a system refuses
//! them.
#![cfg(target_os = "linux")] // Where programs are contained.

use crate::kitchen::Kitchen;
use serde_json::json;
use std::fs;
use std::process::Command;

#[test]
fn an_edited_block_stays_within_its_bounds() {
    let kitchen = Kitchen::open();
    let Some(namespace) = namespace_of_a_block(&kitchen) else { return };
    if namespace == namespace_of_this_test() {
        eprintln!("not tried: this system refuses namespaces");
        return;
    }
    stays_within_its_bounds(&kitchen);
}

#[test]
fn without_namespaces_it_stays_within_its_bounds_too() {
    let kitchen = Kitchen::without_namespaces();
    let Some(namespace) = namespace_of_a_block(&kitchen) else { return };
    assert_eq!(namespace, namespace_of_this_test());
    stays_within_its_bounds(&kitchen);
}

/// The namespace of a block's processes, if it is run.
fn namespace_of_a_block(kitchen: &Kitchen) -> Option<String> {
    let code = "print!(\"{}\", std::fs::read_link(\"/proc/self/ns/pid\").unwrap().display());";
    let (how, printed) = kitchen.block(code);
    if how.contains("is not run") {
        eprintln!("not tried: {how}");
        return None;
    }
    assert_eq!(how, "It ended well.");
    // Before it comes what cargo did.
    Some(printed[printed.rfind("pid:").expect("a namespace")..].to_owned())
}

fn namespace_of_this_test() -> String {
    let link = fs::read_link("/proc/self/ns/pid").expect("it is there");
    link.display().to_string()
}

fn stays_within_its_bounds(kitchen: &Kitchen) {
    // Endless output.
    let (how, printed) = kitchen.block("loop { println!(\"again\"); }");
    assert!(how.contains("printed more than its limit of 131072 bytes"), "{how}");
    assert!(printed.len() < 140_000, "{}", printed.len());
    // Memory.
    let (how, printed) = kitchen
        .block("let mut all = vec![]; loop { all.push(Vec::<u8>::with_capacity(1 << 28)); }");
    assert!(how.contains("signal") && printed.contains("memory allocation"), "{how} {printed}");
    // What the system says of its limits, soft and hard: a shell may have had the same soft ones.
    let (_, limits) =
        kitchen.block("print!(\"{}\", std::fs::read_to_string(\"/proc/self/limits\").unwrap());");
    for (limit, value) in [
        ("Max core file size", "0"),
        ("Max address space", "4294967296"),
        ("Max open files", "1024"),
        ("Max file size", "67108864"),
    ] {
        let line = limits.lines().find_map(|line| line.strip_prefix(limit)).expect("a limit");
        let [soft, hard, ..] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        assert_eq!((soft, hard), (value, value), "{limit}");
    }
    // Files: a long one, and many.
    let code = "let all = [1_u8; 65536]; let mut file = std::fs::File::create(\"long\").unwrap();
        loop { std::io::Write::write_all(&mut file, &all).unwrap(); }";
    let (how, _) = kitchen.block(code);
    assert!(how.contains("signal 25") || how.contains("exit code 101"), "{how}");
    let code = "let mut all = vec![]; loop { all.push(std::fs::File::create(\"one\").unwrap()); }";
    let (how, printed) = kitchen.block(code);
    assert!(
        how.contains("exit code 101") && printed.contains("Too many open files"),
        "{how} {printed}"
    );
    // Processes that leave their parent, their session and their environment behind.
    let code = "for _ in 0..20 {
            std::process::Command::new(\"setsid\").args([\"sleep\", \"8765.25\"]).env_clear().spawn().unwrap();
        } println!(\"hidden\");";
    let (how, printed) = kitchen.block(code);
    assert!(how == "It ended well." && printed.contains("hidden"), "{how} {printed}");
    // Processes without end.
    let code = "let me = std::env::current_exe().unwrap();
        loop { if let Err(error) = std::process::Command::new(&me).spawn() { panic!(\"{error}\"); } }";
    kitchen.hang_up_after("/block", &json!({ "code": code }), "Resource temporarily unavailable");
    kitchen.nothing_left(); // To end so many takes a moment.
    // The environment has nothing of ours.
    let (_, printed) = kitchen.block("for (name, _) in std::env::vars() { println!(\"{name}\"); }");
    for secret in ["CARGO", "USER", "TOKEN", "SSH"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    kitchen.nothing_left();
    let listed = Command::new("ps").args(["-eo", "args"]).output().expect("ps is there");
    assert!(!String::from_utf8_lossy(&listed.stdout).contains("8765.25"), "something hides");
}

#[test]
fn where_nothing_can_contain_a_block_it_is_refused_with_the_reason() {
    let kitchen = Kitchen::open_where(&[], &[("PATH", "/nowhere")]);
    let (how, printed) = kitchen.block("println!(\"on\");");
    assert!(how.starts_with("an edited block is not run, because setpriv, of util-linux"), "{how}");
    assert_eq!(printed, "");
}

#[test]
fn where_nothing_counts_the_processes_of_root_a_block_is_refused_with_the_reason() {
    // Root of a namespace that has no control groups.
    let hide = "mount -t tmpfs none /sys/fs/cgroup && exec \"$@\"";
    let by = ["unshare", "--map-root-user", "--mount", "sh", "-c", hide, "sh"];
    let probe = Command::new(by[0]).args(&by[1..]).arg("true").output();
    if !probe.is_ok_and(|probe| probe.status.success()) {
        eprintln!("not tried: this system refuses namespaces");
        return;
    }
    let kitchen = Kitchen::open_where(&by, &[]);
    let (how, printed) = kitchen.block("println!(\"on\");");
    assert!(how.starts_with("an edited block is not run: this server runs as root"), "{how}");
    assert_eq!(printed, "");
    kitchen.nothing_left();
}
