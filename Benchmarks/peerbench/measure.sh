#!/usr/bin/env bash
# All works that the page of figures tells of, one after the other, into a folder of results.
#
#     Benchmarks/peerbench/measure.sh PEERBENCH RESULTS [ROWS] [ROUNDS]
#
# PEERBENCH is the script peerbench.py of the race against DuckDB, Polars and pandas; ROWS such as 1M,10M (default),
# ROUNDS 5 (default). $PEERBENCH_OPTIONS goes to the script as it is: --data and --venv say where its files are kept.
# Then `Benchmarks/peerbench/figures.py RESULTS` puts them on the page. Leave the machine alone meanwhile.
set -euo pipefail
peerbench=$(realpath "$1")
results=$(mkdir -p "$2" && cd "$2" && pwd)
rows=${3:-1M,10M}
rounds=${4:-5}
cd "$(dirname "$0")/../.."

swift build -c release --static-swift-stdlib --product barometer
swift build --package-path Benchmarks -c release --static-swift-stdlib --product peer-workloads
program=$results/barometer
install "$(swift build -c release --show-bin-path)/barometer" "$program" # as the README recommends for daily use
workloads=$(swift build --package-path Benchmarks -c release --show-bin-path)/peer-workloads

bench() { # NAME OPTIONS…
  local name=$1
  shift
  # shellcheck disable=SC2086 # several options
  python3 "$peerbench" ${PEERBENCH_OPTIONS:-} --program "$program" \
    --load "$workloads load --threads {threads} {files}" \
    --kernels "$workloads kernels --threads {threads} --repeat {repeat} --spec {spec} {files}" \
    --gap '{program} query {files} --by OMRÅDE --period half-year --roll sum --rate "ALDER={numerator_ages} / *" --gap "HERKOMST={origin_a}:{origin_b}" --threads {threads} --out {out}' \
    --peers duckdb,duckdb-enum,duckdb-cli,polars,pandas,pyarrow \
    --rounds "$rounds" --json "$results/$name.json" "$@" | tee "$results/$name.txt"
}

swift --version 2> /dev/null | head -1 > "$results/swift.txt"
git rev-parse --short HEAD > "$results/commit.txt"
for size in ${rows//,/ }; do
  for order in nested scattered; do
    for work in W1 W2 W3; do
      bench "$work-$size-$order" --work "$work" --rows "$size" --order "$order"
    done
  done
done
bench W4 --work W4
