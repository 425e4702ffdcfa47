# lib.sh: sourced by the parts of the benchmark.  A task is a text and the
# commands that do the same job on it; the first is ours.  A row says the
# median user CPU of $RUNS whole processes, the speed, the peak memory, and
# how many times ours it takes.  A command that is not installed is left out, with
# a word.
RUNS=${RUNS:-3}
tmp=${tmp:-$(mktemp -d)} || exit 2
trap 'rm -rf "$tmp"' EXIT

task() { # NAME FILE...: what is read, for the speed
	echo
	bytes=$(shift; cat "$@" | wc -c)
	printf '%-48s %9s %9s %9s %7s\n' "$1, $(awk -v b="$bytes" 'BEGIN { printf "%.1f", b / 1e6 }') MB" "user s" "MB/s" "peak MiB" "ratio"
	first=
}

there() { # LABEL PROGRAM: it is installed
	command -v "$2" >/dev/null && return
	printf '  %-46s not installed\n' "$1"
	return 1
}

row() { # LABEL COMMAND...: a command and its words
	there "$1" "$2" || return 0
	label=$1
	shift
	cost=$("$COST" "$RUNS" "$@") || {
		echo "  $label: failed"
		return 0
	}
	shown "$label" "$cost"
}

pipe() { # LABEL NEEDED SCRIPT: a shell's pipeline; NEEDED programs
	for program in $2; do
		there "$1" "$program" || return 0
	done
	row "$1" sh -c "$3"
}

# Debian's python3, whatever comes first, once: these peers take their time.
python() { # LABEL MODULE FILE WORD...: a script that needs a module
	if ! /usr/bin/python3 -c "import $2" 2>/dev/null; then
		printf '  %-46s not installed\n' "$1"
		return 0
	fi
	python_label=$1
	shift 2
	RUNS=1 row "$python_label" /usr/bin/python3 "$@"
}

shown() { # LABEL "SECONDS TAB KIB"
	[ -n "$first" ] || first=${2%%	*}
	echo "$2" | awk -v label="$1" -v b="$bytes" -v first="$first" '{
		s = $1 > 0.0005 ? $1 : 0.0005
		printf "  %-46s %9.3f %9.1f %9.1f %7.2f\n", label, s, b / s / 1e6, $2 / 1024, s / first
	}'
}

each() { # LABEL FOLDER COMMAND...: a process a file of the folder
	there "$1" "$3" || return 0
	each_label=$1
	shift
	# shellcheck disable=SC2016 # for the inner shell
	row "$each_label" sh -c 'd=$1; shift; for f in "$d"/*; do "$@" "$f"; done' - "$@"
}

some_pages() { # FOLDER: 100 pages of page.awk's, about 140 kB each
	mkdir "$1"
	awk -v bytes=17000000 -f page.awk | awk -v to="$1" '
		/<article/ && n++ % 26 == 0 {
			close(f)
			if (++k > 100) exit
			f = to "/" k ".html"
			print "<!DOCTYPE html><title>page</title><main>" >f
		}
		f != "" { print >f }'
}

many() { # TIMES FILE: a file again and again
	awk -v n="$1" 'BEGIN { while (n-- > 0) print ARGV[1] }' "$2" | xargs cat
}

# Debian's King James Bible, a verse a line, 4.4 MB; false: there is none.
king_james() { # FILE
	command -v bible >/dev/null || {
		echo "no bible(1): apt-get install bible-kjv bible-kjv-text"
		return 1
	}
	bible -f gen1:1-rev22:21 >"$1" 2>/dev/null
}

saved_pages() { # FOLDER: those of GOLD; false: there are none
	[ -d "$GOLD/boilerstrip/pages/scrapinghub" ] || return 1
	mkdir "$1"
	for page in "$GOLD/boilerstrip/pages/scrapinghub"/*.html.gz; do
		zcat "$page" >"$1/$(basename "$page" .gz)"
	done
}
