//! Compares the screens of scenes with the files in `testdata/screen`.
//!
//! A scene is a log, a size and a list of commands. After an intended change, `BLESS=1 cargo test --bin mgr2api` writes
//! the screens again; read the diff before committing it.

use super::*;

/// The styles, one letter per cell: R reversed, B bold, d dim; colours by their first letter.
fn looks(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let line: String = (0..buffer.area.width)
            .map(|x| {
                let cell = &buffer[(x, y)];
                let has = |modifier| cell.modifier.contains(modifier);
                match cell.fg {
                    _ if cell.symbol() == " " && !has(Modifier::REVERSED) => ' ',
                    _ if has(Modifier::REVERSED) => 'R',
                    Color::Cyan => 'C',
                    Color::Yellow if has(Modifier::BOLD) => 'Y',
                    Color::Yellow => 'y',
                    Color::Red => 'r',
                    _ if has(Modifier::BOLD) => 'B',
                    _ if has(Modifier::DIM) => 'd',
                    _ => '.',
                }
            })
            .collect();
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// Every scene, by the name of its file.
fn scenes() -> Vec<(&'static str, String)> {
    let scene = |size, commands: Vec<Command>| text(&drawn(&state(panel(), size, commands), size, true));
    let pick = |size, up: isize, target: usize| scene(size, vec![Step(-up), Target(target)]);
    let paused = |size| {
        let mut state = state(panel(), size, [Pause]);
        state.arrive(panel());
        text(&drawn(&state, size, true))
    };
    let empty = |reading| {
        let mut state = state(Vec::new(), WIDE, []);
        state.reading = reading;
        text(&drawn(&state, WIDE, true))
    };
    let colors = |color| {
        let buffer = drawn(&state(panel(), WIDE, [Step(-3), Mark, Step(-1)]), WIDE, color);
        format!("{}\n{}", text(&buffer), looks(&buffer))
    };
    let readme = || {
        let size = (80, 17);
        let rows = panel().into_iter().take(8);
        text(&drawn(&state(rows.collect(), size, [Start, Step(3), Mark, Step(1)]), size, true))
    };
    vec![
        ("readme", readme()),
        ("curl", pick(WIDE, 3, 0)),
        ("mgrctl", pick(WIDE, 3, 1)),
        ("rust", pick(WIDE, 9, 2)),
        ("json", pick(WIDE, 9, 4)),
        ("json-cut", scene(WIDE, vec![Step(-9), Target(4), Wrap])),
        ("unreadable", scene(WIDE, vec![])),
        ("hostile", scene(WIDE, vec![Step(-1), Target(1)])),
        ("notes", scene(WIDE, vec![Start])),
        ("secrets", scene(WIDE, vec![Step(-3), Secrets])),
        ("typing", scene(WIDE, type_in("edit !vm"))),
        ("typing-hostile", scene(WIDE, type_in("a\u{202e}b"))),
        ("filtered", scene(WIDE, [type_in("root edit"), vec![StopTyping]].concat())),
        ("nothing-matches", scene(WIDE, type_in("nobody"))),
        ("marked", scene(WIDE, vec![Start, Mark, Mark, Step(2), Mark])),
        ("no-background", scene(WIDE, vec![Background])),
        ("paused", paused(WIDE)),
        ("help", scene(WIDE, vec![Help])),
        ("empty-reading", empty(Reading::History)),
        ("empty-live", empty(Reading::Live)),
        ("empty-ended", empty(Reading::Ended)),
        ("wide", scene((130, 30), vec![Step(-3)])),
        ("middle", scene((50, 12), vec![Step(-3)])),
        ("small", scene(SMALL, vec![Step(-3)])),
        ("small-typing", scene(SMALL, type_in("a very long filter indeed"))),
        ("small-marked", scene(SMALL, vec![MarkAll])),
        ("small-paused", paused(SMALL)),
        ("small-help", scene(SMALL, vec![Help])),
        ("small-help-scrolled", scene(SMALL, vec![Help, Step(3)])),
        ("colour", colors(true)),
        ("no-colour", colors(false)),
    ]
}

/// Replaces the parts of a timestamp that depend on the current year and the time zone of this machine.
fn without_year(mut screen: String) -> String {
    const KEY: &str = "\"timestamp\":\"";
    if let Some(at) = screen.find(KEY).map(|at| at + KEY.len()) {
        screen.replace_range(at..at + 4, "YEAR");
        screen.replace_range(at + 19..at + 25, "OFFSET");
    }
    screen
}

#[test]
fn screens_are_as_they_are_written_down() {
    let bless = env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    let scenes: Vec<_> = scenes().into_iter().map(|(name, screen)| (name, without_year(screen))).collect();
    for (name, screen) in &scenes {
        let path = testdata("screen").join(format!("{name}.txt"));
        if bless {
            fs::write(&path, screen).expect("screen");
        }
        match fs::read_to_string(&path) {
            Ok(known) if known == *screen => {}
            Ok(known) => faults.push(format!("{name} was\n{known}\nand is\n{screen}")),
            Err(error) => faults.push(format!("{name}: {error}")),
        }
    }
    for file in fs::read_dir(testdata("screen")).expect("folder of screens") {
        let file = file.expect("folder entry").path();
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let known = scenes.iter().any(|(scene, _)| *scene == name);
        if file.extension().is_some_and(|extension| extension == "txt") && !known {
            faults.push(format!("{name}: belongs to no scene"));
        }
    }
    let count = faults.len();
    assert!(faults.is_empty(), "{count} screens differ; if that is meant: BLESS=1\n{}", faults.join("\n"));
}
