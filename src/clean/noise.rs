//! The table of the interface's helpers, which `--tidy` removes. One name per row, from the vendor's guide and from
//! logs. Names that are always removed are in [`Name`](crate::request::Name).

use super::names::fits;
use super::secret::letter_bit;
use crate::request::Text;

/// Helpers of lists and forms, which are removed only by `--tidy`: a plugin may read one. `*` matches any text.
const HELPERS: &[&str] = &[
    "_ga",
    "_ym_uid",
    "clickstat",
    "desc_hide",
    "elname",
    "hfields",
    "hide_*",
    "newwindow",
    "p_cnt",
    "p_col",
    "p_num",
    "p_order",
    "scolname",
    "selected_ip_type",
    "sfromextform",
    "show_params",
    "tab_id",
    "tab_standalone",
    "tconvert",
    "tzoffset",
    "zoom-*",
    "*_inaccess",
];

/// Whether a parameter is a helper. `clicked_button` controls wizards; only the value `ok` has no meaning.
pub(crate) fn is_helper(name: &[u8], value: &Text<'_>) -> bool {
    HELPERS.iter().any(|pattern| fits(pattern, name)) || (name == b"clicked_button" && value.is("ok"))
}

/// Whether an answer's format is the interface's own: browsers request it, but callers hardly ever need it.
pub(crate) fn is_interface_out(format: &Text<'_>) -> bool {
    format.is("xjson") || format.is("sjson")
}

/// Whether this may be the name of a helper, by its first three letters or its end.
#[inline]
pub(super) fn may_be_helper(name: &[u8]) -> bool {
    let [first, second, third, ..] = *name else { return false };
    let behind = BEHIND_FIRST[usize::from(first)];
    (behind[0] & letter_bit(second) != 0 && behind[1] & letter_bit(third) != 0) || name.ends_with(INACCESS)
}

/// The end of the only pattern that starts with a star.
const INACCESS: &[u8] = b"_inaccess";

/// For each first letter of a helper's name, the letters after it in any such name.
static BEHIND_FIRST: [[u32; 2]; 256] = {
    let mut table = [[0; 2]; 256];
    let mut at = 0;
    while at < HELPERS.len() {
        let [first, second, third, ..] = *HELPERS[at].as_bytes() else { panic!("a pattern has three letters") };
        table[first as usize][0] |= letter_bit(second);
        table[first as usize][1] |= letter_bit(third);
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_its_neighbours_are_not() {
        for name in ["clickstat", "hide_old", "zoom-name", "email_inaccess", "p_num"] {
            assert!(is_helper(name.as_bytes(), &Text::encoded(b"1")), "{name}");
            assert!(may_be_helper(name.as_bytes()), "{name}");
        }
        for pattern in HELPERS.iter().chain(&["clicked_button"]) {
            assert!(may_be_helper(pattern.replace('*', "x").as_bytes()), "{pattern}");
        }
        for name in ["sok", "elid", "func", "operafake", "hide", "zoom", "p_numb", "inaccess"] {
            assert!(!is_helper(name.as_bytes(), &Text::encoded(b"1")), "{name}");
        }
    }

    #[test]
    fn a_button_is_noise_only_when_it_is_ok() {
        assert!(is_helper(b"clicked_button", &Text::encoded(b"ok")));
        assert!(!is_helper(b"clicked_button", &Text::encoded(b"finish")));
    }
}
