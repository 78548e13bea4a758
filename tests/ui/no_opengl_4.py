"""With a driver that stops at OpenGL 3.3, window and snapshot end with 3 and one message that says what to do."""

import os
import subprocess

from desktop import Desktop, check, run


def ends_with_one_message(program, environment, folder, *arguments):
    done = subprocess.run([program, *arguments], env=dict(environment, LIBGL_ALWAYS_SOFTWARE="1", MESA_GL_VERSION_OVERRIDE="3.3"),
                          cwd=folder, capture_output=True, text=True, timeout=120)
    said = f"status {done.returncode}, stdout {done.stdout!r}, stderr {done.stderr!r}"
    check(done.returncode == 3, f"dorsum {arguments[0]} ends with 3: {said}")
    check(len(done.stderr.strip().splitlines()) == 1 and not done.stdout, f"it says one thing: {said}")
    check("OpenGL 4.1" in done.stderr and "install a graphics driver" in done.stderr, f"it says what lacks and what to do: {said}")


def main(program):
    with Desktop() as desktop:
        ends_with_one_message(program, desktop.environment, desktop.folder, "view")
        ends_with_one_message(program, desktop.environment, desktop.folder, "snapshot", "-o", "a.png")
        check(not os.path.exists(os.path.join(desktop.folder, "a.png")), "no picture is left behind")


run(main)
