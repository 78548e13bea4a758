"""What can't be opened opens the window on the built-in body, with the file, the reason and what to do in it and on standard error."""

import os

from atlas_window import AtlasWindow
from desktop import Desktop, check, copy_of_pack, run


def opens_with_trouble(desktop, program, arguments, file, reason):
    window = AtlasWindow(desktop, program, *arguments)
    try:
        report = window.wait("the window is open", lambda r: r["open"], seconds=180)
        told = report["open"]
        check(told["page"] == "trouble" and told["file"] == file, f"it names the file: {told}")
        check(reason in told["trouble"] and told["remedy"], f"it tells reason and remedy: {told}")
        window.click_on("open:leave")
        window.wait("the built-in body is there to go on with", lambda r: r["open"] is None and r["rests"])
        window.key("2")
        window.wait("it can be peeled", lambda r: r["depth"] == {"left": 2, "right": 2})
        check(window.report()["gl_errors"] == [], "no error of OpenGL")
        status, words = window.close()
        check(status == 0, f"it ends with 0, not {status}")
        check(reason in words and "(" in words, f"standard error says it, too: {words}")
    finally:
        window.kill()


def main(program):
    with Desktop() as desktop:
        pack, file, text = copy_of_pack(program, desktop)
        with open(file, "w", encoding="utf-8") as opened:
            opened.write(text.replace('"layer"', '"layre"', 1))
        opens_with_trouble(desktop, program, ["--atlas", pack], pack, "layre")
        missing = os.path.join(desktop.folder, "nowhere")
        opens_with_trouble(desktop, program, [missing], missing, "no such folder")
        opens_with_trouble(desktop, program, ["--run", "dephth 2"], "--run", "dephth")


run(main)
