# Everything that must hold before a change lands.
ci:
    .ci/run

# All tests, with their tools.
test *args:
    tests/run {{args}}

format:
    cargo fmt

lint:
    cargo clippy --locked --all-targets --all-features -- -D warnings

doc:
    cargo doc --locked --no-deps --document-private-items

# Writes the golden files anew; read the diff.
bless:
    BLESS=1 cargo test --locked --bin mgr2api --test it

fuzz:
    tests/fuzz

package:
    tests/package
