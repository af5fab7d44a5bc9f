# `just` lists the recipes. Arguments go to the command of the recipe.

[private]
default:
    @just --list --unsorted

# What to run while you work: the tests of the library, or `just quick --test it cli::help`
quick *args="--lib":
    cargo test --locked {{args}}

# Write the source in its form
format:
    cargo fmt

# The compiler's and clippy's warnings
lint:
    cargo clippy --locked --all-targets --all-features -- -D warnings

# The documents of the library
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items

# Write the golden files, the picker's screens, the public names and README's picture anew; read the diff
bless *args="golden names picture screens":
    BLESS=1 cargo test --locked --no-fail-fast --bin mgr2api --test it -- {{args}}

# Both guides as web pages in target/book; needs mdbook
book:
    mdbook build docs
    mdbook build docs/ru

# All tests, after installing what they need
test *args:
    tests/run {{args}}

# All fuzz targets, or `just fuzz 60 query`
fuzz *args:
    tests/fuzz {{args}}

# Licences, double crates and sources of what the program is built of
deny *args:
    tests/deny {{args}}

# What people install: .deb, .rpm, archives and checksums, in target/dist
package:
    tests/package

# The program for Windows, run under wine
windows:
    tests/windows

# Everything that must hold before a change lands
ci:
    .ci/run
