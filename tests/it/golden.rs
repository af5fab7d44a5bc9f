//! What is written down under `testdata` against what comes out now, and each language's own parser on it.

mod exchange;
mod files;
mod languages;
