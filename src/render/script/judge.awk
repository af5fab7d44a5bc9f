BEGIN { RS = "\""; backslash = sprintf("%c", 92) }
/[^ \t\r\n]/ && kind == "" {
    kind = "text"
    if ($0 ~ /^[ \t\r\n]*[[{]/) kind = "json"
    if ($0 ~ /^[ \t\r\n]*</) kind = "xml"
    if ($0 ~ /^[ \t\r\n]*ERROR/) failed = 1
}
kind != "json" {
    rest = $0
    if (kind == "xml" && tolower($0) ~ /<(error[ \/>]|html|!doctype html)/) failed = 1
    next
}
quoted {
    word = substr(word $0, 1, 9)
    for (tail = length($0); tail && substr($0, tail, 1) == backslash; tail--) continue
    if ((length($0) - tail) % 2) word = word "\""
    else quoted = 0
    next
}
{
    gsub(/[ \t\r\n]/, "")
    if ($0 ~ /^:/ && word == "error" && (depth == 1 || (depth == 2 && doc))) failed = 1
    if ($0 ~ /^:/ && depth == 1) doc = (word == "doc")
    depth += gsub(/[[{]/, "") - gsub(/[]}]/, "")
    word = ""
    quoted = 1
}
END { exit failed ? 3 : kind == "" ? 4 : kind == "json" && depth != 0 ? 5 : kind == "xml" && rest !~ /<(\/doc|doc\/)>[ \t\r\n]*$/ ? 5 : 0 }
