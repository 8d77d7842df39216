//! The first primes by a loop, and by a chain of threads: on any core, and held on one.

use criterion::{Criterion, criterion_group, criterion_main};
use prime_sieve::{by_loop, by_threads};
use std::hint::black_box;
use std::thread;

const COUNT: usize = 100;

/// Does something in a thread that may use one core only; where the system lets it choose, the
/// threads that it starts may use no other either.
fn on_one_core<T: Send>(task: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let pinned = scope.spawn(|| {
            if let Some(core) = core_affinity::get_core_ids().unwrap_or_default().first() {
                core_affinity::set_for_current(*core);
            }
            task()
        });
        pinned.join().expect("it does not panic")
    })
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("prime-sieve");
    group.bench_function("loop", |b| b.iter(|| by_loop(black_box(COUNT))));
    group.bench_function("threads", |b| b.iter(|| by_threads(black_box(COUNT))));
    group.bench_function("one-core", |b| b.iter(|| on_one_core(|| by_threads(black_box(COUNT)))));
    group.finish();
}

criterion_group!(sieve_benches, benches);
criterion_main!(sieve_benches);
