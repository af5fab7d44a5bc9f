//! One request of the list: its logged line, from which a snippet is made whenever one is asked for, and the text that
//! the list shows and the filter searches.
//!
//! In: blocks of a log. Out: [`Row`]s. The text is said by a target of its own, so that finding, parsing, cleaning and
//! filtering are the converter's and a row can hold no secret that a snippet would not.

use mgr2api::clean::ArgumentValue;
use mgr2api::convert::converter::Verdict;
use mgr2api::convert::{Converter, Note, Settings, Sink};
use mgr2api::filter::Filter;
use mgr2api::record::continuation::Before;
use mgr2api::render::quote::Visible;
use mgr2api::render::{Call, Comment, Setup, Snippet, Target, Unsayable};
use mgr2api::request::effect::is_background;
use mgr2api::source::{Block, Dropped, Place, Source};
use std::collections::HashSet;
use std::io::{self, Write as _};
use std::sync::Arc;

/// Bytes of the text that is kept: no screen shows more, and nobody looks for what stands behind so much.
const LONGEST: usize = 8 * 1024;

/// The longest line that is kept, in bytes. Every row is drawn, searched and previewed while logs are being read.
const LONGEST_KEPT: usize = 1024 * 1024;

/// What the system adds to the memory of a row.
const ALLOCATED: usize = 32;

/// What a request is to a person who looks for theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It changes something.
    Changes,
    /// It only looks.
    Looks,
    /// The interface asked by itself.
    Background,
    /// It cannot be read; the text says why.
    Unreadable,
}

/// A request.
#[derive(Debug)]
pub(crate) struct Row {
    line: Box<[u8]>,
    /// Why the line is not here.
    dropped: Option<Dropped>,
    source: Arc<Source>,
    place: Place,
    before: Before,
    /// Time, user, function and parameters, a line each; visible characters only.
    text: Box<str>,
    pub(crate) kind: Kind,
    pub(crate) marked: bool,
}

/// The columns of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Columns<'a> {
    pub(crate) time: &'a str,
    pub(crate) user: &'a str,
    pub(crate) function: &'a str,
    pub(crate) params: &'a str,
}

impl Row {
    /// The line as a block of its own, to be converted as it would have been within its log.
    pub(crate) fn block(&self) -> Block {
        let mut block = Block::new(Arc::clone(&self.source));
        block.extend(&self.line);
        (block.place, block.before, block.dropped) = (self.place, self.before, self.dropped.clone());
        block
    }

    /// What it takes, all in all.
    pub(crate) fn bytes(&self) -> usize {
        size_of::<Self>() + self.line.len() + self.text.len() + ALLOCATED
    }

    /// What the filter searches.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn columns(&self) -> Columns<'_> {
        let mut parts = self.text.splitn(4, '\n');
        let mut next = || parts.next().unwrap_or_default();
        Columns { time: next(), user: next(), function: next(), params: next() }
    }

    /// The log and the place in it.
    pub(crate) fn origin(&self) -> String {
        format!("{}:{}", Visible(self.source.name.as_bytes()), self.place)
    }
}

/// Makes rows of blocks.
pub(crate) struct Reader<'s> {
    judge: Converter<'s>,
    say: Converter<'s>,
    /// Calls in the list, with `--unique`.
    known: HashSet<u128>,
}

/// The settings that a row's text is made with.
pub(crate) fn settings_of_rows(settings: &Settings) -> Settings {
    let filter = Filter::default();
    Settings { targets: vec![&LIST], comments: false, script: None, passthrough: false, filter, ..settings.clone() }
}

impl<'s> Reader<'s> {
    /// `of_rows` comes from [`settings_of_rows`].
    pub(crate) fn new(settings: &'s Settings, of_rows: &'s Settings) -> Self {
        Self { judge: Converter::new(settings), say: Converter::new(of_rows), known: HashSet::new() }
    }

    /// The wanted requests of a block, and those that cannot be read. Says whether the block has any at all.
    pub(crate) fn rows(&mut self, block: &Block, rows: &mut Vec<Row>) -> bool {
        let Self { judge, say, known } = self;
        let mut requests = block.dropped.is_some();
        if let Some(dropped) = &block.dropped {
            let alone = Block::without_line(Arc::clone(&block.source), block.place, dropped.clone());
            rows.push(Said::of(say, &alone));
        }
        judge.judge(block, |line, place, before, verdict| {
            requests |= verdict != Verdict::NoRequest;
            let wanted = match verdict {
                Verdict::NoRequest | Verdict::Filtered => false,
                Verdict::Unreadable(_) | Verdict::Wanted(None) => true,
                Verdict::Wanted(Some(identity)) => known.insert(identity),
            };
            if wanted {
                let mut alone = Block::new(Arc::clone(&block.source));
                alone.dropped = match &verdict {
                    Verdict::Unreadable(Some(why)) => Some(Dropped::Unreadable(Arc::clone(why))),
                    _ if line.len() > LONGEST_KEPT => Some(Dropped::NoRoom),
                    _ => None,
                };
                if alone.dropped.is_none() {
                    alone.extend(&block.bytes()[line]);
                }
                (alone.place, alone.before) = (place, before);
                rows.push(Said::of(say, &alone));
            }
        });
        requests
    }
}

/// What the converter says of one line.
#[derive(Default)]
struct Said {
    text: String,
    unreadable: Option<String>,
}

impl Sink for Said {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.text = String::from_utf8_lossy(&snippet.text).into_owned();
        Ok(())
    }

    fn lines(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.unreadable.get_or_insert_with(|| note.what.to_string());
        Ok(())
    }
}

impl Said {
    fn of(say: &mut Converter<'_>, block: &Block) -> Row {
        let mut said = Self::default();
        // Memory takes everything.
        let _ = say.block(block, &mut said);
        said.row(block)
    }

    fn row(mut self, block: &Block) -> Row {
        // Notes of a request that can be read are the preview's business.
        let kind = match self.text.pop() {
            Some(CHANGES) => Kind::Changes,
            Some(BACKGROUND) => Kind::Background,
            Some(_) => Kind::Looks,
            None => Kind::Unreadable,
        };
        if kind == Kind::Unreadable {
            self.text = format!("\n\n\n{}", self.unreadable.unwrap_or_default());
        }
        self.text.truncate(self.text.floor_char_boundary(LONGEST));
        Row {
            line: block.bytes().into(),
            dropped: block.dropped.clone(),
            source: Arc::clone(&block.source),
            place: block.place,
            before: block.before,
            text: self.text.into(),
            kind,
            marked: false,
        }
    }
}

const CHANGES: char = 'c';
const BACKGROUND: char = 'b';
const LOOKS: char = 'l';

/// Says a request as a row of the list, its kind behind it.
#[derive(Debug)]
struct List;

static LIST: List = List;

impl Target for List {
    fn name(&self) -> &'static str {
        "list"
    }

    fn about(&self) -> &'static str {
        "a row of the list"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn comment(&self) -> Option<Comment> {
        None
    }

    fn render(&self, call: &Call<'_>, _: &Setup, out: &mut Snippet) -> Result<(), Unsayable> {
        let request = call.request;
        let record = request.record;
        let function = request.function.decode();
        let time = record.head.map(|head| head.time).unwrap_or_default();
        let user = without_id(record.user.unwrap_or_default());
        let text = &mut out.text;
        let mut put = |part: std::fmt::Arguments<'_>| {
            // Memory takes everything.
            let _ = text.write_fmt(part);
        };
        put(format_args!("{}\n{}\n{}\n", Visible(time), Visible(user), Visible(&function)));
        // What it is about comes first, wherever the alphabet has put it.
        let about = |name: &[u8]| matches!(name, b"elid" | b"plid");
        let told = |name: &[u8]| matches!(name, b"sok" | b"clicked_button");
        let mut apart = "";
        for first in [true, false] {
            for argument in request.arguments(None) {
                let name = argument.name.decode();
                if about(&name) != first || told(&name) {
                    continue;
                }
                put(format_args!("{apart}{}=", Visible(&name)));
                match argument.value {
                    ArgumentValue::Text(text) => put(format_args!("{}", Visible(&text.decode()))),
                    ArgumentValue::Env(variable) | ArgumentValue::Variable(variable) => {
                        put(format_args!("${variable}"));
                    }
                }
                apart = " ";
            }
        }
        let kind = match () {
            () if request.changes => CHANGES,
            () if is_background(&function) => BACKGROUND,
            () => LOOKS,
        };
        put(format_args!("{kind}"));
        Ok(())
    }
}

/// `root#admin` for `root#admin(1)`: the id is nothing that people know each other by.
fn without_id(user: &[u8]) -> &[u8] {
    let is_id = |open: &usize| user[open + 1..].strip_suffix(b")").is_some_and(|id| id.iter().all(u8::is_ascii_digit));
    let open = user.iter().rposition(|&byte| byte == b'(').filter(|_| user.contains(&b'#')).filter(is_id);
    &user[..open.unwrap_or(user.len())]
}
