#!/usr/bin/env bash
# The manual page has every subcommand and every command of --run.
set -euo pipefail
page=$(zcat "$1/help/dorsum.1.gz" | sed 's/\\-/-/g')
missing=0
has() { [[ $page == *"$1"* ]] || { echo "not in the manual page: $1"; missing=1; }; }
for subcommand in view snapshot info "import bodyparts3d" "import model" export explain validate bench commands; do has ".SS dorsum $subcommand"; done
while read -r verb _; do has ".B $verb "; done < <("$1/dorsum" commands)
has "--quality low|high"
has ".SH EXIT STATUS"
exit $missing
