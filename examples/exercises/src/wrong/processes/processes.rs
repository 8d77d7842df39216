//! What looks right in *Processes*, and is not.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

use super::caught;

mod processes1 {
    use std::sync::atomic::{AtomicI32, Ordering::Relaxed};

    use super::{Child, caught, io};
    use crate::processes::all_onions_arrive;

    fn chop(onions: i32) -> i32 {
        onions
    }

    #[test]
    fn the_counter_of_main() {
        static CHOPPED: AtomicI32 = AtomicI32::new(0);
        fn chop(onions: i32) -> i32 {
            CHOPPED.fetch_add(onions, Relaxed);
            CHOPPED.load(Relaxed)
        }
        fn total(cooks: Vec<Child>) -> io::Result<i32> {
            for mut cook in cooks {
                cook.wait()?;
            }
            Ok(CHOPPED.load(Relaxed))
        }
        caught("chop [3] onions. In all that is 3, and main has 0", || {
            all_onions_arrive(chop, total);
        });
    }

    #[test]
    fn the_last_one_has_the_sum() {
        fn total(cooks: Vec<Child>) -> io::Result<i32> {
            let mut last = 0;
            for mut cook in cooks {
                last = cook.wait()?.code().unwrap_or(0);
            }
            Ok(last)
        }
        caught("chop [1, 2] onions. In all that is 3, and main has 2", || {
            all_onions_arrive(chop, total);
        });
    }

    #[test]
    fn who_has_not_ended_yet_is_not_asked() {
        fn total(cooks: Vec<Child>) -> io::Result<i32> {
            let ended = |mut cook: Child| Ok(cook.try_wait()?.and_then(|end| end.code()));
            cooks.into_iter().map(ended).map(|code| code.map(Option::unwrap_or_default)).sum()
        }
        fn chop(onions: i32) -> i32 {
            std::thread::sleep(std::time::Duration::from_millis(200));
            onions
        }
        caught("and main has 0", || all_onions_arrive(chop, total));
    }
}

mod processes2 {
    use super::{Child, Command, caught, io};
    use crate::processes::all_have_begun_before_one_ends;

    #[test]
    fn each_is_waited_for_at_once() {
        fn codes(programs: Vec<Command>) -> io::Result<Vec<Option<i32>>> {
            programs.into_iter().map(|mut program| Ok(program.status()?.code())).collect()
        }
        caught("Of 2 programs 1 had begun", || all_have_begun_before_one_ends(codes));
    }

    #[test]
    fn an_iterator_that_starts_none_before_it_is_asked() {
        fn codes(programs: Vec<Command>) -> io::Result<Vec<Option<i32>>> {
            let children = programs.into_iter().map(|mut program| program.spawn());
            children.map(|child| Ok(child?.wait()?.code())).collect()
        }
        caught("Of 2 programs 1 had begun", || all_have_begun_before_one_ends(codes));
    }

    #[test]
    fn the_last_is_waited_for_first() {
        fn codes(programs: Vec<Command>) -> io::Result<Vec<Option<i32>>> {
            let start = |mut program: Command| program.spawn();
            let mut children: Vec<Child> =
                programs.into_iter().map(start).collect::<Result<_, _>>()?;
            let mut codes = Vec::new();
            while let Some(mut child) = children.pop() {
                codes.push(child.wait()?.code());
            }
            Ok(codes)
        }
        caught("end with [Some(4), Some(2)]. Yours says: [Some(2), Some(4)]", || {
            all_have_begun_before_one_ends(codes);
        });
    }

    #[test]
    fn nobody_is_waited_for() {
        fn codes(programs: Vec<Command>) -> io::Result<Vec<Option<i32>>> {
            let start = |mut program: Command| program.spawn();
            let children: Vec<Child> = programs.into_iter().map(start).collect::<Result<_, _>>()?;
            children
                .into_iter()
                .map(|mut child| Ok(child.try_wait()?.and_then(|end| end.code())))
                .collect()
        }
        caught("end with [Some(7)]. Yours says: [None]", || all_have_begun_before_one_ends(codes));
    }
}

mod processes3 {
    use super::{Command, Stdio, Write, caught, io};
    use crate::processes::a_crash_is_no_opinion;

    #[test]
    fn a_crash_is_an_error() {
        fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
            let mut child = plugin.stdin(Stdio::piped()).spawn()?;
            child.stdin.as_mut().expect("there is a pipe").write_all(text.as_bytes())?;
            child.wait()?.code().map(Some).ok_or(io::Error::other("it crashed"))
        }
        caught(
            "panics when it has read the text. Its opinion is None. Yours says: Some(101)",
            || {
                a_crash_is_no_opinion(opinion);
            },
        );
    }

    #[test]
    fn a_killed_plug_in_is_an_error() {
        fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
            let mut child = plugin.stdin(Stdio::piped()).spawn()?;
            let _ = child.stdin.as_mut().expect("there is a pipe").write_all(text.as_bytes());
            let code = child.wait()?.code().ok_or(io::Error::other("it crashed"))?;
            Ok(Some(code).filter(|code| (0..=100).contains(code)))
        }
        if cfg!(unix) {
            caught("aborts when it has read the text. Its opinion is None. Yours gives up", || {
                a_crash_is_no_opinion(opinion);
            });
        }
    }

    #[test]
    fn it_hears_nothing() {
        fn opinion(mut plugin: Command, _: &str) -> io::Result<Option<i32>> {
            let child = plugin.stdin(Stdio::piped()).spawn()?;
            let output = child.wait_with_output()?;
            output.status.code().map(Some).ok_or(io::Error::other("it crashed"))
        }
        caught("A plug-in counts to 2 words. Its opinion is Some(2). Yours says: Some(0).", || {
            a_crash_is_no_opinion(opinion);
        });
    }

    #[test]
    fn the_pipe_is_open_while_it_waits() {
        fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
            let mut child = plugin.stdin(Stdio::piped()).spawn()?;
            let mut input = child.stdin.take().expect("there is a pipe");
            input.write_all(text.as_bytes())?;
            let code = child.wait()?.code();
            drop(input);
            Ok(code)
        }
        caught("a plug-in that counts to 2 words: it does not end", || {
            a_crash_is_no_opinion(opinion)
        });
    }

    #[test]
    fn every_code_is_an_opinion() {
        fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
            let mut child = plugin.stdin(Stdio::piped()).spawn()?;
            let mut input = child.stdin.take().expect("there is a pipe");
            let _ = input.write_all(text.as_bytes());
            drop(input);
            Ok(child.wait()?.code())
        }
        caught(
            "panics when it has read the text. Its opinion is None. Yours says: Some(101)",
            || {
                a_crash_is_no_opinion(opinion);
            },
        );
    }

    #[test]
    fn a_pipe_that_breaks_takes_the_program_along() {
        fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
            let mut child = plugin.stdin(Stdio::piped()).spawn()?;
            let mut input = child.stdin.take().expect("there is a pipe");
            input.write_all(text.as_bytes())?;
            drop(input);
            Ok(child.wait()?.code().filter(|code| (0..=100).contains(code)))
        }
        caught("What befalls the plug-in must not befall the program", || {
            a_crash_is_no_opinion(opinion);
        });
    }

    #[test]
    fn who_does_not_listen_has_no_opinion() {
        fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
            let mut child = plugin.stdin(Stdio::piped()).spawn()?;
            let mut input = child.stdin.take().expect("there is a pipe");
            let is_heard = input.write_all(text.as_bytes()).is_ok();
            drop(input);
            let code = child.wait()?.code().filter(|code| is_heard && (0..=100).contains(code));
            Ok(code)
        }
        caught("more than 100 words. Its opinion is Some(100). Yours says: None", || {
            a_crash_is_no_opinion(opinion);
        });
    }
}
