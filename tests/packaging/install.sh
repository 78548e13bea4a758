#!/usr/bin/env bash
# Installed into a folder, the program finds its atlas and content there and not in the sources.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder" >/dev/null

"$folder/bin/dorsum" info | grep "vertebra-T6" >/dev/null
for file in applications/io.github.dorsum.Dorsum.desktop metainfo/io.github.dorsum.Dorsum.metainfo.xml man/man1/dorsum.1.gz \
            icons/hicolor/scalable/apps/io.github.dorsum.Dorsum.svg mime/packages/dorsum-pack.xml bash-completion/completions/dorsum; do
  [[ -s $folder/share/$file ]] || { echo "$file is not installed"; exit 1; }
done

# Without its regions the installed program must say so of its own folder.
rm "$folder/share/dorsum/regions.json"
message=$("$folder/bin/dorsum" info 2>&1) && { echo "it read its regions from elsewhere"; exit 1; }
[[ $message == *"$folder/share/dorsum/regions.json"* ]] || { echo "unexpected: $message"; exit 1; }
