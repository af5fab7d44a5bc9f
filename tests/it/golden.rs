//! Compares the files in `testdata` with the current output, and parses them with each language's own parser.

mod cases;
mod exchange;
mod files;
mod languages;
mod scripts;
