"""The program's window: its report, its controls by name, and the hand on them."""

import json
import math
import os
import signal
import subprocess
import time

from desktop import check, wait_for
from screen_png import read_xwd, write_png

# xdotool returns once the server has the event; the program answers with its report.


class AtlasWindow:
    def __init__(self, desktop, program, *arguments, environment=None, remembers=False):
        """`remembers`: what the desktop's earlier windows left; without, each is as on the first day."""
        self.desktop = desktop
        self.file = os.path.join(desktop.folder, "report.json")
        if os.path.exists(self.file):
            os.remove(self.file)
        settings = dict(desktop.environment, LIBGL_ALWAYS_SOFTWARE="1", DORSUM_GL_DEBUG="1", **(environment or {}))
        self.process = subprocess.Popen([program, "view", "--report", self.file, *([] if remembers else ["--fresh"]), *arguments], env=settings,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=desktop.folder)
        self.find()

    def find(self):
        """The window's id; again where the program has opened another."""
        self.id = wait_for("the window is open", self._find)

    def _find(self):
        if self.process.poll() is not None:
            check(False, f"the program ended with {self.process.returncode}: {self.process.stderr.read()}")
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "^dorsum$"], env=self.desktop.environment,
                               capture_output=True, text=True)
        return found.stdout.split()[0] if found.stdout.split() else None

    def report(self):
        """What the window says it shows, or None before it first came to rest."""
        try:
            with open(self.file, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return None

    def wait(self, what, test, seconds=60.0):
        def probe():
            check(self.process.poll() is None, f"the program ended before {what}")
            report = self.report()
            return report if report and test(report) else None
        return wait_for(what, probe, seconds)

    def frames_now(self):
        return self.report()["frames"]

    # The hand. Places are window points, which are pixels on this desktop.
    def move(self, x, y):
        self.desktop.run("xdotool", "mousemove", "--window", self.id, str(round(x)), str(round(y)))

    def arrive(self, x, y):
        """Moves there and waits until that is drawn; the server tells nobody of a move to where the pointer is."""
        where = self.desktop.run("xdotool", "getmouselocation")
        before = self.frames_now()
        self.move(x, y)
        if self.desktop.run("xdotool", "getmouselocation") != where:
            self.wait("the pointer's arrival is drawn", lambda r: r["frames"] > before)

    def press(self, button=1):
        self.desktop.run("xdotool", "mousedown", str(button))

    def release(self, button=1):
        self.desktop.run("xdotool", "mouseup", str(button))

    def click(self, x, y):
        self.move(x, y)
        self.press()
        self.release()

    def drag(self, x0, y0, x1, y1, button=1, steps=6):
        self.move(x0, y0)
        self.press(button)
        for i in range(1, steps + 1):
            self.move(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps)
        self.release(button)

    def centre(self, place):
        report = self.wait(f"the control {place} is there", lambda r: place in r["places"])
        left, top, width, height = report["places"][place]
        return left + width / 2, top + height / 2

    def click_on(self, place):
        self.click(*self.centre(place))

    def key(self, chord):
        self.desktop.run("xdotool", "key", "--window", self.id, chord)

    def in_a_slow_frame(self, hand):
        """What the hand does while the program draws nothing, as in a frame that takes long: it hears of all at once."""
        before = self.frames_now()
        self.process.send_signal(signal.SIGSTOP)
        try:
            hand()
        finally:
            self.process.send_signal(signal.SIGCONT)
        self.wait("that is drawn", lambda r: r["frames"] > before)

    def tap_in_a_slow_frame(self, chord):
        self.in_a_slow_frame(lambda: self.key(chord))

    def rest(self, why):
        """Waits until the picture has all its samples; then no frame may be drawn while nobody touches anything."""
        self.arrive(*self.centre("button:about"))  # out of the picture, on something steady
        self.still(why)

    def still(self, why):
        """As rest, but for leaving the pointer where it is."""
        deadline = time.monotonic() + 60
        while True:
            before = self.wait(why, lambda r: r["rests"])
            time.sleep(1.5)
            if self.report() == before:
                break  # all that was on its way to the window has come
            check(time.monotonic() < deadline, why)
        time.sleep(1.5)  # the one wait that has nothing to wait for
        check(self.report() == before, why)

    def picture_pixels(self):
        """The fine picture's pixels on the screen, away from its edges, the floating notes and the pointer."""
        left, top, width, height = self.wait("the picture is fine", lambda r: r["fine"])["picture"]
        words = self.desktop.run("xdotool", "getwindowgeometry", "--shell", self.id)
        at = dict(line.split("=") for line in words.splitlines())
        return self.desktop.pixels(int(at["X"]) + left + 4, int(at["Y"]) + top + 4, width - 8, height - 8)

    def on_screen(self, point):
        """Where a point of the body (mm) falls in the window, seen from behind or by the camera's azimuth."""
        report = self.report()
        camera = report["camera"]
        left, top, width, height = report["picture"]
        a, e = math.radians(camera["azimuth"]), math.radians(camera["elevation"])
        back = (math.sin(a) * math.cos(e), math.cos(a) * math.cos(e), math.sin(e))
        right = (-math.cos(a), math.sin(a), 0.0)
        up = (-math.sin(a) * math.sin(e), -math.cos(a) * math.sin(e), math.cos(e))
        d = [p - t for p, t in zip(point, camera["target"])]
        along = camera["distance"] - sum(x * y for x, y in zip(d, back))
        half = math.tan(math.radians(camera["field_of_view"]) / 2)
        x = sum(p * q for p, q in zip(d, right)) / along / half
        y = sum(p * q for p, q in zip(d, up)) / along / half
        return left + width / 2 + x * height / 2, top + height / 2 - y * height / 2

    def screenshot(self, file):
        write_png(file, *read_xwd(os.path.join(self.desktop.folder, "Xvfb_screen0")))

    def minimise(self):
        self.desktop.run("xdotool", "windowminimize", self.id)
        wait_for("it is minimised", lambda: "Iconic" in self.desktop.run("xprop", "-id", self.id, "WM_STATE"))

    def close(self):
        """As the window's own close button does."""
        self.desktop.run("wmctrl", "-i", "-c", self.id)
        status = wait_for("the program has ended", lambda: (self.process.poll() is not None) and [self.process.returncode])[0]
        return status, self.process.stderr.read()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
