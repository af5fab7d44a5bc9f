//! The awk program that checks by its answer whether a call succeeded: for scripts, and for single lines of curl.
//!
//! A panel reports its errors with status 200. Every Unix system has awk; few panels have jq. The exit status is 3 for
//! an error of the panel, 4 for no answer, 5 for an incomplete JSON or XML document, and 0 for everything else.
//!
//! `judge.awk` parses JSON by splitting it at its quotes, so that strings and structure alternate, except for quotes
//! that a backslash escapes. It tracks the depth, because a nested list may have a column named `error`. The program
//! must not contain two backslashes in a row or a single quote: fish would change them within single quotes.

use std::sync::LazyLock;

/// The program, with one statement per line.
pub(crate) const PROGRAM: &str = include_str!("judge.awk");

/// The program on one line, which also prints the answer as it is.
pub(crate) static ONE_LINE: LazyLock<String> = LazyLock::new(|| {
    let mut line = String::from("BEGIN { ORS = \"\" } { print quote $0; quote = \"\\\"\" }");
    for statement in PROGRAM.lines().map(str::trim) {
        let ends_block = line.ends_with(['{', '}']);
        line.push_str(if ends_block || statement == "}" { " " } else { "; " });
        line.push_str(statement);
    }
    line
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shell_reads_the_program_alike_between_single_quotes() {
        for text in [PROGRAM, &ONE_LINE] {
            assert!(!text.contains("\\\\") && !text.contains('\''), "{text}");
        }
        assert!(!ONE_LINE.contains('\n'));
    }
}
