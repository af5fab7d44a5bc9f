//! Parses the form in snippets of programming languages: a list with one parameter per line.

use super::between;
use super::literal::{self, Dialect};
use crate::form::{Pair, decode};
use syn::{Expr, ExprLit, Lit, Stmt};

const PYTHON: Dialect = Dialect { quote: '"', forbidden: "", escapes: "\"\\nrtuU" };
const PYTHON_BYTES: Dialect = Dialect { quote: '"', forbidden: "", escapes: "\"\\x" };
const SINGLE: Dialect = Dialect { quote: '\'', forbidden: "", escapes: "'\\" };
const PHP: Dialect = Dialect { quote: '"', forbidden: "$", escapes: "\"\\$nrtx" };
const PERL: Dialect = Dialect { quote: '"', forbidden: "$@", escapes: "\"\\$@nrtx" };
const NODE: Dialect = Dialect { quote: '"', forbidden: "", escapes: "\"\\nrtu" };
const GO: Dialect = Dialect { quote: '"', forbidden: "", escapes: "\"\\nrtx" };

type Take = fn(&str) -> (Vec<u8>, &str);

/// Lines with two literals each, and with these texts before, between and after them.
#[track_caller]
fn list(lines: &str, [before, mid, behind]: [&str; 3], take: Take) -> Vec<Pair> {
    let pair = |line: &str| {
        let line = line.trim_start().strip_prefix(before).unwrap_or_else(|| panic!("{line}")).to_owned();
        let (name, rest) = take(&line);
        let (value, rest) = take(rest.strip_prefix(mid).unwrap_or_else(|| panic!("{line}")));
        assert_eq!(rest, behind, "{line}");
        (name, value)
    };
    lines.lines().map(pair).collect()
}

pub(super) fn python(text: &str) -> Vec<Pair> {
    list(between(text, "form = [\n", "\n]\n"), ["(", ", ", "),"], |text| match text.strip_prefix('b') {
        Some(bytes) => {
            let taken = literal::take(PYTHON_BYTES, bytes);
            assert!(bytes.is_char_boundary(bytes.len() - taken.1.len()) && taken.0 != b"", "{text}");
            taken
        }
        None => literal::take(PYTHON, text),
    })
}

fn either(double: Dialect, text: &str) -> (Vec<u8>, &str) {
    literal::take(if text.starts_with('\'') { SINGLE } else { double }, text)
}

pub(super) fn php(text: &str) -> Vec<Pair> {
    list(between(text, "$form = [\n", "\n];\n"), ["[", ", ", "],"], |text| either(PHP, text))
}

pub(super) fn perl(text: &str) -> Vec<Pair> {
    list(between(text, "query_form(\n", "\n    );\n"), ["", " => ", ","], |text| either(PERL, text))
}

pub(super) fn go(text: &str) -> Vec<Pair> {
    list(between(text, "[][2]string{\n", "\n    } {\n"), ["{", ", ", "},"], |text| literal::take(GO, text))
}

/// Pairs of strings, or one percent-encoded string for each.
pub(super) fn node(text: &str) -> Vec<Pair> {
    if text.contains("new URLSearchParams([\n") {
        let lines = between(text, "new URLSearchParams([\n", "\n    ]);\n");
        return list(lines, ["[", ", ", "],"], |text| literal::take(NODE, text));
    }
    let lines = between(text, "const form = [\n", "\n    ].join(\"&\");\n").lines();
    let strings = lines.map(|line| {
        let (string, rest) = literal::take(NODE, line.trim_start());
        assert_eq!(rest, ",", "{line}");
        string
    });
    decode(&strings.collect::<Vec<_>>().join(&b'&'))
}

/// Parsed with syn: the one function, and the array that it starts with.
pub(super) fn rust(text: &str) -> Vec<Pair> {
    let function: syn::ItemFn = syn::parse_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let form = function.block.stmts.iter().find_map(|stmt| match stmt {
        Stmt::Local(local) => local.init.as_ref().map(|init| &*init.expr),
        _ => None,
    });
    match form.expect("a form") {
        Expr::Array(array) => array
            .elems
            .iter()
            .map(|pair| {
                let Expr::Tuple(pair) = pair else { panic!("no pair in {text}") };
                (string(&pair.elems[0]), string(&pair.elems[1]))
            })
            .collect(),
        Expr::MethodCall(call) if call.method == "concat" => {
            let Expr::Array(array) = &*call.receiver else { panic!("no list in {text}") };
            decode(&array.elems.iter().map(string).collect::<Vec<_>>().concat())
        }
        _ => panic!("no form in {text}"),
    }
}

fn string(expression: &Expr) -> Vec<u8> {
    let Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) = expression else { panic!("no string") };
    string.value().into_bytes()
}
