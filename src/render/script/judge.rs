//! The awk program that decides from an answer whether a call succeeded: for scripts, and for one line of curl.
//!
//! A panel reports its errors with status 200. awk is on every Unix system; jq is on few panels. The exit status is 3 for an
//! error of the panel, 4 for no answer, 5 for an incomplete JSON document, and 0 for all else.
//!
//! The walk over JSON in `judge.awk` splits the text at its quotes, so that strings and structure alternate, except for
//! quotes that a backslash escapes. It tracks the depth, since a list deeper inside may have a column named `error`.
//! The program contains no two backslashes in a row and no single quote: fish would change them between single quotes.

/// The program, one statement a line.
pub(crate) const PROGRAM: &str = include_str!("judge.awk");

/// The program on one line, which also prints the answer as it is.
pub(crate) fn one_line() -> String {
    let mut line = String::from("BEGIN { ORS = \"\" } { print quote $0; quote = \"\\\"\" }");
    for statement in PROGRAM.lines().map(str::trim) {
        let ends_block = line.ends_with(['{', '}']);
        line.push_str(if ends_block || statement == "}" { " " } else { "; " });
        line.push_str(statement);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shell_reads_the_program_alike_between_single_quotes() {
        for text in [PROGRAM, &one_line()] {
            assert!(!text.contains("\\\\") && !text.contains('\''), "{text}");
        }
        assert!(!one_line().contains('\n'));
    }
}
