//! Parameter names that have the same meaning in every panel.
//!
//! A log has millions of parameters, and nearly all have other names. So the first byte and the length of a name rule
//! it out before any text is compared.

/// The meaning of a parameter's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// `func`: what to call.
    Function,
    /// `sok`: a form is applied.
    Apply,
    /// `sv_field`: a form only refreshes itself.
    Refresh,
    /// `su`: the account to work as.
    Su,
    /// `lang`: the language of the answer.
    Lang,
    /// `out`: the format of the answer.
    Out,
    /// A session or a login. A snippet uses its own.
    Credential,
    /// The interface's own bookkeeping: the call does the same without it.
    Noise,
    /// Any other name; its meaning depends on the function.
    Other,
}

const NAMES: &[(&[u8], Name)] = &[
    (b"auth", Name::Credential),
    (b"authinfo", Name::Credential),
    (b"func", Name::Function),
    (b"lang", Name::Lang),
    (b"operafake", Name::Noise),
    (b"out", Name::Out),
    (b"progressid", Name::Noise),
    (b"sesid", Name::Credential),
    (b"sfrom", Name::Noise),
    (b"sok", Name::Apply),
    (b"su", Name::Su),
    (b"sv_field", Name::Refresh),
];

/// For each first byte, the lengths of the names that start with it; one bit per length.
static LENGTHS: [u16; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < NAMES.len() {
        let name = NAMES[at].0;
        table[name[0] as usize] |= 1 << name.len();
        at += 1;
    }
    table
};

impl Name {
    /// The meaning of this decoded name.
    // Must inline: a call costs more than the test of the first byte, which rules out most names.
    #[expect(clippy::inline_always)]
    #[inline(always)]
    pub(crate) fn of(name: &[u8]) -> Self {
        let first = name.first().copied().unwrap_or_default();
        if name.len() > 15 || LENGTHS[usize::from(first)] >> name.len() & 1 == 0 {
            return Self::Other;
        }
        Self::look_up(name)
    }

    #[inline(never)]
    fn look_up(name: &[u8]) -> Self {
        NAMES.iter().find(|(known, _)| *known == name).map_or(Self::Other, |&(_, meaning)| meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_its_neighbours_are_not() {
        for &(name, meaning) in NAMES {
            assert_eq!(Name::of(name), meaning);
        }
        for name in ["", "elid", "soc", "func2", "authname", "sfrom2", "Func", "a name of more than fifteen bytes"] {
            assert_eq!(Name::of(name.as_bytes()), Name::Other, "{name}");
        }
    }
}
