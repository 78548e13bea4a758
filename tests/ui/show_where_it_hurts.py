"""From pain to muscle in the real window: the brush, the map, the ranking, the warning signs, the slow show."""

import json
import os
import struct
import subprocess
import sys

from atlas_window import AtlasWindow
from desktop import Desktop, Failed, changed_part, check


def pain(report):
    return report["pain"]


def opens_the_tab(window):
    window.click_on("page:pain")
    window.wait("the pain tab is open", lambda r: "brush:paint" in r["places"])


def paints(window):
    pixels = window.picture_pixels()
    window.click_on("brush:paint")
    window.wait("the brush is in the hand", lambda r: pain(r)["brush"]["on"])
    t3, t7 = window.landmarks["spinous-process:T3"], window.landmarks["spinous-process:T7"]
    x0, y0 = window.on_screen((t3[0] - 35, t3[1], t3[2]))
    x1, y1 = window.on_screen((t7[0] - 35, t7[1], t7[2]))
    camera = window.report()["camera"]
    window.drag(x0, y0, x1, y1)
    after = window.wait("the stroke has painted and is ranked", lambda r: pain(r)["strokes"] > 2 and pain(r)["candidates"])
    check(after["camera"] == camera, "a stroke does not turn the body")
    check(pain(after)["rim"] > 0, "the brush's rim is shown under the pointer")
    # Between spine and blade: one of the points that send pain there comes first.
    check(any(c in pain(after)["candidates"][:5] for c in ("trapezius-5.R", "rhomboid-major-2.R", "rhomboid-minor-1.R", "trapezius-4.R")),
          f"a point known for it is among the first: {pain(after)['candidates'][:5]}")
    check(all(c.endswith(".R") for c in pain(after)["candidates"][:3]), "right of the spine, as seen from behind, is the body's right")
    check(changed_part(pixels, window.picture_pixels()) > 0.001, "the paint shows")
    window.shot("pain-painted")
    return pain(after)


def undoes_by_stroke(window, first):
    spine = window.landmarks["spinous-process:L4"]
    x, y = window.on_screen((spine[0] - 40, spine[1], spine[2]))
    window.drag(x, y, x, y + 40)
    window.wait("a second stroke", lambda r: pain(r)["strokes"] > first["strokes"])
    window.key("ctrl+z")
    window.wait("one undo takes back that stroke and no more",
                lambda r: pain(r)["strokes"] == first["strokes"] and pain(r)["candidates"] == first["candidates"])
    check(pain(window.report())["brush"]["on"], "the brush stays in the hand")


def sizes_by_wheel(window):
    spine = window.landmarks["spinous-process:T8"]
    before = window.report()
    window.arrive(*window.on_screen((spine[0] - 30, spine[1], spine[2])))
    window.press(4)
    window.release(4)
    after = window.wait("the wheel makes the brush larger", lambda r: pain(r)["brush"]["radius"] > pain(before)["brush"]["radius"] + 1)
    check(after["camera"] == before["camera"], "and leaves the camera alone")


def turns_beside_the_body(window):
    left, top, width, height = window.report()["picture"]
    before = window.report()
    window.drag(left + 30, top + 60, left + 130, top + 60)
    after = window.wait("a drag beside the body turns it", lambda r: abs(r["camera"]["azimuth"] - before["camera"]["azimuth"]) > 5)
    check(pain(after)["strokes"] == pain(before)["strokes"], "and paints nothing")
    window.key("p")
    window.wait("the view is back", lambda r: abs(r["camera"]["azimuth"]) < 0.01)


def erases(window):
    window.click_on("brush:erase")
    window.wait("the brush erases", lambda r: pain(r)["brush"]["erase"])
    before = pain(window.report())
    t5 = window.landmarks["spinous-process:T5"]
    x, y = window.on_screen((t5[0] - 35, t5[1], t5[2]))
    window.drag(x, y, x, y + 12)
    window.wait("less is painted", lambda r: pain(r)["painted_mm2"] < before["painted_mm2"] - 100)
    window.key("shift+b")
    window.wait("it paints again", lambda r: not pain(r)["brush"]["erase"])


def mirrors(window):
    window.click_on("pain:clear")
    window.wait("all is clear", lambda r: pain(r)["strokes"] == 0)
    window.click_on("brush:mirror")
    window.wait("both sides alike", lambda r: pain(r)["brush"]["mirror"])
    t5 = window.landmarks["spinous-process:T5"]
    window.click(*window.on_screen((t5[0] - 60, t5[1], t5[2])))
    after = window.wait("a dab on each side", lambda r: pain(r)["strokes"] == 2)
    sides = {c[-1] for c in pain(after)["candidates"][:4]}
    check(sides == {"L", "R"}, f"points of both sides are named: {pain(after)['candidates'][:4]}")
    window.key("b")
    window.wait("B lays the brush down", lambda r: not pain(r)["brush"]["on"])
    window.click_on("pain:clear")
    window.wait("all is clear again", lambda r: pain(r)["strokes"] == 0)


def chooses_on_the_map(window):
    window.click_on("map-back:suboccipital.R")
    after = window.wait("a click on the map chooses the region", lambda r: "pain add suboccipital.R" in r["state"])
    check("trapezius-3.R" in pain(after)["candidates"][:5], f"low between the blades is named: {pain(after)['candidates'][:5]}")
    window.shot("pain-map")
    window.click_on("map-back:suboccipital.R")
    window.wait("and another takes it back", lambda r: pain(r)["strokes"] == 0)


def warns(window):
    window.click_on("map-front:anterior-chest.L")
    window.wait("the chest brings its sign", lambda r: pain(r)["signs"] == ["chest"])
    window.click_on("map-front:anterior-arm.L")
    after = window.wait("chest and left arm bring the heart's sign first", lambda r: pain(r)["signs"][:1] == ["chest-and-left-arm"])
    sign, ranking = after["places"]["sign:chest-and-left-arm"], after["places"].get("switch:candidates")
    check(ranking is None or sign[1] < ranking[1], "it stands above the ranking")
    window.shot("pain-sign")
    window.click_on("button:all-signs")
    window.wait("the whole note is one click away", lambda r: "button:close-box" in r["places"])
    window.key("Escape")
    window.wait("and Escape closes it", lambda r: "button:close-box" not in r["places"])
    window.key("ctrl+z")
    window.key("ctrl+z")
    window.wait("nothing hurts any more", lambda r: pain(r)["strokes"] == 0)


def goes_to_the_muscle(window):
    window.click_on("map-back:mid-buttock.R")
    first = pain(window.wait("the buttock is ranked", lambda r: pain(r)["candidates"]))["candidates"][0]
    window.click_on(f"candidate:{first}")
    after = window.wait("the first point is lit", lambda r: r["triggers"] == [first])
    check(after["depth"]["right"] >= 1, f"its side is peeled: {after['depth']}")
    check(after["selected"].endswith(".R"), "its muscle is selected")
    window.shot("pain-chosen")
    window.key("ctrl+z")
    window.wait("one undo takes the choice back", lambda r: not r["triggers"] and pain(r)["strokes"] == 1)
    window.key("ctrl+z")


def compares(window):
    window.click_on("map-back:suboccipital.R")
    window.wait("the region is ranked", lambda r: "pain add suboccipital.R" in r["state"] and pain(r)["candidates"])
    window.click_on("button:compare")
    window.wait("two pictures stand side by side", lambda r: "compare " in r["state"])
    window.shot("pain-compared")
    left, top, width, height = window.report()["picture"]
    before = window.report()["camera"]
    border = left + width / 2
    window.drag(border + 60, top + height / 2, border - 60, top + height / 2)
    window.wait("a drag out of the right picture turns both as far as the hand went",
                lambda r: 5 < abs(r["camera"]["azimuth"] - before["azimuth"]) < 60)
    window.key("F9")
    saved = window.wait("the picture is saved", lambda r: "saved as " in r["message"])["message"].split("saved as ")[1]
    with open(saved, "rb") as file:
        wide, high = struct.unpack(">II", file.read(24)[16:])
    check(abs(wide - width) <= 1 and high == height, f"with both pictures in it: {wide} x {high} of {width} x {height}")
    window.key("Escape")
    window.click_on("button:compare-off")
    window.wait("one picture again", lambda r: "compare " not in r["state"])
    window.key("p")
    window.click_on("map-back:suboccipital.R")
    window.wait("nothing hurts any more", lambda r: pain(r)["strokes"] == 0)


def shows_all_points(window):
    window.key("period")
    first = window.wait("one key lights the first point", lambda r: len(r["triggers"]) == 1)["triggers"]
    window.key("period")
    second = window.wait("the next", lambda r: len(r["triggers"]) == 1 and r["triggers"] != first)["triggers"]
    window.key("comma")
    window.wait("and back", lambda r: r["triggers"] == first)
    window.key("shift+s")
    window.wait("the slow show goes on by itself", lambda r: r["show_playing"] and r["triggers"] == second)
    window.wait("and on", lambda r: len(r["triggers"]) == 1 and r["triggers"] not in (first, second), seconds=30)
    window.key("shift+s")
    window.wait("and stops", lambda r: not r["show_playing"])


def main(program):
    atlas = json.loads(subprocess.run([program, "info", "--json"], capture_output=True, text=True, check=True).stdout)
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program)
        window.landmarks = atlas["landmarks"]
        shots = os.environ.get("DORSUM_UI_SHOTS")
        window.shot = lambda name: shots and window.screenshot(os.path.join(shots, name + ".png"))
        try:
            window.wait("the atlas is open", lambda r: True, seconds=180)
            opens_the_tab(window)
            undoes_by_stroke(window, paints(window))
            for step in (sizes_by_wheel, turns_beside_the_body, erases, mirrors, chooses_on_the_map, warns, goes_to_the_muscle,
                         compares, shows_all_points):
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
