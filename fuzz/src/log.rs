//! A request line, and the content that its calls must send.

use crate::form::Pair;
use crate::oracle::Oracle;

/// A request line.
#[derive(Debug, Clone)]
pub struct Logged {
    /// For messages.
    pub place: String,
    /// The second bracket.
    pub user: Vec<u8>,
    /// The text between the quotes.
    pub payload: Vec<u8>,
}

impl Logged {
    /// The user and the payload, separated by the first line end. `None` if a line cannot contain them: escape
    /// sequences would be stripped.
    pub fn new(input: &[u8]) -> Option<Self> {
        let mut lines = input.split(|&byte| byte == b'\n');
        let (user, payload) = (lines.next()?, lines.next()?);
        let fits = lines.next().is_none() && !input.contains(&0x1b);
        fits.then(|| Self { place: String::new(), user: user.to_vec(), payload: payload.to_vec() })
    }

    /// The whole line.
    pub fn line(&self) -> Vec<u8> {
        let head = b"Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][";
        [head, &self.user[..], b"] '", &self.payload, b"'\n"].concat()
    }

    /// The pairs that a call must send, with `out` if it has none; `None` if it calls nothing.
    pub fn pairs(&self, out: Option<&str>) -> Option<Vec<Pair>> {
        Oracle { login: None, out }.pairs(self, &[])
    }
}
