# run.sh SECONDS FOLDER HARNESS...: each harness for so long, from the seeds in
# tests/fuzz/NAME.seeds (a folder) and what earlier runs here have found.
seconds=$1 folder=$2
shift 2
here=$(dirname "$0")
bad=0
for harness; do
	name=${harness##*/}
	corpus=$folder/corpus/$name
	mkdir -p "$corpus" "$folder/found"
	seeds=$here/$name.seeds
	[ -d "$seeds" ] || seeds=
	# shellcheck disable=SC2086 # no seeds, no word
	if "$harness" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
		-max_len=4096 -print_final_stats=1 -artifact_prefix="$folder/found/$name-" \
		"$corpus" $seeds >"$folder/$name.log" 2>&1; then
		echo "ok fuzz $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$name.log") runs"
	else
		echo "not ok fuzz $name"
		tail -n 30 "$folder/$name.log"
		bad=1
	fi
done
exit $bad
