"""The window comes back as it was left; --fresh knows nothing of it; a damaged memory is kept aside and told."""

import json
import os

from atlas_window import AtlasWindow
from desktop import Desktop, check, run


def opened(window):
    return window.wait("the atlas is open", lambda r: r["rests"], seconds=180)


def main(program):
    with Desktop(1280, 900) as desktop:
        file = os.path.join(desktop.environment["XDG_CONFIG_HOME"], "dorsum", "settings.json")

        def remembered():
            with open(file, encoding="utf-8") as read:
                return json.load(read)

        def sit(doing, *arguments, remembers=True):
            window = AtlasWindow(desktop, program, *arguments, remembers=remembers)
            try:
                doing(window, opened(window))
                status, words = window.close()
                check(status == 0 and not words, f"it ends with 0 and without a word, not {status}: {words}")
            finally:
                window.kill()

        def change(window, first):
            check("theme" not in first["state"], "the first day is light")
            window.click_on("button:theme")
            window.key("ctrl+plus")
            window.wait("text is larger and the window dark", lambda r: "theme dark" in r["state"] and "text-scale 1.1" in r["state"])
            desktop.run("xdotool", "windowsize", window.id, "1000", "640")
            desktop.run("xdotool", "windowmove", window.id, "60", "70")
            window.wait("it has its new size", lambda r: r["picture"][0] + r["picture"][2] <= 1000 and r["rests"])

        sit(change)
        first = remembered()
        check(first["theme"] == "dark" and first["text_scale"] == 1.1 and first["window"]["width"] == 1000, f"what was changed is in the file: {first}")

        def come_back(window, report):
            check("theme dark" in report["state"] and "text-scale 1.1" in report["state"], f"it comes back as it was left: {report['state']}")
            check(not report["can_undo"], "which is no step to take back")
            check(report["picture"][0] + report["picture"][2] == 1000, f"in its size: {report['picture']}")
            dark = desktop.pixels(70, 100, 200, 300)
            check(sum(sum(p) for p in dark) / len(dark) < 3 * 90, "and dark to look at")
            window.key("F10")
            window.wait("without its panels", lambda r: "panels off" in r["state"])

        sit(come_back)
        again = remembered()
        check(again["panels"] is False, "the panels are remembered, too")
        check(again["window"] == first["window"], f"its place stays where it was: {first['window']}, {again['window']}")

        def fresh(window, report):
            check(not any(word in report["state"] for word in ("theme", "text-scale", "panels")), f"--fresh is the first day: {report['state']}")
            window.click_on("button:theme")
            window.wait("it can be changed", lambda r: "theme dark" in r["state"])

        sit(fresh, remembers=False)
        check(remembered() == again, "what is done in a fresh window is not remembered")

        with open(file, "w", encoding="utf-8") as damage:
            damage.write('{"theme": "dark", "text_scale": 90}')

        def damaged(window, report):
            check("settings.damaged.json" in report["message"] and "text_scale" in report["message"], f"it tells of the damage: {report['message']}")
            check("theme" not in report["state"], "and begins as new")

        sit(damaged)
        with open(os.path.join(os.path.dirname(file), "settings.damaged.json"), encoding="utf-8") as read:
            check("90" in read.read(), "what was damaged is kept")


run(main)
