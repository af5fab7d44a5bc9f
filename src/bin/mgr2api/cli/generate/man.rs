//! The man page: the options as the definition groups them, with the other sections around them.

use crate::cli::about;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

/// The date of the last change of the text here; fixed, so that builds are reproducible.
const DATE: &str = "2026-11-23";

/// The page in roff.
pub(crate) fn page(definition: Command) -> String {
    let source = format!("mgr2api {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(definition).title("MGR2API").date(DATE).source(source).manual("User Commands");
    let mut page = Vec::new();
    let options = man.render_title(&mut page).and_then(|()| man.render_name_section(&mut page)).and_then(|()| {
        before().to_writer(&mut page)?;
        man.render_options_section(&mut page)?;
        after().to_writer(&mut page)
    });
    debug_assert!(options.is_ok(), "memory can be written");
    let page = String::from_utf8_lossy(&page);
    // Replace break, empty line, break: man would print one blank line too many.
    page.replace("\n.br\n\n.br\n", "\n.sp\n")
}

fn before() -> Roff {
    let mut page = Roff::new();
    page.control("SH", ["SYNOPSIS"]);
    page.text([bold("mgr2api"), roman(" ["), italic("OPTIONS"), roman("] ["), italic("LOG"), roman("]...")]);
    page.control("SH", ["DESCRIPTION"]);
    for (index, paragraph) in about::DESCRIPTION.iter().enumerate() {
        if index > 0 {
            page.control("PP", []);
        }
        page.text([roman(*paragraph)]);
    }
    page
}

fn after() -> Roff {
    let mut page = Roff::new();
    page.control("SH", ["EXAMPLES"]);
    for (command, about) in about::EXAMPLES {
        page.control("TP", []);
        page.text([bold(*command)]);
        page.text([roman(*about)]);
    }
    page.control("SH", ["NOTES"]);
    page.text([roman(format!("If no requests come: {}.", about::cure(None)))]);
    for (heading, entries) in
        [("EXIT STATUS", about::STATUS), ("ENVIRONMENT", about::ENVIRONMENT), ("FILES", about::FILES)]
    {
        page.control("SH", [heading]);
        for (name, about) in entries {
            page.control("TP", []);
            page.text([bold(*name)]);
            page.text([roman(*about)]);
        }
    }
    page.control("SH", ["SEE ALSO"]);
    page.text([bold("curl"), roman("(1), "), bold("jq"), roman("(1)")]);
    page
}
