//! Files that contain a planned text completely, in part, or with something else.

use super::*;
use std::fs;

const BEFORE: &str = "what stood there before\n";

/// Plans a text, whose second half is printed separately, and recovers from a file with the bytes `there`. Returns the
/// outcome and the file.
#[track_caller]
fn looked(append: bool, text: &[u8], there: &[u8], last: bool) -> (Outcome, Vec<u8>) {
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join("out");
    fs::write(&path, BEFORE).expect("file");
    let open = || {
        let mut file = File::options().write(true).append(append).open(&path).expect("file");
        file.seek(SeekFrom::End(0)).expect("place");
        Output::new(file).expect("a regular file")
    };
    let mut output = open();
    let mut end = BEFORE.len();
    let mut plan = Value::Null;
    for (piece, number) in text.chunks(text.len() / 2 + 1).zip(1..) {
        let place = end..end + piece.len();
        plan = output.plan(piece, last && number == 2).expect("plan");
        fs::OpenOptions::new().append(true).open(&path).expect("file").write_all(piece).expect("write");
        output.file.seek(SeekFrom::End(0)).expect("place");
        end = place.end;
    }
    fs::write(&path, [BEFORE.as_bytes(), there].concat()).expect("file");
    let output = open();
    let outcome = output.look(&plan, last).expect("a plan").expect("a file that can be read");
    (&output.file).write_all(b"!").expect("write");
    (outcome, fs::read(&path).expect("file"))
}

fn text() -> Vec<u8> {
    (0..1600_u32).map(|at| if at % 97 == 96 { b'\n' } else { b'a' + (at * at % 23) as u8 }).collect()
}

#[test]
fn what_a_disk_took_of_a_text_is_cut_off_and_nothing_else() {
    let (text, before) = (text(), BEFORE.as_bytes());
    let after_cut = [before, b"!"].concat();
    for append in [true, false] {
        // Each end of a block and its neighbours, the ends of the halves, and some positions in between.
        let is_tried = |len: &usize| {
            let place = before.len() + len;
            len.is_multiple_of(61) || (place + 1) % 512 < 3 || text.len() - len < 2 || len.abs_diff(text.len() / 2) < 3
        };
        for len in (0..=text.len()).filter(is_tried) {
            let there = &text[..len];
            let (outcome, left) = looked(append, &text, there, true);
            let place = (before.len() + len) as u64;
            if len == text.len() {
                assert_eq!(outcome, Outcome::Printed);
            } else if len < text.len() / 2 + 1 {
                // The first half was complete before the second was planned.
                assert_eq!(outcome, Outcome::Unknown("the output is shorter now"), "{len}");
            } else if place.is_multiple_of(BLOCK) || len == text.len() / 2 + 1 {
                assert_eq!((outcome, left), (Outcome::Cut(len as u64), after_cut.clone()), "{len}");
                continue;
            } else {
                assert_eq!(outcome, Outcome::Unknown(FOREIGN), "{len}");
            }
            assert_eq!(left, [before, there, b"!"].concat(), "{len}");
        }
    }
}

#[test]
fn what_others_wrote_is_never_cut() {
    let (text, before) = (text(), BEFORE.as_bytes());
    for len in (0..=text.len()).step_by(160) {
        for other in [&b"x"[..], b"another line\n", &[b'y'; 5000]] {
            let there = [&text[..len], other].concat();
            let (outcome, left) = looked(true, &text, &there, true);
            if len == text.len() {
                assert_eq!(outcome, Outcome::Printed);
            } else {
                assert!(matches!(outcome, Outcome::Unknown(_)), "{len} {outcome:?}");
            }
            assert_eq!(left, [before, &there, b"!"].concat(), "{len}");
            let mut changed = text.clone();
            changed[len.min(text.len() - 1)] ^= 1;
            let (outcome, left) = looked(true, &text, &changed, true);
            assert_eq!((outcome, left.len()), (Outcome::Unknown(FOREIGN), before.len() + text.len() + 1));
        }
    }
}

#[test]
fn texts_that_belong_together_are_cut_together() {
    let (text, before) = (text(), BEFORE.as_bytes());
    let (outcome, left) = looked(true, &text, &text, false);
    assert_eq!((outcome, left), (Outcome::Cut(text.len() as u64), [before, b"!"].concat()));
    let there = [&text[..], b"other\n"].concat();
    assert_eq!(looked(true, &text, &there, false).0, Outcome::Unknown(FOREIGN));
}

#[test]
fn another_file_and_a_broken_plan_are_told() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let open = |name: &str| Output::new(File::create(folder.path().join(name)).expect("file")).expect("a file");
    let mut output = open("out");
    let plan = output.plan(b"text\n", true).expect("plan");
    let other = open("other").look(&plan, true).expect("a plan").expect("a file");
    assert_eq!(other, Outcome::Unknown("the output is not the same file"));
    assert_eq!(output.look(&plan, true).expect("a plan").expect("a file"), Outcome::Absent);
    for (key, value) in [("from", json!(9)), ("to", json!(-1)), ("sums", json!([])), ("file", json!([1, 2]))] {
        let mut plan = plan.clone();
        plan[key] = value;
        assert!(output.look(&plan, true).is_none(), "{plan}");
    }
}
