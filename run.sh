#!/usr/bin/env bash
# From a bare Debian 12 to an open window: installs what is missing, builds, opens Dorsum. What is given here
# goes to the program: ./run.sh --run "depth 2". Without a display it draws the first view into a picture.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

third_party/install-packages.sh
cmake --preset release --log-level=WARNING
# ccache only costs time where everything is built for the first time and then kept.
CCACHE_DISABLE=1 cmake --build --preset release --target dorsum

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
  exec build/release/dorsum view "$@"
fi

echo "There is no display here, so no window can open."
build/release/dorsum snapshot -o build/first-view.png --run "depth 1" "$@"
echo "The first view is drawn in $PWD/build/first-view.png"
