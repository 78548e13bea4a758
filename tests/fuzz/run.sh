#!/usr/bin/env bash
# Builds the fuzzers and runs each for so many seconds, one after the other, until one finds something:
#   tests/fuzz/run.sh [SECONDS] [NAME...]
# What was learnt stays in build/fuzz/corpus, what was found in build/fuzz/found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

command -v clang++ > /dev/null || { echo "The fuzzers need clang: apt install clang" >&2; exit 3; }
seconds=${1:-600}
shift || true
names=("$@")
[[ ${#names[@]} -gt 0 ]] || names=(commands content pack obj gltf findings zone_cache recipe)

cmake --preset fuzz --log-level=WARNING
cmake --build build/fuzz --target "${names[@]/#/fuzz_}"

# Assimp, Embree and OpenVDB are not instrumented: a vector that crosses over to them has no container marks.
export ASAN_OPTIONS=detect_container_overflow=0
for name in "${names[@]}"; do
  mkdir -p "build/fuzz/corpus/$name" build/fuzz/found
  TMPDIR=$(mktemp -d -p "$([[ -w /dev/shm ]] && echo /dev/shm || echo /tmp)")
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
  echo "fuzz_$name, $seconds s"
  if [[ $name == content ]]; then  # the project's own texts, each behind its kind
    { echo safety; cat assets/content/safety.json; } > build/fuzz/corpus/content/safety
    { echo regions; cat assets/content/regions.json; } > build/fuzz/corpus/content/regions
    { echo seeds; cat assets/regions.json; } > build/fuzz/corpus/content/seeds
  fi
  "build/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=800 -max_len=65536 -print_final_stats=1 \
    -close_fd_mask=1 -verbosity=0 -dict=tests/fuzz/words.dict -artifact_prefix="build/fuzz/found/$name-" \
    "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
  rm -rf "$TMPDIR"
done
