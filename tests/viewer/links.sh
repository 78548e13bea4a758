#!/usr/bin/env bash
# links.sh PROGRAM BUILD.NINJA: neither the libraries that a program needs when it runs, nor those it was linked with, nor
# the names in it may belong to what the viewer does without.
set -uo pipefail
program=$1 ninja=$2
command -v readelf > /dev/null && command -v nm > /dev/null || { echo "needs binutils: not tested"; exit 77; }
bad=0
refuse() { echo "$1: $2"; bad=1; }

for library in openvdb tbb assimp glfw X11 Imath boost; do
  if readelf -d "$program" | grep NEEDED | grep -qi "$library"; then refuse "needed when it runs" "$library"; fi
done
# What stands on the link line, used or not, is what another machine would have to have.
if [[ -f $ninja ]]; then
  line=$(awk -v program="$(basename "$program")" '$1 == "build" { ours = index($2, "/" program ":") || $2 == program ":" } ours && $1 == "LINK_LIBRARIES" { print; exit }' "$ninja")
  [[ -n $line ]] || { echo "no link line of $program in $ninja"; exit 1; }
  for library in openvdb tbb assimp glfw X11 dorsum_sculpt dorsum_imports dorsum_workshop dorsum_window; do
    if grep -qi "lib$library" <<< "$line"; then refuse "on the link line" "$library"; fi
  done
fi
for name in 'dorsum::sculpt::' 'openvdb::' 'tbb::' 'Assimp::' 'CLI::' 'glfw'; do
  if nm -C "$program" | grep -q "$name"; then refuse "named in it" "$name"; fi
done
exit $bad
