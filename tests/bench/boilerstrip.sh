# boilerstrip.sh FILE...: pages a second of user time, many pages in one
# process, beside what else is installed (one process a page).
per_second() { # COUNT SECONDS
	awk -v n="$1" -v s="$2" 'BEGIN { printf "%.0f pages/s\n", n / (s > 0 ? s : 0.01) }'
}
user() { # COMMAND...: seconds
	{ TIMEFORMAT=%U; bash -c 'TIMEFORMAT=%U; time "$@" >/dev/null 2>&1' x "$@"; } 2>&1 | tail -n 1
}
[ $# -gt 0 ] || { echo "boilerstrip: give pages to time"; exit 0; }
printf 'boilerstrip  '; per_second $# "$(user boilerstrip "$@")"
if command -v w3m >/dev/null; then
	printf 'w3m -dump    '
	per_second $# "$(user sh -c 'for f; do w3m -T text/html -dump "$f"; done' x "$@")"
fi
if command -v rdrview >/dev/null; then
	printf 'rdrview      '
	per_second $# "$(user sh -c 'for f; do rdrview -H "$f"; done' x "$@")"
fi
