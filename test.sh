#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test but the slow ones. The last line says how many passed, failed and
# were skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

third_party/install-packages.sh
cmake --preset release --log-level=WARNING
cmake --build --preset release

if [[ -z ${DORSUM_REFERENCE_DIR:-} ]]; then
  echo "DORSUM_REFERENCE_DIR is unset: tests of the real data set are skipped." >&2
fi

log=build/release/ctest.log
status=0
ctest --preset release --parallel "$(nproc)" "$@" | tee "$log" || status=$?

# ctest's own summary: "97% tests passed, 1 tests failed out of 38".
summary=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$log" || true)
if [[ $summary =~ ([0-9]+)\ tests\ failed\ out\ of\ ([0-9]+) ]]; then
  failed=${BASH_REMATCH[1]}
  total=${BASH_REMATCH[2]}
  # To ctest a skipped test has passed; it tells of each as "12/345 Test #12: name ....***Skipped   0.01 sec".
  skipped=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+: .*\*\*\*Skipped' "$log" || true)
  echo "$((total - failed - skipped)) passed, $failed failed, $skipped skipped"
else
  echo "0 passed, 0 failed, 0 skipped"
  exit 1
fi
exit "$status"
