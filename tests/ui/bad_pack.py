"""A pack that can't be opened ends the window with 1; the message names the file, the field and what to do."""

import subprocess

from desktop import Desktop, check, copy_of_pack, run


def main(program):
    with Desktop() as desktop:
        pack, file, text = copy_of_pack(program, desktop)
        with open(file, "w", encoding="utf-8") as opened:
            opened.write(text.replace('"layer"', '"layre"', 1))
        done = subprocess.run([program, "view", "--atlas", pack], env=dict(desktop.environment, LIBGL_ALWAYS_SOFTWARE="1"),
                              capture_output=True, text=True, timeout=120)
        said = f"status {done.returncode}, stdout {done.stdout!r}, stderr {done.stderr!r}"
        check(done.returncode == 1 and not done.stdout, f"it ends with 1: {said}")
        check("atlas.json" in done.stderr and "layre" in done.stderr and "(" in done.stderr, f"it names file, field and remedy: {said}")


run(main)
