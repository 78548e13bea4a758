#!/usr/bin/env bash
# The sculptor writes the same bytes on another maker's processor, which estimates reciprocals in its own way: here on
# QEMU's, whose estimates are exact.
#   tests/packs/other_processor.sh SCULPTOR RECIPES PACK
# One muscle is sculpted among its neighbours, here and there. Takes some minutes.
set -euo pipefail
sculptor=$1 recipes=$2 pack=$3
command -v qemu-x86_64 >/dev/null || { echo "needs qemu-x86_64 (Debian's qemu-user): not tested"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for processor in here there; do
  mkdir "$folder/$processor"
  cp "$pack/atlas.json" "$pack/meshes.glb" "$folder/$processor"
done
"$sculptor" "$recipes" -o "$folder/here" --only supraspinatus
qemu-x86_64 -cpu max "$sculptor" "$recipes" -o "$folder/there" --only supraspinatus
cmp "$folder/here/atlas.json" "$folder/there/atlas.json"
cmp "$folder/here/meshes.glb" "$folder/there/meshes.glb"
echo "the same bytes"
