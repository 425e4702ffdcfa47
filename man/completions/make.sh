# make.sh SHELL COMMAND [NAME]: the completions of one program for bash, zsh
# or fish, made from its own option table as --help prints it.  COMMAND is
# run; NAME is what it is called where it will be used.
shell=$1 command=$2 name=${3:-${2##*/}}

# letter TAB long TAB argument TAB help, a line an option
options() {
	"$command" --list-options | awk '
	/^  -., --/ || /^      --/ {
		if (row != "") print row
		letter = ""
		line = substr($0, 3)
		if (line ~ /^-/) { letter = substr(line, 2, 1); line = substr(line, 5) }
		sub(/^ *--/, "", line)
		long = line; sub(/[ =].*/, "", long)
		rest = substr(line, length(long) + 1)
		argument = ""
		if (rest ~ /^=/) { argument = substr(rest, 2); sub(/ .*/, "", argument); rest = substr(rest, length(argument) + 2) }
		sub(/^ */, "", rest)
		row = letter "\t" long "\t" argument "\t" rest
		next
	}
	row != "" && /^ +[^ ]/ { line = $0; sub(/^ +/, "", line); row = row line }
	END { if (row != "") print row }'
}

case $shell in
bash)
	echo "# bash completion for $name"
	echo "_$name() {"
	printf "\tlocal word=\${COMP_WORDS[COMP_CWORD]}\n"
	printf "\tcase \$word in\n\t-*) mapfile -t COMPREPLY < <(compgen -W '%s' -- \"\$word\") ;;\n" \
		"$(options | awk -F'\t' '{ printf "%s--%s%s", sep, $2, $3 == "" ? "" : "="; sep = " " }')"
	printf "\t*) mapfile -t COMPREPLY < <(compgen -f -- \"\$word\") ;;\n\tesac\n}\n"
	echo "complete -o filenames -o nospace -F _$name $name" ;;
zsh)
	echo "#compdef $name"
	echo "_arguments -s \\"
	options | sed "s/'/'\\\\''/g" | awk -F'\t' '{
		help = $4; gsub(/[\[\]:]/, "\\\\&", help)
		tail = "[" help "]" ($3 == "" ? "" : ":" $3 ":_files")
		if ($1 != "") printf "\t'\''-%s%s'\'' \\\n", $1, tail
		printf "\t'\''--%s%s%s'\'' \\\n", $2, $3 == "" ? "" : "=", tail
	}'
	printf "\t'*:file:_files'\n" ;;
fish)
	options | sed "s/'/\\\\'/g" | awk -F'\t' -v name="$name" '{
		printf "complete -c %s%s -l %s%s -d '\''%s'\''\n", name, $1 == "" ? "" : " -s " $1, $2, $3 == "" ? "" : " -r", $4
	}' ;;
*)
	echo "make.sh: $shell: bash, zsh or fish" >&2
	exit 2 ;;
esac
