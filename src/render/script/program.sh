#!/bin/sh
# Calls to a panel in the order of its log. Read them before you run this. The first error ends it. Answers go to
# standard output, all else to standard error.
# What stands in single quotes is meant as it stands, and all calls may be commented out:
# shellcheck disable=SC2016,SC2034
set -eu
# A reader that has gone makes a write fail, and that is told.
trap : PIPE

# @settings
# Says which call comes now: its number and its function.
step() {
    number=$1
    function=$2
    answer=
}

# Says why no more calls are made.
stop() {
    [ -z "$answer" ] || printf '%s\n' "$answer" || :
    printf 'stopped at call %s (%s): %s; calls made before it: %s\n' "$number" "$function" "$1" "$made" >&2
    exit 1
}

# Looks for the panel's error, which does not show in the status: "error" in a JSON document or in its "doc", the element
# <error>, or text that starts with ERROR. No answer, half a JSON document and a web page are no success either.
check() {
    judged=0
    printf '%s\n' "$answer" | LC_ALL=C awk '
# @judge
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

# All calls, which find nothing to read. A shell reads this to its end before it runs the first one.
calls() {
    made=0
# @calls
} </dev/null

awk 'BEGIN { exit 0 }' </dev/null >/dev/null || {
    printf 'no call was made: awk, which looks for errors in the answers, does not run\n' >&2
    exit 1
}
# @variables
calls
printf 'calls made: %s\n' "$made" >&2
