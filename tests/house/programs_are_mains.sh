#!/usr/bin/env bash
# programs_are_mains.sh FOLDER: what stands in programs is wiring, 800 lines of it at most.
set -euo pipefail
most=800
lines=$(find "$1" -name '*.cpp' -o -name '*.h' | xargs cat | wc -l)
echo "$lines lines, at most $most"
((lines > 0 && lines <= most))
