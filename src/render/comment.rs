//! The line above a snippet: when, who, what, and whether it changes data.

use super::{Call, Role, Snippet, quote};
use crate::clean::Reason;

/// Appends the line, with `sign` in front.
pub fn push(call: &Call<'_>, sign: &str, out: &mut Snippet) {
    out.mark(Role::Comment, |out| {
        out.extend_from_slice(sign.as_bytes());
        out.push(b' ');
        text(call, out);
    });
    out.push("\n");
}

/// Appends what the line says. It holds nothing that any language reads something into, nor do quotes end in it.
pub fn text(call: &Call<'_>, out: &mut Vec<u8>) {
    let request = call.request;
    let record = request.record;
    if let Some(head) = record.head {
        quote::inert(head.time, out);
        out.push(b' ');
    }
    if let Some(user) = record.user.filter(|user| !user.is_empty()) {
        let login = user.split(|&byte| byte == b'#').next().unwrap_or(user);
        quote::inert(login, out);
        if let Some(other) = record.acting_user().filter(|name| *name != login) {
            out.extend_from_slice(b" as ");
            quote::inert(other, out);
        }
        out.extend_from_slice(b": ");
    }
    quote::inert(&request.function.decode(), out);
    if request.changes {
        out.extend_from_slice(b", changes data");
    }
    for masked in request.removed.iter().filter(|removed| removed.reason == Reason::Masked) {
        out.extend_from_slice(b", without masked ");
        quote::inert(&masked.name.decode(), out);
    }
}
