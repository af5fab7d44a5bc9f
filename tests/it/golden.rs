//! What is written down under `testdata` against what comes out now, and each language's own parser on it.

mod cases;
mod exchange;
mod files;
mod languages;
mod scripts;
