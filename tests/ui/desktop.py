"""A desktop of the test's own: an X server without a screen, a window manager, a pointer and a keyboard.

Only what Debian's xvfb, openbox, xdotool and wmctrl give, and Python's own library.
"""

import mmap
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time


class Failed(AssertionError):
    pass


def check(truth, what):
    if not truth:
        raise Failed(what)


def wait_for(what, probe, seconds=60.0):
    """Calls probe until it gives something true, and returns that. Machines under test are slow: never sleeps blindly."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = probe()
        if found:
            return found
        time.sleep(0.02)
    raise Failed(f"waited {seconds:.0f} s in vain until {what}")


def copy_of_pack(program, desktop):
    """The built-in pack in the desktop's folder, to be harmed: its folder, its atlas.json, and that file's text."""
    pack = os.path.join(desktop.folder, "pack")
    shutil.copytree(os.path.join(os.path.dirname(program), "atlas"), pack)
    file = os.path.join(pack, "atlas.json")
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    check('"layer"' in text, "the built-in pack tells layers")
    return pack, file, text


def run(main):
    """A test script's whole business: main with the program to test; what failed in one line."""
    try:
        main(sys.argv[1])
    except Failed as failure:
        sys.exit(f"failed: {failure}")


class Desktop:
    def __init__(self, width=1280, height=800):
        self.folder = tempfile.mkdtemp(prefix="dorsum-ui-")
        # The server itself picks a free display number and says which; its picture is a file we can read. It does not
        # begin anew when its last client leaves: the question for the window manager may be that one, and throw it out.
        told, tells = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{width}x{height}x24", "-fbdir", self.folder, "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[tells], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(tells)
        with os.fdopen(told) as answer:
            number = answer.readline().strip()
        check(number, "Xvfb did not start")
        # No test reads or writes what the user's own windows remember.
        self.environment = dict(os.environ, DISPLAY=":" + number, XDG_CONFIG_HOME=os.path.join(self.folder, "config"), XDG_DATA_HOME=os.path.join(self.folder, "data"))
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.manager = subprocess.Popen(["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for("the window manager is there", self._managed)
        except Failed:
            self.__exit__()
            raise

    def _managed(self):
        check(self.manager.poll() is None, "the window manager ended")
        return subprocess.run(["wmctrl", "-m"], env=self.environment, capture_output=True).returncode == 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        check(done.returncode == 0, f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def pixels(self, left, top, width, height, step=3):
        """Every step-th pixel of a rectangle of the screen, as (r, g, b), from the server's own memory (XWD)."""
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                header = struct.unpack(">25I", data[:100])
                offset = header[0] + header[19] * 12
                bits, stride = header[11], header[12]
                check(bits == 32, "the test screen has 32 bits a pixel")
                found = []
                for y in range(int(top), int(top + height), step):
                    row = data[offset + y * stride + int(left) * 4: offset + y * stride + int(left + width) * 4]
                    found += [(row[i + 2], row[i + 1], row[i]) for i in range(0, len(row) - 3, 4 * step)]
                return found


def changed_part(before, after):
    """The part, 0 to 1, of pixels that differ visibly."""
    check(len(before) == len(after), "two pictures of one size")
    return sum(max(abs(a - b) for a, b in zip(p, q)) > 12 for p, q in zip(before, after)) / len(before)


def colours(pixels):
    """How many different colours, coarsely: a blank picture has one or a gradient's few."""
    return len({(r >> 3, g >> 3, b >> 3) for r, g, b in pixels})
