#!/usr/bin/env bash
# What bash offers behind some beginnings of a command line.
set -euo pipefail
source "$1/help/dorsum.bash"
compopt() { :; }  # there is no line being edited here

failed=0
expect() {  # expect "words typed" "word to be offered"
  read -ra COMP_WORDS <<<"$1"
  [[ $1 == *' ' ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _dorsum
  [[ " ${COMPREPLY[*]} " == *" $2 "* ]] || { echo "after \"$1\": \"$2\" is not among: ${COMPREPLY[*]}"; failed=1; }
}
expect "dorsum sn" snapshot
expect "dorsum import " bodyparts3d
expect "dorsum import bodyparts3d --" --output
expect "dorsum snapshot --qua" --quality
expect "dorsum snapshot --quality " low
expect "dorsum export --format g" glb
expect "dorsum --run de" depth
exit $failed
