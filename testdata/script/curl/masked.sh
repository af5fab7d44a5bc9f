#!/bin/sh
# Calls to a panel, in the order of its log. Read them before you run this script. It stops at the first error. Answers
# go to standard output, messages to standard error.
# Nothing in single quotes is to be expanded, and all calls may be commented out:
# shellcheck disable=SC2016,SC2034
set -eu
# If nobody reads the output any more, a write fails, and the script reports it.
trap : PIPE

url='https://localhost:1500'
: "${MGR_AUTHINFO:?set it to login:password and run this again}"

# Sets the number and the function of the next call.
step() {
    number=$1
    function=$2
    answer=
}

# Reports why the script stops.
stop() {
    [ -z "$answer" ] || printf '%s\n' "$answer" || :
    printf 'stopped at call %s (%s): %s; calls made before it: %s\n' "$number" "$function" "$1" "$made" >&2
    exit 1
}

# Checks the answer for an error of the panel, which the status does not show: "error" in a JSON document or in its
# "doc", an element <error>, or text that starts with ERROR. An empty answer, half a JSON document and a web page are
# errors too.
check() {
    judged=0
    printf '%s\n' "$answer" | LC_ALL=C awk '
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
    ' >/dev/null || judged=$?
    case $judged in
        0) ;;
        3) stop 'the panel answered with an error' ;;
        4) stop 'no answer' ;;
        5) stop 'half an answer' ;;
        *) stop 'awk cannot read the answer' ;;
    esac
    [ -z "$answer" ] || printf '%s\n' "$answer" || {
        answer=
        stop 'its answer cannot be written'
    }
    made=$((made + 1))
}

# All calls, with an empty standard input. The shell reads this function to its end before it runs the first call.
calls() {
    made=0

    # Jun 25 09:07:51 root, user.edit, changes data
    step 1 user.edit
    answer=$(printf %s "$MGR_AUTHINFO" | sh -c ': "${MGR_ZPASSWD:?}"; { printf %s "$MGR_ZPASSWD" | curl "$@"; } 3<&0' sh -sSf --insecure --data-urlencode authinfo@/dev/fd/3 --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok' --data-urlencode zpasswd@- --data-raw 'out=json' "$url/ispmgr") || stop 'curl failed'
    check

    # Jun 25 09:07:51 root, user.edit, changes data
    step 2 user.edit
    answer=$(printf %s "$MGR_AUTHINFO" | sh -c ': "${CONFIRM:?}" "${PASSWD:?}"; { printf %s "$CONFIRM" | { printf %s "$PASSWD" | curl "$@"; } 4<&0; } 3<&0' sh -sSf --insecure --data-urlencode authinfo@/dev/fd/3 --data-raw 'func=user.edit&clicked_button=ok' --data-urlencode confirm@/dev/fd/4 --data-raw 'elid=shop' --data-urlencode passwd@- --data-raw 'sok=ok&out=json' "$url/ispmgr") || stop 'curl failed'
    check
} </dev/null

awk 'BEGIN { exit 0 }' </dev/null >/dev/null || {
    printf 'no call was made: awk, which checks the answers for errors, does not run\n' >&2
    exit 1
}
: "${CONFIRM:?a call takes a value from it; set it and run this again}"
export CONFIRM
: "${MGR_ZPASSWD:?a call takes a value from it; set it and run this again}"
export MGR_ZPASSWD
: "${PASSWD:?a call takes a value from it; set it and run this again}"
export PASSWD
calls
printf 'calls made: %s\n' "$made" >&2
