# `just` lists the recipes. Arguments go to the command of the recipe.

[private]
default:
    @just --list --unsorted

# Tests for use while you work: those of the library, or `just quick --test it cli::help`
quick *args="--lib":
    cargo test --locked {{args}}

# Format the source
format:
    cargo fmt

# Warnings of the compiler and of clippy
lint:
    cargo clippy --locked --all-targets --all-features -- -D warnings

# The documentation of the library
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items

# Write the golden files, the picker's screens, the public names and the README's picture; read the diff
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

# Licences, duplicates and sources of the crates that the program is built from
deny *args:
    tests/deny {{args}}

# The packages: .deb, .rpm, archives and checksums, in target/dist
package:
    tests/package

# The program for Windows, run under wine
windows:
    tests/windows

# Everything that must hold before a change lands
ci:
    .ci/run
