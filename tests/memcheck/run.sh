#!/usr/bin/env bash
# Valgrind over an import and a snapshot: no invalid read or write, no use of what was never set, in our code.
#   tests/memcheck/run.sh PROGRAM
# A small model (a pack's own meshes.glb of a few boxes) is imported, and the pack drawn.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "$1")
command -v valgrind > /dev/null || { echo "memcheck needs valgrind: not tested"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The fuzzers' seed is atlas.json with meshes.glb behind it.
seed=$here/../fuzz/corpus/pack/three_boxes
start=$(grep -abo glTF "$seed" | head -1 | cut -d: -f1)
tail -c +"$((start + 1))" "$seed" > "$folder/model.glb"
echo '{"skin": "skin", "teres-major.R": "teres-major.R", "vertebra-T6": "vertebra-T6"}' > "$folder/map.json"

check=(valgrind --quiet --error-exitcode=9 --suppressions="$here/drivers.supp" --leak-check=no)
"${check[@]}" "$program" import model "$folder/model.glb" --map "$folder/map.json" -o "$folder/pack"
# Without the driver's cache on the disk, which it writes with bytes that it never set.
MESA_SHADER_CACHE_DISABLE=true "${check[@]}" "$program" snapshot --atlas "$folder/pack" -o "$folder/picture.png" --size 64x48 \
  --quality low --run "depth 1"
echo "no error in our code"
