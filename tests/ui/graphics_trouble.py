"""What graphics do to a window: a context that is lost, a display that goes, a size of one pixel, minimised, a denser screen.

A lost context and another screen's scale are called up by DORSUM_FAULT (gl/fault.h); the rest is real.
"""

import os
import subprocess
import time

from atlas_window import AtlasWindow
from desktop import Desktop, check, run, wait_for


def cpu_seconds(process):
    with open(f"/proc/{process.pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def opened(window):
    return window.wait("the atlas is open", lambda r: True, seconds=180)


def stir(window, times):
    """Moves of the pointer, each of which is drawn."""
    for i in range(times):
        window.desktop.run("xdotool", "mousemove", str(500 + 3 * i), str(300 + i % 7))
        time.sleep(0.02)


def survives_a_lost_context(desktop, program):
    window = AtlasWindow(desktop, program, "--run", "depth 2", environment={"DORSUM_FAULT": "lost-context:25"})
    try:
        opened(window)
        window.key("3")
        def lost(report):
            stir(window, 2)
            return "was reset" in report["message"]
        after = window.wait("a window is opened again, and says why", lost, seconds=120)
        check(after["depth"] == {"left": 3, "right": 3}, f"what was peeled stays peeled: {after['depth']}")
        window.find()
        window.key("ctrl+z")
        window.wait("what can be undone stays, too", lambda r: r["depth"] == {"left": 2, "right": 2})
        check(window.report()["gl_errors"] == [], "no error of OpenGL")
        status, words = window.close()
        check(status == 0, f"it ends with 0, not {status}: {words}")
    finally:
        window.kill()


def follows_the_screens_scale(desktop, program):
    window = AtlasWindow(desktop, program, environment={"DORSUM_FAULT": "scale:30"})
    try:
        before = opened(window)["places"]["button:about"]
        def grown(report):
            stir(window, 2)
            now = report["places"].get("button:about")
            return now and now[3] > 1.6 * before[3]
        window.wait("on a screen of twice the density everything is twice as large", grown)
        check(window.report()["gl_errors"] == [], "no error of OpenGL")
    finally:
        window.kill()


def rests_while_minimised_and_survives_a_pixel(desktop, program):
    # With arrows along fibres and the glow of a zone there is always a next frame, while one can see it.
    window = AtlasWindow(desktop, program, "--run", "depth 1; select trapezius-descending.R; fibres on; trigger trapezius-1.R on")
    try:
        opened(window)
        window.minimise()
        def rests(seconds=4.0):
            frames, cpu = window.frames_now(), cpu_seconds(window.process)
            time.sleep(seconds)
            return window.frames_now() == frames and cpu_seconds(window.process) - cpu < 0.01 * seconds
        # Not at once: on a thread of its own the program still gets ready for moving pictures.
        wait_for("minimised it draws nothing and uses under 1 % of a core", rests)
        frames = window.frames_now()
        desktop.run("xdotool", "windowmap", window.id)
        window.wait("it is drawn again", lambda r: r["frames"] > frames)

        desktop.run("xdotool", "windowsize", window.id, "1", "1")
        time.sleep(0.5)
        stir(window, 5)
        check(window.process.poll() is None, "a window of one pixel is no reason to end")
        desktop.run("xdotool", "windowsize", window.id, "1000", "700")
        window.wait("and it grows back", lambda r: r["picture"][3] > 500)
        check(window.report()["gl_errors"] == [], f"no error of OpenGL: {window.report()['gl_errors']}")
        check(window.report()["triggers"] == ["trapezius-1.R"], "nothing is lost")
    finally:
        window.kill()


def tells_of_a_lost_display(program):
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program)
        try:
            opened(window)
            desktop.server.kill()
            words = window.process.communicate(timeout=30)[1]
            check(window.process.returncode == 3, f"it ends with 3, not {window.process.returncode}: {words}")
            check("display is gone" in words and len(words.strip().splitlines()) == 1, f"it says one thing: {words!r}")
        except subprocess.TimeoutExpired:
            check(False, "it goes on without a display")
        finally:
            window.kill()


def main(program):
    with Desktop() as desktop:
        for trouble in (survives_a_lost_context, follows_the_screens_scale, rests_while_minimised_and_survives_a_pixel):
            print("-", trouble.__name__.replace("_", " "), flush=True)
            trouble(desktop, program)
    print("- tells of a lost display", flush=True)
    tells_of_a_lost_display(program)


run(main)
