# run.sh SECONDS FOLDER HARNESS...: each harness for so long, as many at a time as
# there are processors, from the cases of the golden tests, the inputs in
# tests/fuzz/NAME.seeds that once broke something, and what earlier runs here have
# found, kept in FOLDER/corpus.  What breaks a property is left in FOLDER/found.
here=$(dirname "$0")
if [ "$1" != --one ]; then
	seconds=$1 folder=$2
	shift 2
	mkdir -p "$folder/found"
	printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 sh "$0" --one "$seconds" "$folder"
	exit
fi

seconds=$2 folder=$3 harness=$4 name=${4##*/}
corpus=$folder/corpus/$name
mkdir -p "$corpus"
set -- "$corpus" "$here"/../cases/*/
[ -d "$here/$name.seeds" ] && set -- "$@" "$here/$name.seeds"
case $name in
links | page | paint | parser | strip | tables) set -- -dict="$here/html.dict" "$@" ;;
record) set -- -close_fd_mask=2 "$@" ;; # it complains of each bad one
esac
if "$harness" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
	-max_len=4096 -print_final_stats=1 -artifact_prefix="$folder/found/$name-" \
	"$@" >"$folder/$name.log" 2>&1; then
	echo "ok fuzz $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$name.log") runs"
else
	echo "not ok fuzz $name"
	tail -n 30 "$folder/$name.log"
	exit 1
fi
