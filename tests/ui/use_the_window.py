"""The real window, used as a person uses it: one sitting from opening to closing."""

import json
import subprocess

from atlas_window import AtlasWindow
from desktop import Desktop, Failed, changed_part, check, colours, run


def shows_a_body(window):
    check(colours(window.picture_pixels()) > 60, "the picture is not blank")


def rests(window):
    """No frame is drawn while nothing happens; a lit zone would pulse."""
    window.key("shift+z")
    window.wait("no point is on", lambda r: not r["triggers"])
    window.rest("nothing is drawn and nothing changes while nobody touches anything")


def begins(window):
    window.click_on("begin:pain")
    window.wait("the first card's example lights a point and selects its muscle",
                lambda r: r["triggers"] == ["trapezius-3.R"] and r["selected"] == "trapezius-ascending.R")
    window.key("ctrl+z")
    window.wait("one undo takes all of it back", lambda r: not r["triggers"] and not r["selected"])


def clicks_a_mark(window):
    before = window.report()["depth"]
    window.click(*window.on_screen(window.points["trapezius-4.R"]))
    window.wait("a click on a mark lights it and selects its muscle",
                lambda r: r["triggers"] == ["trapezius-4.R"] and r["selected"].startswith("trapezius-"))
    window.key("ctrl+z")
    window.wait("one undo takes back both", lambda r: not r["triggers"] and not r["selected"] and r["depth"] == before)
    window.key("ctrl+y")
    window.wait("and one redo brings both", lambda r: r["triggers"] == ["trapezius-4.R"] and r["selected"])
    window.key("ctrl+z")
    window.wait("and back", lambda r: not r["triggers"] and not r["selected"])


def reaches_panels_by_key(window):
    window.tap_in_a_slow_frame("Tab")
    window.tap_in_a_slow_frame("Tab")
    window.tap_in_a_slow_frame("Right")
    before = window.report()["camera"]
    window.tap_in_a_slow_frame("space")
    window.wait("Tab leads into the panels, the second of them the depth's, where arrows and Space work", lambda r: r["depth"] != {"left": 1, "right": 1})
    check(window.report()["camera"] == before, "the arrows no longer turn the body")
    window.key("ctrl+z")
    window.wait("and back", lambda r: r["depth"] == {"left": 1, "right": 1})
    window.tap_in_a_slow_frame("Escape")


def orbits(window):
    left, top, width, height = window.report()["picture"]
    before, pixels = window.report(), window.picture_pixels()
    x, y = left + width / 2, top + height / 2
    window.drag(x, y, x + 140, y + 40)
    after = window.wait("the drag has turned the camera",
                        lambda r: abs(r["camera"]["azimuth"] - before["camera"]["azimuth"]) > 5)
    check(after["selected"] == before["selected"], "a drag selects nothing")
    check(after["can_undo"] == before["can_undo"], "undo passes over the camera")
    check(changed_part(pixels, window.picture_pixels()) > 0.01, "the picture has turned")
    window.key("p")
    window.wait("P looks from behind again", lambda r: abs(r["camera"]["azimuth"]) < 0.01)


def zooms_to_the_pointer(window):
    left, top, width, height = window.report()["picture"]
    before = window.report()["camera"]
    window.move(left + width * 0.5, top + height * 0.3)
    window.press(4)
    window.release(4)
    camera = window.wait("the wheel brings the body nearer", lambda r: r["camera"]["distance"] < before["distance"] - 1)["camera"]
    check(camera["target"][2] > before["target"][2], "it nears what is under the pointer, here the upper half")
    window.key("p")
    window.wait("the view is back", lambda r: abs(r["camera"]["distance"] - before["distance"]) < 1)


def pans(window):
    left, top, width, height = window.report()["picture"]
    before = window.report()["camera"]
    window.drag(left + width / 2, top + height / 2, left + width / 2 + 60, top + height / 2, button=3)
    window.wait("the right button moves the body", lambda r: abs(r["camera"]["target"][0] - before["target"][0]) > 5)
    window.key("p")
    window.wait("the view is back", lambda r: abs(r["camera"]["target"][0] - before["target"][0]) < 0.5)


def peels(window):
    pixels = window.picture_pixels()
    x, _ = window.centre("depth")
    y1, y3 = window.centre("stop:1")[1], window.centre("stop:3")[1]
    window.drag(x, y1, x, y3)
    window.wait("the slider stands at the third layer", lambda r: r["depth"] == {"left": 3, "right": 3})
    check(changed_part(pixels, window.picture_pixels()) > 0.01, "another layer shows")
    window.click_on("button:undo")
    window.wait("one undo takes back the whole drag", lambda r: r["depth"] == {"left": 1, "right": 1})


def selects(window):
    """Points at the flesh beside the spine until a muscle is named there, and clicks it."""
    spine = window.landmarks["spinous-process:T8"]
    for side, up in ((-22, 0), (-30, 12), (-22, 25), (-30, -15), (-40, -40), (-60, -80)):
        x, y = window.on_screen((spine[0] + side, spine[1], spine[2] + up))
        window.arrive(x, y)
        hovered = window.report()
        if hovered["hovered"].startswith(("trapezius", "latissimus")) and not hovered["hovered_point"]:
            break
    else:
        raise Failed(f"no muscle of the first layer lies beside T8; the last thing there was {hovered['hovered'] or 'nothing'}")
    check(hovered["hovered"].endswith(".R"), "what lies right of the spine on the screen is the body's right, seen from behind")
    window.click(x, y)
    window.wait("the click has selected what was named", lambda r: r["selected"] == hovered["hovered"])


def comes_back_under_the_pointer(window):
    """Minimised and back, the pointer where it was: GLFW tells that it is in, but of no move."""
    window.wait("something is named under the pointer", lambda r: r["hovered"])
    window.minimise()
    before = window.frames_now()
    window.desktop.run("wmctrl", "-i", "-a", window.id)
    window.wait("it is named again", lambda r: r["frames"] > before and r["hovered"])


def selects_from_the_tree(window):
    window.key("Escape")
    window.wait("Escape selects nothing", lambda r: r["selected"] == "")
    state = window.report()["state"]

    def types(word):
        for letter in word:
            window.key(letter)

    def has_only(word):
        def found(report):
            places = [place for place in report["places"] if place.startswith("select:")]
            return places and all(word in place for place in places)
        return found

    window.in_a_slow_frame(lambda: (window.key("ctrl+f"), types("rhomboid")))
    window.wait("Ctrl+F searches for what is typed behind it, be it before the next frame", has_only("rhomboid"))
    window.key("Escape")
    window.wait("Escape takes the word back", lambda r: not has_only("rhomboid")(r))
    x, y = window.centre("search")
    window.in_a_slow_frame(lambda: (window.click(x, y), types("ascending")))
    window.wait("so does a click", has_only("ascending"))
    check(window.report()["state"] == state, "and no letter of it was taken for a key of the figure's")
    window.click_on("select:trapezius-ascending.R")
    window.wait("the tree has selected it", lambda r: r["selected"] == "trapezius-ascending.R")


def lights_a_point(window):
    pixels = window.picture_pixels()
    window.click_on("tab:points")
    window.click_on("trigger:trapezius-3.R")
    lit = window.wait("the point is on", lambda r: r["triggers"] == ["trapezius-3.R"])
    part = changed_part(pixels, window.picture_pixels())
    check(part > 0.0005, f"its zones are lit on the skin ({part:.5f} of the picture changed)")
    if lit["zones_on_the_far_side"]:
        before = lit["camera"]["azimuth"]
        window.click_on("button:turn")
        window.wait("the view has turned to the far zone", lambda r: abs(r["camera"]["azimuth"] - before) > 5)
        window.key("p")
        window.wait("the view is back", lambda r: abs(r["camera"]["azimuth"]) < 0.01)


def hides_and_shows(window):
    window.key("h")
    window.wait("H hides the selection", lambda r: r["hidden"] == ["trapezius-ascending.R"])
    window.key("shift+h")
    window.wait("Shift+H shows everything", lambda r: not r["hidden"])
    window.key("2")
    window.wait("2 peels to the second layer", lambda r: r["depth"] == {"left": 2, "right": 2})
    window.key("ctrl+z")
    window.wait("Ctrl+Z takes it back", lambda r: r["depth"] == {"left": 1, "right": 1})


def parts_the_sides(window):
    window.click_on("sides-together")
    x, _ = window.centre("depth:left")
    window.drag(x, window.centre("stop:1")[1], x, window.centre("stop:4")[1])
    window.wait("only the left side is peeled", lambda r: r["depth"] == {"left": 4, "right": 1})
    window.key("ctrl+z")
    window.wait("and back", lambda r: r["depth"] == {"left": 1, "right": 1})


def clicks_in_a_slow_frame(window):
    """Click, and the pointer far away again, before the next frame: on a panel's button and on a mark."""
    x, y = window.centre("stop:2")
    left, top, width, height = window.report()["picture"]

    def click_and_go(x, y):
        window.click(x, y)
        window.move(left + width / 2, top + 8)
    window.in_a_slow_frame(lambda: click_and_go(x, y))
    window.wait("a panel is clicked where the button went down", lambda r: r["depth"] == {"left": 2, "right": 2})
    window.key("ctrl+z")
    window.wait("and back", lambda r: r["depth"] == {"left": 1, "right": 1})
    selected = window.report()["selected"]
    mark = window.on_screen(window.points["trapezius-4.R"])
    window.in_a_slow_frame(lambda: click_and_go(*mark))
    window.wait("so is the picture", lambda r: "trapezius-4.R" in r["triggers"])
    window.key("ctrl+z")
    window.wait("and back", lambda r: "trapezius-4.R" not in r["triggers"] and r["selected"] == selected)


def shows_the_safety_note(window):
    window.click_on("button:safety")
    window.wait("the safety note is open", lambda r: "button:close-box" in r["places"])
    window.tap_in_a_slow_frame("Escape")
    window.wait("Escape closes it", lambda r: "button:close-box" not in r["places"])


def resizes(window):
    before = window.report()["picture"]
    window.desktop.run("xdotool", "windowsize", window.id, "1100", "700")
    window.wait("the picture has the new size", lambda r: r["picture"][2] < before[2] - 50 and r["picture"][3] < before[3] - 50)
    shows_a_body(window)


def drags_out_of_the_window(window):
    """The pointer leaves below while it turns the body: only how far it went aside counts for the azimuth."""
    left, top, width, height = window.report()["picture"]
    x, y = left + width / 2, top + height / 2
    below, beside = top + height + 60, x + 70
    window.move(x, y)
    window.press()
    window.move(x + 20, y)
    started = window.wait("the drag turns the body", lambda r: abs(r["camera"]["azimuth"]) > 1)["camera"]["azimuth"]
    window.move(beside, below)
    outside = window.wait("it goes on below the window", lambda r: abs(r["camera"]["azimuth"]) > abs(started) + 1)["camera"]["azimuth"]
    window.move(beside, y)
    window.wait("and comes back", lambda r: r["camera"]["elevation"] < 1)
    check(abs(window.report()["camera"]["azimuth"] - outside) < 0.1, f"it turned as far as the pointer went aside, not to {outside}")
    window.release()
    window.key("p")
    window.wait("P looks from behind again", lambda r: abs(r["camera"]["azimuth"]) < 0.01)


def main(program):
    atlas = json.loads(subprocess.run([program, "info", "--json"], capture_output=True, text=True, check=True).stdout)
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program, "--run", "depth 1")
        window.landmarks = atlas["landmarks"]
        window.points = {point["id"]: point["position"] for point in atlas["trigger_points"]}
        try:
            first = window.wait("the atlas is open", lambda r: True, seconds=180)
            check(first["depth"] == {"left": 1, "right": 1}, "--run has been followed")
            for step in (shows_a_body, begins, clicks_a_mark, reaches_panels_by_key, orbits, zooms_to_the_pointer, pans, peels, selects, comes_back_under_the_pointer, selects_from_the_tree, lights_a_point, hides_and_shows, parts_the_sides, clicks_in_a_slow_frame, shows_the_safety_note,
                         resizes, drags_out_of_the_window, rests):
                print("-", step.__name__.replace("_", " "), flush=True)
                step(window)
            check(window.report()["gl_errors"] == [], f"OpenGL has nothing to complain of: {window.report()['gl_errors']}")
            check(window.report()["message"] == "", f"no message is left: {window.report()['message']}")
            status, words = window.close()
            check(status == 0, f"closing ends the program with 0, not {status}: {words}")
        finally:
            window.kill()


run(main)
