# make.sh SHELL COMMAND [NAME]: the completions of one program for bash, zsh
# or fish, made from its own option table.  COMMAND is run; NAME is what it is
# called where it will be used.  Values are completed: the words of a table,
# languages as --languages lists them, and the names that the program's own
# message gives where a value is wrong.
shell=$1 command=$2 name=${3:-${2##*/}}
labels=$(dirname "$0")/../../src/data/encodings.txt

# letter, long name, value's name, help: a line per option, US between.
options() {
	"$command" --list-options | awk '
	/^  -., --/ || /^      --/ {
		if (row != "") print row
		letter = ""
		line = substr($0, 3)
		if (line ~ /^-/) { letter = substr(line, 2, 1); line = substr(line, 5) }
		sub(/^ *--/, "", line)
		long = line; sub(/[ =[].*/, "", long)
		rest = substr(line, length(long) + 1)
		argument = ""
		if (rest ~ /^\[?=/) { argument = rest; sub(/ .*/, "", argument); rest = substr(rest, length(argument) + 1) }
		sub(/^=/, "", argument)
		sub(/^ */, "", rest)
		row = letter "\037" long "\037" argument "\037" rest
		next
	}
	row != "" && /^ +[^ ]/ { line = $0; sub(/^ +/, "", line); row = row line }
	END { if (row != "") print row }'
}

# What a wrong value is told to be: "give some of a, b and c".
told() { # LONG
	"$command" --"$1"='?' 2>&1 </dev/null | head -n 1 |
		sed -n 's/.*: give some of //p; s/.*--type ?: give //p' |
		sed 's/,/ /g; s/ or / /; s/\.\.\.//g' | tr -s ' '
}

# What completes a value: "words a b", "items a b" (a list with commas between),
# "codes KIND" and "codelist KIND" (of --languages), "file", or "any".
values() { # LONG VALUE
	case $2,$1 in
	*\|*,table) echo words all ;;
	*\|*) echo "words $(echo "$2" | tr '|' ' ')" ;;
	file,*) echo file ;;
	*,encoding) echo "words $(awk '/^[a-z]/ { printf "%s ", $1 }' "$labels")" ;;
	*,field) echo words text title url ;;
	list,language | list,keep-language) echo codelist ;;
	*,language | *,curl) echo codes ;;
	*,stop-lang) echo codes stop-words ;;
	*,stem) echo codes stemmer ;;
	list,* | names,* | keys,* | name,type)
		told=$(told "$1")
		[ "$1" != rules ] || [ "$told" ] || told=$("$command" --list-rules | cut -f 1 | tr '\n' ' ')
		[ "$told" ] && kind=items || kind=any
		[ "$1" != type ] || kind=words
		echo "$kind $told" ;;
	*) echo any ;;
	esac
}

# The options again, with that behind them.
completed() {
	options | while IFS=$(printf '\037') read -r letter long value help; do
		kind=none
		[ -z "$value" ] || kind=$(values "$long" "$value")
		printf '%s\037%s\037%s\037%s\037%s\n' "$letter" "$long" "$value" "$help" "$kind"
	done
}

case $shell in
bash)
	completed | awk -F '\037' -v name="$name" '
	{
		all = all sep "--" $2 ($3 == "" || $3 ~ /^\[/ ? "" : "="); sep = " "
		kind = $5; sub(/ .*/, "", kind)
		rest = $5; sub(/^[^ ]* ?/, "", rest); sub(/ +$/, "", rest)
		if (kind == "none" || kind == "file" || $3 ~ /^\[/) next
		at = ($1 == "" ? "" : "-" $1 " | ") "--" $2
		codes = "$(\"$1\" --languages 2>/dev/null" (rest == "" ? "" : " | grep " rest) " | cut -f 1)"
		if (kind == "words" || kind == "items") does = kind "=\"" rest "\""
		else if (kind == "codes") does = "words=\"" (rest == "" && $2 == "language" ? "auto " : "") codes "\""
		else if (kind == "codelist") does = "items=\"" codes "\""
		else { any = any (any == "" ? "" : " | ") at; next }
		cases = cases "\t" at ") " does " ;;\n"
	}
	END {
		printf "# bash completion for %s\n_%s() {\n", name, name
		print "\tlocal cur=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} words= items="
		print "\tCOMPREPLY=()"
		print "\tcase $cur in"
		print "\t=) cur= ;;"
		print "\t--*=*) option=${cur%%=*} cur=${cur#*=} ;;"
		print "\t*) [ \"$option\" = = ] && option=${COMP_WORDS[COMP_CWORD-2]} ;;"
		print "\tesac"
		print "\tcase $option in"
		printf "%s", cases
		print "\t" any ") compopt +o default; return ;;"
		print "\tesac"
		print "\tif [ \"$items\" ]; then"
		print "\t\tmapfile -t COMPREPLY < <(compgen -P \"${cur%\"${cur##*,}\"}\" -W \"$items\" -- \"${cur##*,}\")"
		print "\telif [ \"$words\" ]; then"
		print "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")"
		print "\telif [[ $cur == -* ]]; then"
		printf "\t\tmapfile -t COMPREPLY < <(compgen -W \"%s\" -- \"$cur\")\n", all
		print "\t\t[[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace"
		print "\tfi"
		printf "}\ncomplete -o default -F _%s %s\n", name, name
	}' ;;
zsh)
	echo "#compdef $name"
	echo "_arguments -s \\"
	completed | sed "s/'/'\\\\''/g" | awk -F '\037' -v name="$name" '{
		help = $4; gsub(/[\[\]:]/, "\\\\&", help)
		kind = $5; sub(/ .*/, "", kind)
		rest = $5; sub(/^[^ ]* ?/, "", rest); sub(/ +$/, "", rest)
		codes = "${(f)\"$(" name " --languages" (rest == "" ? "" : " | grep " rest) " | cut -f 1)\"}"
		value = $3; gsub(/[\[\]=]/, "", value)
		if (kind == "file") does = "_files"
		else if (kind == "words") does = "(" rest ")"
		else if (kind == "items") does = "_values -s , " value " " rest
		else if (kind == "codes") does = "{compadd -- " ($2 == "language" ? "auto " : "") codes "}"
		else if (kind == "codelist") does = "{_values -s , language " codes "}"
		else does = " "
		tail = "[" help "]" ($3 == "" ? "" : ($3 ~ /^\[/ ? "::" : ":") value ":" does)
		if ($1 != "") printf "\t'\''-%s%s%s'\'' \\\n", $1, $3 == "" ? "" : "+", tail
		printf "\t'\''--%s%s%s'\'' \\\n", $2, $3 == "" ? "" : $3 ~ /^\[/ ? "=-" : "=", tail
	}'
	printf "\t'*:file:_files'\n" ;;
fish)
	completed | sed "s/'/\\\\'/g" | awk -F '\037' -v name="$name" '{
		kind = $5; sub(/ .*/, "", kind)
		rest = $5; sub(/^[^ ]* ?/, "", rest); sub(/ +$/, "", rest)
		codes = "(" name " --languages" (rest == "" ? "" : " | string match \"*" rest "*\"") " | cut -f 1,2)"
		if (kind == "none" || $3 ~ /^\[/) does = ""
		else if (kind == "file") does = " -r -F"
		else if (kind == "words") does = " -x -a '\''" rest "'\''"
		else if (kind == "items") does = " -x -a '\''(__fish_append , " rest ")'\''"
		else if (kind == "codes" || kind == "codelist") does = " -x -a '\''" ($2 == "language" && kind == "codes" ? "auto " : "") codes "'\''"
		else does = " -x"
		printf "complete -c %s%s -l %s%s -d '\''%s'\''\n", name, $1 == "" ? "" : " -s " $1, $2, does, $4
	}' ;;
*)
	echo "make.sh: $shell: bash, zsh or fish" >&2
	exit 2 ;;
esac
