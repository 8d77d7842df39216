//! What it costs to turn the directives of a chapter into evidence.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use mdbook_evidence::{Evidence, Source};

fn expand(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = Path::new("book/concurrency/kitchen.md");
    let text = std::fs::read_to_string(root.join(path)).expect("the chapter is in the repository");
    let evidence = Evidence::new(&root);
    criterion.bench_function("expand/kitchen", |bencher| {
        bencher.iter(|| evidence.expand(black_box(&Source { path, text: &text })));
    });
}

criterion_group!(benches, expand);
criterion_main!(benches);
