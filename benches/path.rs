//! Measures the throughput of each step in bytes per second: an ordinary line skipped, a request parsed, scanned and
//! rendered per target, a hostile line, and the whole conversion of a log in the usual mix.

#[path = "support/corpus.rs"]
mod corpus;

use corpus::{Mix, Numbers};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mgr2api::internal::{Finder, ansi, parse};
use mgr2api::{Block, CallOptions, Converter, Event, ScanOptions, Scanner, Settings, Snippet, Source, TARGETS};
use std::convert::Infallible;
use std::hint::black_box;
use std::sync::Arc;

fn request_line() -> Vec<u8> {
    let mut line = Vec::new();
    corpus::request(&mut Numbers::new(7), 1000, false, &mut line);
    line
}

fn steps(criterion: &mut Criterion) {
    let line = request_line();
    let mut group = criterion.benchmark_group("step");
    group.throughput(Throughput::Bytes(line.len() as u64));

    group.bench_function("parse", |bencher| bencher.iter(|| parse::line(black_box(&line))));

    let call = CallOptions::default();
    let options = ScanOptions::default();
    let mut block = Block::new(Arc::new(Source::log("billmgr.log")));
    block.extend(&line);
    group.bench_function("scan", |bencher| {
        let mut scanner = Scanner::new(&options);
        bencher.iter(|| {
            scanner.scan(black_box(&block), |_, event| {
                black_box(&event);
                Ok::<(), Infallible>(())
            })
        });
    });
    let Ok(()) = Scanner::new(&options).scan(&block, |_, event| {
        let Event::Request(request) = event else { panic!("{event:?}") };
        for target in TARGETS {
            group.bench_function(BenchmarkId::new("render", target.info().name), |bencher| {
                let mut snippet = Snippet::default();
                bencher.iter(|| {
                    snippet = Snippet::default();
                    target.render(black_box(request), &call, &mut snippet)
                });
            });
        }
        Ok::<(), Infallible>(())
    });

    let mut coloured = Vec::new();
    corpus::request(&mut Numbers::new(7), 1000, true, &mut coloured);
    let mut scratch = Vec::new();
    group.bench_function("colour", |bencher| bencher.iter(|| ansi::strip(black_box(&coloured), &mut scratch).len()));
    group.finish();
}

fn blocks(criterion: &mut Criterion) {
    let mut ordinary = Vec::new();
    let mut numbers = Numbers::new(3);
    while ordinary.len() < 256 * 1024 {
        corpus::other(&mut numbers, false, &mut ordinary);
        ordinary.push(b'\n');
    }
    let mut mixed = Vec::new();
    corpus::write(1 << 20, 5, Mix::Ordinary, &mut mixed).expect("memory");
    let hostile = b"Jun 25 09:07:51 [1:2] core_module INFO Request [][root] '".repeat(4000);

    let settings = Settings::new(mgr2api::target("curl").expect("listed"));
    let mut group = criterion.benchmark_group("block");
    for (name, bytes) in [("ordinary", &ordinary), ("usual mix", &mixed), ("hostile", &hostile)] {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        let mut block = Block::new(Arc::new(Source::log("billmgr.log")));
        block.extend(bytes);
        group.bench_function(BenchmarkId::new("find", name), |bencher| {
            let finder = Finder::new(false);
            bencher.iter(|| finder.lines(black_box(bytes)).count());
        });
        group.bench_function(BenchmarkId::new("whole way", name), |bencher| {
            let mut converter = Converter::new(&settings.scan, &settings.print);
            let mut out = Vec::new();
            bencher.iter(|| {
                out.clear();
                converter.block(black_box(&block), &mut out)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, steps, blocks);
criterion_main!(benches);
