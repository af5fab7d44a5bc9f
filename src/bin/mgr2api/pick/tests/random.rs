//! Random commands in random order: the list stays consistent, and every screen can be drawn.

use super::*;
use proptest::prelude::*;

fn any_command() -> impl Strategy<Value = Command> {
    let place = || (0..90u16, 0..30u16);
    prop_oneof![
        (-20..20isize).prop_map(Step),
        (-2..3isize).prop_map(Page),
        (-5..30isize).prop_map(ScrollPreview),
        (0..9usize).prop_map(Target),
        "[a-z !.\u{430}\u{6f22}\u{202e}]{0,4}".prop_map(Type),
        place().prop_map(|(x, y)| Click(x, y)),
        (place(), -3..4isize).prop_map(|((x, y), lines)| Wheel(x, y, lines)),
        place().prop_map(|(width, height)| Resize(width, height)),
        prop::sample::select(vec![
            Start,
            End,
            NextTarget,
            PreviousTarget,
            StartTyping,
            StopTyping,
            Erase,
            EraseWord,
            EraseAll,
            Mark,
            MarkAll,
            Print,
            Copy,
            Pause,
            Wrap,
            Command::Secrets,
            Background,
            Help,
            Back,
            Quit,
            Interrupt,
            Suspend,
            Redraw,
            Other,
        ]),
    ]
}

proptest! {
    #[test]
    fn nothing_that_is_pressed_upsets_the_list(
        steps in prop::collection::vec(prop_oneof![4 => any_command().prop_map(Some), 1 => Just(None)], 0..60)
    ) {
        let mut state = State::new("x.log".to_owned(), &settings().print.targets, false, 35);
        for step in steps {
            match step {
                Some(command) => drop(state.obey(command)),
                None => state.arrive(panel()),
            }
            let (at, shown) = state.list.position();
            prop_assert!(at <= shown && shown <= state.list.len() && (at > 0) == (shown > 0));
            prop_assert_eq!(state.list.selected().is_some(), shown > 0);
            let picked = state.list.picked();
            let marked = picked.iter().filter(|row| row.marked).count();
            prop_assert_eq!(marked, state.list.marked());
            prop_assert!(state.list.marked() > 0 || picked.len() == usize::from(shown > 0));
            let height = usize::from(state.areas.list.height);
            let screen: Vec<bool> = state.list.screen(height).map(|row| row.selected).collect();
            prop_assert_eq!(screen.len(), height.min(shown), "the screen is full");
            prop_assert!(height == 0 || screen.iter().filter(|selected| **selected).count() == usize::from(shown > 0));
            show(&mut state);
            let size = (state.areas.footer.width, state.areas.footer.bottom());
            let screen = text(&drawn(&state, size, true));
            prop_assert!(!screen.chars().any(|char| char != '\n' && is_hidden(char)), "{screen}");
        }
    }
}

#[test]
fn the_frame_of_the_help_is_whole_over_wide_characters() {
    let line = |line: usize| {
        let user = ["", "a"][line % 2].to_owned() + &"漢".repeat(7);
        format!("Jun 25 09:07:51 [1:2] core_module INFO Request [x][{user}] 'func=a'\n")
    };
    let log: String = (0..30).map(line).collect();
    let size = (130, 60);
    let state = state(rows(log.as_bytes()), size, [Help]);
    let screen = text(&drawn(&state, size, true));
    let framed = screen.lines().filter(|line| line.matches('│').count() == 2).count();
    assert_eq!(framed, super::super::keys::HELP.len() + super::super::help::SIGNS.len(), "{screen}");
}
