"""Hands on the back in the real window: a technique is chosen, laid on a muscle by a click, and the client lies down."""

import json
import os
import subprocess
import sys

from atlas_window import AtlasWindow
from desktop import Desktop, Failed, changed_part, check


def stroke(report):
    return report["stroke"]


def chooses_a_technique(window):
    window.click_on("page:massage")
    window.wait("the page of massage is open", lambda r: "technique:stripping" in r["places"])
    before = window.picture_pixels()
    window.click_on("technique:stripping")
    after = window.wait("its strokes are laid on both sides, and hands move", lambda r: stroke(r)["laid"] >= 12 and stroke(r)["hands"] >= 1)
    check(stroke(after)["technique"] == "stripping" and not stroke(after)["on"], "along its own paths")
    check(changed_part(before, window.picture_pixels()) > 0.01, "the ribbons show")
    window.shot("massage-stripping")


def lays_it_on_a_muscle(window):
    window.key("2")
    window.wait("the second layer lies bare", lambda r: r["depth"]["right"] == 2)
    root, corner = window.landmarks["root-of-scapular-spine:R"], window.landmarks["acromial-angle:R"]
    x, y = window.on_screen([(a + b) / 2 - (0, 0, 30)[i] for i, (a, b) in enumerate(zip(root, corner))])
    window.click(x, y)
    after = window.wait("a click on a muscle moves the stroke there", lambda r: stroke(r)["on"].endswith(".R") and stroke(r)["laid"] == 1)
    # A trigger point may lie under the pointer: then it is laid on that, and its muscle is selected.
    check(after["selected"].removesuffix(".R") in stroke(after)["on"], "and selects the muscle")


def lies_down(window):
    window.click_on("lie:prone")
    window.wait("the client lies face down", lambda r: r["prone"])
    window.click_on("stand:head")
    window.wait("seen from the head", lambda r: abs(abs(r["camera"]["azimuth"]) - 180) < 1)
    window.shot("massage-prone")
    window.click_on("lie:upright")
    window.wait("and stands again", lambda r: not r["prone"])


def main(program):
    atlas = json.loads(subprocess.run([program, "info", "--json"], capture_output=True, text=True, check=True).stdout)
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program)
        window.landmarks = atlas["landmarks"]
        shots = os.environ.get("DORSUM_UI_SHOTS")
        window.shot = lambda name: shots and window.screenshot(os.path.join(shots, name + ".png"))
        try:
            window.wait("the atlas is open", lambda r: True, seconds=180)
            for step in (chooses_a_technique, lays_it_on_a_muscle, lies_down):
                step(window)
            check(not window.report()["gl_errors"], "OpenGL has nothing to complain of")
            check(window.close()[0] == 0, "the window closes")
        finally:
            window.kill()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Failed as failure:
        sys.exit(f"failed: {failure}")
