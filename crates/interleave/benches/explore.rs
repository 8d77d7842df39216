//! How many states a second a search explores.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use interleave::{Mutex, Search, Shared, thread};

/// Two cooks who count ten onions each, by a load and a store.
fn onions() -> usize {
    let found = Search::new("onions").explore(|| {
        let onions = Shared::new("onions", 0);
        thread::scope(|s| {
            for cook in ["anna", "ben"] {
                s.spawn(cook, || {
                    for _ in 0..10 {
                        let n = onions.load();
                        onions.store(n + 1);
                    }
                });
            }
        });
        onions.load().get()
    });
    found.map_or(0, |found| found.states())
}

/// Philosophers who each take the fork to their left first.
fn philosophers(count: usize) -> usize {
    let found = Search::new("philosophers").explore(move || {
        let forks: Vec<_> = (0..count).map(|n| Mutex::new(&format!("fork {n}"), ())).collect();
        thread::scope(|s| {
            for one in 0..count {
                let forks = &forks;
                s.spawn(&format!("philosopher {one}"), move || {
                    let _left = forks[one].lock();
                    let _right = forks[(one + 1) % count].lock();
                });
            }
        });
    });
    found.map_or(0, |found| found.states())
}

fn explore(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("explore");
    group.sample_size(10).warm_up_time(Duration::from_secs(1));
    group.throughput(Throughput::Elements(onions() as u64));
    group.bench_function("onions-10", |bencher| bencher.iter(|| black_box(onions())));
    for count in [5, 7] {
        group.throughput(Throughput::Elements(philosophers(count) as u64));
        let name = format!("philosophers-{count}");
        group.bench_function(name, |bencher| bencher.iter(|| black_box(philosophers(count))));
    }
    group.finish();
}

criterion_group!(benches, explore);
criterion_main!(benches);
