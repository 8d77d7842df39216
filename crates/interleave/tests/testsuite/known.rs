//! Small programs whose answers are known.

use crate::programs::{counts, dead, onions, philosophers};

#[test]
fn one_onion_each() {
    let found = onions(2, 1).unwrap();
    println!("{found}\n{}", found.strip(&found.outcomes()[0].witness));
    assert_eq!((found.schedules(), found.states()), (Some(6), 12));
    assert_eq!(counts(&found), [("1", 4), ("2", 2)].into());
}

#[test]
fn two_onions_each() {
    let found = onions(2, 2).unwrap();
    assert_eq!(found.schedules(), Some(70));
    assert_eq!(counts(&found), [("2", 32), ("3", 32), ("4", 6)].into());
}

#[test]
fn ten_onions_each() {
    let begun = std::time::Instant::now();
    let found = onions(2, 10).unwrap();
    println!("{:?} {found}", begun.elapsed());
    assert_eq!(found.schedules(), Some(137_846_528_820));
    assert_eq!(found.outcomes().first().unwrap().text, "2");
    assert_eq!(found.outcomes().last().unwrap().text, "20");
}

#[test]
fn philosophers_die_in_one_state_or_not_at_all() {
    for (count, states) in [(2, 19), (3, 87), (4, 391), (5, 1743)] {
        let naive = philosophers(count, false).unwrap();
        println!("{naive}");
        assert_eq!(naive.states(), states);
        assert_eq!(naive.outcomes().len(), 2);
        let ordered = philosophers(count, true).unwrap();
        assert_eq!(dead(&ordered), 0);
        assert_eq!(ordered.outcomes().len(), 1);
        if count == 5 {
            assert_eq!((naive.schedules(), dead(&naive)), (Some(66_468_720), 120));
            assert_eq!(ordered.schedules(), Some(49_719_072));
        }
    }
}
