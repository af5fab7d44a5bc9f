//! The words of function names. The lists contain words and never whole names, so they also judge unlisted functions.
//! Add a new word to the list whose comment fits; the test with `testdata/effects.tsv` shows its effect.

/// Verbs. Sorted.
pub(super) const VERBS: &[&str] = &[
    "abort",
    "accept",
    "activate",
    "add",
    "apply",
    "approve",
    "assign",
    "attach",
    "authorize",
    "block",
    "cancel",
    "change",
    "chmod",
    "chown",
    "chpasswd",
    "clone",
    "close",
    "commit",
    "compensate",
    "compress",
    "confirm",
    "convert",
    "copy",
    "create",
    "deactivate",
    "decline",
    "decrease",
    "deliver",
    "demote",
    "deny",
    "deploy",
    "detach",
    "disable",
    "disallow",
    "disconnect",
    "discover",
    "eject",
    "enable",
    "encrypt",
    "evacuate",
    "execute",
    "exit",
    "expire",
    "extend",
    "extract",
    "finish",
    "fix",
    "forget",
    "freeze",
    "generate",
    "grab",
    "grant",
    "halt",
    "hide",
    "increase",
    "initialize",
    "insert",
    "install",
    "invite",
    "join",
    "kill",
    "launch",
    "leave",
    "lock",
    "logout",
    "merge",
    "migrate",
    "move",
    "movedown",
    "moveup",
    "mute",
    "newkey",
    "off",
    "on",
    "optimize",
    "paste",
    "pause",
    "pin",
    "postpone",
    "powercycle",
    "poweroff",
    "poweron",
    "prolong",
    "promote",
    "publish",
    "reboot",
    "rebuild",
    "recalc",
    "recalculate",
    "reconfigure",
    "recount",
    "recover",
    "refresh",
    "reissue",
    "reject",
    "reload",
    "relocate",
    "rename",
    "renew",
    "repair",
    "replace",
    "reset",
    "resize",
    "resolve",
    "restart",
    "restore",
    "resume",
    "retry",
    "revert",
    "revoke",
    "rollback",
    "rotate",
    "run",
    "save",
    "send",
    "set",
    "shutdown",
    "split",
    "start",
    "stop",
    "submit",
    "subscribe",
    "suspend",
    "switchoff",
    "switchon",
    "synchronize",
    "take",
    "terminate",
    "toggle",
    "turnoff",
    "turnon",
    "undo",
    "unlink",
    "unregister",
    "unzip",
    "update",
    "upgrade",
    "verify",
    "withdraw",
];

/// Verbs that are also nouns: they count only after a dot, where names have a list's button.
pub(super) const NOUNS_TOO: &[&str] = &[
    "archive", "ban", "bind", "charge", "down", "free", "import", "mark", "mount", "open", "pack", "pay", "post",
    "refund", "release", "reply", "scan", "share", "sync", "transfer", "up", "upload", "use", "verified", "zip",
];

/// Verbs that take an object: in the same word (`setdefault`) or after a `_`.
pub(super) const WITH_OBJECT: &[&str] = &[
    "add", "apply", "assign", "attach", "change", "create", "delete", "detach", "disable", "enable", "generate",
    "import", "insert", "install", "make", "mark", "mount", "remove", "rename", "resend", "reset", "restart", "revoke",
    "save", "send", "set", "suspend", "toggle", "unmount", "unset", "update",
];

/// The verbs of `WITH_OBJECT` whose object may be the next part: `oauth.save.userdata`.
pub(super) const BEFORE_OBJECT: &[&str] = &["add", "assign", "change", "create", "import", "save", "send", "set"];

/// Verbs that take an object but may also start a noun: the object must be a separate word.
pub(super) const WITH_OBJECT_APART: &[&str] =
    &["block", "close", "copy", "del", "lock", "move", "open", "restore", "start", "stop", "unblock", "unlock"];

/// Prefixes of verbs.
pub(super) const IN_FRONT: &[&str] =
    &["bulk", "ext", "force", "group", "hard", "mass", "multi", "post", "re", "soft", "un"];

/// Verbs that end a word which starts with its object: `taskcreate`.
pub(super) const BEHIND_OBJECT: &[&str] = &[
    "activate", "clone", "create", "delete", "generate", "migrate", "reboot", "remove", "reset", "restart", "resume",
    "suspend", "unlock",
];

/// Words that mean a deletion anywhere in a name: `massdelete`, `user.delete_all`.
pub(super) const DELETING: &[&str] =
    &["delete", "destroy", "erase", "purge", "reinstall", "remove", "terminate", "uninstall", "wipe"];

/// Words that mean a deletion only as whole words, or with `all`: `dropbox` and `formatter` are other words.
pub(super) const DELETING_ALONE: &[&str] =
    &["clean", "cleanup", "clear", "del", "drop", "empty", "flush", "format", "truncate"];

/// The words of `DELETING_ALONE` that also mean a deletion in one word with an object: `clearbasket`, `delip`.
pub(super) const DELETING_WITH_OBJECT: &[&str] = &["clear", "del"];

/// Starts of nouns that look like a verb with its object.
pub(super) const NOUNS: &[&str] = &[
    "addition", "addon", "addr", "changes", "delay", "deleg", "delim", "deliver", "delta", "import", "maker", "market",
    "mountpo", "sendmail", "setting", "setup", "updates",
];

/// Endings that turn a verb into another word: a state, a person, an act.
pub(super) const ENDINGS: &[&str] = &[
    "able", "ance", "ant", "ation", "ations", "d", "ed", "ee", "ees", "er", "ers", "history", "info", "ing", "ings",
    "ion", "ions", "list", "log", "logs", "ment", "ments", "or", "ors", "r", "rs", "s", "stat", "stats", "ter", "ters",
    "ting", "tings",
];

/// Last parts that show something about the object before them.
pub(super) const READING: &[&str] = &[
    "banner", "count", "detail", "details", "error", "errors", "fail", "failed", "graph", "help", "novnc", "pending",
    "preview", "print", "progress", "report", "result", "results", "status", "su", "success", "view", "vnc",
];

/// Endings of other such last parts.
pub(super) const READING_ENDS: &[&str] = &["filter", "history", "info", "list", "log", "logs", "stat", "stats"];

/// The steps of an order that place it.
pub(super) const ORDERING: [&str; 4] = ["confirm", "ns", "pay", "payment"];

/// Buttons that change something and are not verbs.
pub(super) const BUTTONS: &[&str] = &["basket", "free", "fromsubaccount", "newkey", "order"];

/// Buttons that discard a form.
pub(super) const LEAVING: &[&str] = &["cancel", "close"];
