"""The open window follows its pack: opened by its atlas.json, changed on disk, broken on disk, and whole again."""

import os

from atlas_window import AtlasWindow
from desktop import Desktop, check, copy_of_pack, run


def write(file, text):
    """Whole or not at all, as an editor saves."""
    with open(file + ".new", "w", encoding="utf-8") as opened:
        opened.write(text)
    os.replace(file + ".new", file)


def main(program):
    with Desktop() as desktop:
        _, file, text = copy_of_pack(program, desktop)
        window = AtlasWindow(desktop, program, file, "--run", "depth 2; select rhomboid-major.R")
        try:
            window.wait("the atlas is open", lambda r: r["selected"] == "rhomboid-major.R", seconds=180)
            write(file, text.replace('"layer"', '"layre"', 1))
            window.wait("a broken file is told, and the body from before stays",
                        lambda r: "can't be read" in r["message"] and "layre" in r["message"] and r["selected"] == "rhomboid-major.R")
            write(file, text + "\n")
            after = window.wait("a whole one is read", lambda r: "was read again" in r["message"])
            check(after["selected"] == "rhomboid-major.R" and after["depth"] == {"left": 2, "right": 2}, "what was chosen stays so")
            check(after["gl_errors"] == [], f"OpenGL has nothing to complain of: {after['gl_errors']}")
            check(window.close()[0] == 0, "the window closes")
        finally:
            window.kill()


run(main)
