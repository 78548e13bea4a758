"""The real window: the ways of looking that move or open, by mouse and key. Flights, lens, probe, compass, scrolling."""

import json
import subprocess

from atlas_window import AtlasWindow
from desktop import Desktop, changed_part, check, colours, run


def flies(window):
    def pictures_of_flight(key, azimuth):
        before = window.report()["pictures"]
        window.key(key)
        return window.wait(f"{key} turns to {azimuth}", lambda r: abs(r["camera"]["azimuth"] - azimuth) < 0.01)["pictures"] - before

    for attempt in range(6):  # a flight lasts less than half a second: a busy machine may draw only its end
        window.rest("before a flight")
        from_rest = pictures_of_flight("l", 90)
        while_refined = pictures_of_flight("p", 0)  # the report came with the first of many samples
        if from_rest >= 3 and while_refined >= 0.5 * from_rest:
            break
    else:
        check(False, f"it flew: pictures were drawn on the way ({from_rest} from rest, {while_refined} while the last was refined)")
    window.key("r")
    window.key("l")  # before it arrives
    window.wait("a flight can be turned round", lambda r: abs(r["camera"]["azimuth"] - 90) < 0.01)
    window.key("p")
    window.wait("and back", lambda r: abs(r["camera"]["azimuth"]) < 0.01)


def stands_still(window):
    window.key("m")
    window.wait("M asks for less motion", lambda r: "motion reduced" in r["state"])
    before = window.report()["pictures"]
    window.key("l")
    after = window.wait("the view changes at once", lambda r: abs(r["camera"]["azimuth"] - 90) < 0.01)
    check(after["pictures"] - before <= 3, f"with no pictures on the way ({after['pictures'] - before} were drawn)")
    window.key("p")
    window.key("m")
    window.wait("and back", lambda r: "motion reduced" not in r["state"] and abs(r["camera"]["azimuth"]) < 0.01)


def looks_through_the_lens(window):
    spine = window.landmarks["spinous-process:T8"]
    x, y = window.on_screen((spine[0] - 50, spine[1], spine[2]))
    window.arrive(x, y)
    before, pixels = window.report(), window.picture_pixels()
    window.desktop.run("xdotool", "keydown", "--window", window.id, "o")
    opened = window.wait("while O is held, the lens is open", lambda r: r["lens"])
    check(abs(opened["lens"]["centre"][0] - (spine[0] - 50)) < 15, "under the pointer")
    check(changed_part(pixels, window.picture_pixels()) > 0.002, "and shows what lies deeper")
    window.still("a key that is held draws nothing anew")
    window.key("3")
    window.wait("a number says how deep", lambda r: r["lens"]["depth"] == 3)
    window.press(4)
    window.release(4)
    window.wait("the wheel widens it", lambda r: r["lens"]["radius"] > opened["lens"]["radius"])
    window.move(x + 40, y + 30)
    window.wait("it follows the pointer", lambda r: r["lens"]["centre"][2] < opened["lens"]["centre"][2] - 10)
    window.desktop.run("xdotool", "keyup", "--window", window.id, "o")
    after = window.wait("it closes when O is let go", lambda r: not r["lens"])
    check(after["depth"] == before["depth"] and after["can_undo"] == before["can_undo"], "and nothing else has changed")


def cuts(window):
    pixels = window.picture_pixels()
    window.click_on("page:view")
    window.click_on("cut:transverse")
    window.wait("a cut goes across", lambda r: "section transverse" in r["state"])
    check(changed_part(pixels, window.picture_pixels()) > 0.02, "and shows")
    before = window.report()["state"]
    x, y = window.centre("cut")
    window.drag(x, y, x - 40, y)
    window.wait("the slider moves it", lambda r: "section transverse" in r["state"] and r["state"] != before)
    window.key("ctrl+z")
    window.wait("one undo takes the whole drag back", lambda r: r["state"] == before)
    # From vertebra to vertebra: T6 is where a cut across begins.
    height = lambda r: float(r["state"].split("section transverse ")[1].split(";")[0])
    begun = height(window.report())
    window.click_on("cut:level-below")
    below = height(window.wait("a vertebra lower", lambda r: "section transverse" in r["state"] and height(r) < begun - 10))
    check(15 < begun - below < 45, f"by one vertebra: {begun} to {below}")
    window.click_on("cut:level-above")
    window.wait("and up again", lambda r: abs(height(r) - begun) < 1)
    # Between heart and gullet lies no muscle, and none behind it is named.
    window.key("s")
    spine, sternum = window.landmarks["spinous-process:T6"], window.landmarks["sternal-notch"]
    window.wait("seen from above", lambda r: r["camera"]["elevation"] > 80)
    window.arrive(*window.on_screen((spine[0], spine[1] + 0.61 * (sternum[1] - spine[1]), begun)))
    window.wait("a hollow is named as such", lambda r: r["hovered_room"] == "chest" and r["hovered"] == "")
    window.key("p")
    window.click_on("cut:oblique")
    facing = window.wait("a free cut faces the view", lambda r: "section oblique 0 0 " in r["state"])["state"]
    window.key("Next")
    window.wait("Page Down moves it", lambda r: "section oblique 0 0 " in r["state"] and r["state"] != facing)
    window.key("c")
    window.wait("the body is whole again", lambda r: "section" not in r["state"])
    window.key("c")
    window.wait("C cuts", lambda r: "section oblique" in r["state"])
    window.click_on("cut:off")
    window.wait("and the body is whole", lambda r: "section" not in r["state"])
    window.click_on("page:structure")


def probes(window):
    spine = window.landmarks["spinous-process:T8"]
    window.arrive(*window.on_screen((spine[0] - 45, spine[1], spine[2])))
    window.key("d")
    probe = window.wait("D probes under the pointer", lambda r: r["probe"])["probe"]
    depths = [layer["entry"] for layer in probe["layers"]]
    check(len(depths) >= 2 and depths == sorted(depths), f"the layers come in order: {probe['layers']}")
    first = probe["layers"][0]["id"]
    report = window.wait("their names stand beside the needle", lambda r: any(name["id"] == first for name in r["names"]))
    name = next(name for name in report["names"] if name["id"] == first)
    left, top = report["picture"][:2]
    into = 20 if name["side"] == "right" else -20
    window.click(left + name["at"][0] + into, top + name["at"][1])
    window.wait("a click on a name selects it", lambda r: r["selected"] == first)
    last = probe["layers"][-1]["id"]
    window.click_on(f"probed:{last}")
    window.wait("so does one in the list", lambda r: r["selected"] == last)
    window.key("d")
    window.wait("D again takes the probe away", lambda r: r["probe"] is None)
    window.key("Escape")


def draws_apart(window):
    window.click_on("page:view")
    pixels = window.picture_pixels()
    window.key("e")
    window.wait("E draws the layers apart", lambda r: r["explode"] == 15)
    left, top, width, height = window.wait("the slider is there", lambda r: "explode" in r["places"])["places"]["explode"]
    window.drag(left + width * 0.1, top + height / 2, left + width * 0.5, top + height / 2)
    window.wait("the slider draws them farther apart", lambda r: r["explode"] > 40)
    check(changed_part(pixels, window.picture_pixels()) > 0.01, "the picture shows it")
    window.click_on("button:undo")
    window.wait("one undo takes back the drag", lambda r: r["explode"] == 15)
    window.key("shift+e")
    window.wait("Shift+E brings them together", lambda r: r["explode"] == 0)
    window.click_on("page:structure")


def turns_by_the_compass(window):
    window.click_on("page:view")
    window.click_on("view:oblique-left")
    window.wait("two sides of the cube show", lambda r: "compass:left" in r["places"] and "compass:back" in r["places"])
    distance = window.report()["camera"]["distance"]
    window.click_on("compass:left")
    after = window.wait("its left side turns the view", lambda r: abs(r["camera"]["azimuth"] - 90) < 0.01)
    check(abs(after["camera"]["distance"] - distance) < 0.1, "the distance stays")
    window.key("p")
    window.wait("and back", lambda r: abs(r["camera"]["azimuth"]) < 0.01)


def scrolls(window):
    window.click_on("page:structure")
    left, top, width, height = window.report()["picture"]
    window.arrive(left + width / 2, top + height / 2)
    window.press(7)
    window.release(7)
    distance = window.report()["camera"]["distance"]
    turned = window.wait("scrolling sideways turns the body", lambda r: abs(r["camera"]["azimuth"]) > 2)
    check(turned["camera"]["distance"] == distance, "and only turns it")
    window.key("p")
    before = window.wait("and back", lambda r: abs(r["camera"]["azimuth"]) < 0.01)["camera"]
    window.desktop.run("xdotool", "keydown", "--window", window.id, "shift")
    window.press(5)
    window.release(5)
    window.wait("with Shift it moves the body", lambda r: abs(r["camera"]["target"][2] - before["target"][2]) > 5)
    window.desktop.run("xdotool", "keyup", "--window", window.id, "shift")
    window.key("p")
    window.key("v")
    window.wait("V sees in parallel", lambda r: "projection orthographic" in r["state"])
    window.key("v")
    window.wait("and back", lambda r: "projection orthographic" not in r["state"])


def shows_the_fibres_flow(window):
    spine = window.landmarks["spinous-process:T8"]
    window.click(*window.on_screen((spine[0] - 30, spine[1], spine[2] + 12)))
    window.wait("a muscle is selected", lambda r: r["selected"])
    window.key("g")
    flowing = window.wait("G shows its fibres", lambda r: r["fibres"])
    window.wait("the arrows flow by themselves", lambda r: r["pictures"] > flowing["pictures"] + 2)
    window.key("m")
    window.wait("unless less motion is asked for", lambda r: "motion reduced" in r["state"])
    rests(window)
    window.key("g")
    window.key("m")
    window.wait("and back", lambda r: not r["fibres"] and "motion reduced" not in r["state"])
    rests(window)


def size_of(window):
    words = window.desktop.run("xdotool", "getwindowgeometry", "--shell", window.id)
    at = dict(line.split("=") for line in words.splitlines())
    return int(at["WIDTH"]), int(at["HEIGHT"])


def fills_the_window(window):
    """F10: the body and what is said of it, without panels; all that a hand does to the body, it still does."""
    before = window.report()
    check("note" in before["places"], "the note that the script gave is over the picture")
    window.key("F10")
    alone = window.wait("F10 takes the panels away", lambda r: r["picture"][2] == size_of(window)[0])
    left, top, width, height = alone["places"]["note"]
    check(left < 0.1 * alone["picture"][2] and top + height > 0.9 * alone["picture"][3], f"the note stays in the lower left corner: {alone['places']['note']}")
    check("depth" not in alone["places"], "no panel is left")
    window.key("2")
    window.wait("keys work", lambda r: r["depth"] == {"left": 2, "right": 2})
    window.drag(left + width / 2, top + height / 2, left + width / 2 + 90, top + height / 2)
    window.wait("a drag over the note turns the body", lambda r: abs(r["camera"]["azimuth"]) > 3)
    window.key("p")
    window.key("1")
    window.wait("and back", lambda r: r["depth"] == {"left": 1, "right": 1} and abs(r["camera"]["azimuth"]) < 0.01)
    spine = window.landmarks["spinous-process:T8"]
    window.click(*window.on_screen((spine[0] - 30, spine[1], spine[2] + 12)))
    window.wait("a click selects", lambda r: r["selected"])
    window.key("Escape")
    window.key("F10")
    window.wait("F10 brings the panels", lambda r: r["picture"] == before["picture"] and "depth" in r["places"])


def fills_the_screen(window):
    window.desktop.run("xdotool", "windowsize", window.id, "1000", "640")
    small = window.wait("the window is small", lambda r: r["picture"][3] < 640)
    window.key("F11")
    window.wait("F11 takes the whole screen", lambda r: size_of(window) == (1280, 800) and r["picture"][2] > small["picture"][2] + 200)
    check(colours(window.picture_pixels()) > 60, "the body is on it")
    window.key("F10")
    window.wait("without panels it is all picture", lambda r: r["picture"][2] == 1280)
    window.key("F10")
    window.key("F11")
    window.wait("F11 gives the window back", lambda r: size_of(window) == (1000, 640) and r["picture"] == small["picture"])


def rests(window):
    window.rest("nothing is drawn while nothing moves")


def main(program):
    atlas = json.loads(subprocess.run([program, "info", "--json"], capture_output=True, text=True, check=True).stdout)
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program, "--run", 'depth 1; note "left, when lifting"')
        window.landmarks = atlas["landmarks"]
        try:
            window.wait("the atlas is open", lambda r: True, seconds=180)
            for step in (flies, stands_still, looks_through_the_lens, cuts, probes, draws_apart, turns_by_the_compass, scrolls,
                         shows_the_fibres_flow, fills_the_window, fills_the_screen):
                print("-", step.__name__.replace("_", " "), flush=True)
                step(window)
            check(window.report()["gl_errors"] == [], f"OpenGL has nothing to complain of: {window.report()['gl_errors']}")
            check(window.report()["message"] == "", f"no message is left: {window.report()['message']}")
        finally:
            window.kill()


run(main)
