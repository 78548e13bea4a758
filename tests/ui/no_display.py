"""Without a display the program says so, says what to do instead, and ends with 3."""

import os
import subprocess
import sys

environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
done = subprocess.run([sys.argv[1], "view", "--fresh"], env=environment, capture_output=True, text=True, timeout=60)
if done.returncode != 3 or "dorsum snapshot" not in done.stderr or done.stdout:
    sys.exit(f"failed: status {done.returncode}, said {done.stderr!r}")
