"""The README's pictures of the window, made again: screenshots.py PROGRAM FOLDER (target update_screenshots)."""

import os
import subprocess
import sys

from atlas_window import AtlasWindow
from desktop import Desktop, Failed, check
from screen_png import read_xwd, write_png

SCENE = "motion reduced; depth 1; trigger trapezius-3.R on; select trapezius-ascending.R; theme {theme}"


def picture(program, theme, file):
    with Desktop(1280, 800) as desktop:
        window = AtlasWindow(desktop, program, "--run", SCENE.format(theme=theme))
        try:
            # The whole screen, without the window manager's frame, which is another on every machine.
            subprocess.run(["wmctrl", "-i", "-r", window.id, "-b", "add,fullscreen"], env=desktop.environment, check=True)
            window.wait("the window fills the screen", lambda r: r["picture"][2] > 500, seconds=180)
            window.click_on("tab:points")
            window.click_on("point:trapezius-3.R")
            window.wait("the point is unfolded", lambda r: r["triggers"] == ["trapezius-3.R"])
            desktop.run("xdotool", "mousemove", "1279", "500")
            window.still("the window rests")
            width, height, rows = read_xwd(os.path.join(desktop.folder, "Xvfb_screen0"))
            write_png(file, width, height, rows)
            check(window.close()[0] == 0, "the window closes")
        finally:
            window.kill()
    print(f"{file}: {os.path.getsize(file) / 1024:.0f} KB")


if __name__ == "__main__":
    try:
        os.makedirs(sys.argv[2], exist_ok=True)
        picture(sys.argv[1], "light", os.path.join(sys.argv[2], "window.png"))
        picture(sys.argv[1], "dark", os.path.join(sys.argv[2], "window-dark.png"))
    except Failed as failure:
        sys.exit(f"failed: {failure}")
