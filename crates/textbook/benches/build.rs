//! How long a build of this very book takes, with the search index and without it.
//!
//! The difference is why a save is built without the index: `cargo bench -p textbook`.

use criterion::{Criterion, criterion_group, criterion_main};
use textbook::book::{Machines, Search, find_root, render};

fn build(criterion: &mut Criterion) {
    let root = find_root().expect("the benchmark runs inside the book's workspace");
    let beside = root.join("target");
    let mut group = criterion.benchmark_group("build");
    // A build takes too long for criterion's hundred samples.
    group.sample_size(20);
    for (id, search) in [("with-search", Search::Indexed), ("without-search", Search::Empty)] {
        group.bench_function(id, |bencher| {
            bencher.iter(|| {
                render(&root, &beside, search, Machines::Yours).expect("a book without faults")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, build);
criterion_main!(benches);
