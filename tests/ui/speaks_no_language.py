"""The window in the pseudo-language: every text in brackets and longer by 40 %. What has no brackets nobody marked for
translation; what is cut has no room for a language of longer words. At 1280x800 and at text one and a half times as large, in
the panels and in the names that stand in the picture."""

import os
import re

from atlas_window import AtlasWindow
from desktop import Desktop, check, run

# What each window is opened with: together nearly all that the panels can say. Paint lies between the shoulder blades.
PAINT = "pain at -45 0 1330 45"
SCENES = {
    "nothing selected": "depth 1; trigger trapezius-3.R on",
    "a muscle's card": "depth 2; select infraspinatus.R; section oblique 20 10 0; explode 20",
    "its trigger points": "select infraspinatus.R; card points; point infraspinatus-1; depth left 1; depth right 3",
    "a bone under the needle": "depth 5; select scapula.L; probe at -45 0 1260; isolate scapula.L",
    "pain": f"tab pain; brush on; {PAINT}; candidates 3",
    "two points beside each other": "compare trapezius-3.R infraspinatus-1.R",
    "names on the skin": "labels on; mark acromion-tip on; mark rib-angle:6 on",
    "names of muscles, on a cut, with the mark of a level": "depth 2; labels on; section transverse 1250; mark spinous-process:C7 on",
    "names of bones, ribs and levels": "depth 5; labels on; latin on; select rib-8.R",
    "keys": "dialog keys",
    "about": "dialog about",
    "safety": "dialog safety",
}


def without_brackets(text):
    """What stands outside of brackets, innermost first."""
    while True:
        shorter = re.sub(r"\[[^\[\]]*\]", "", text)
        if shorter == text:
            return text
        text = shorter


LEVEL_OR_NUMBER = re.compile(r"[CTLS]?\d+$")


def names_in_picture(report, scale):
    """(text, whether it is untranslated, whether it leaves the picture), by an estimate of its width: letters of Inter are 0.55 em wide."""
    left, _, width, height = report["picture"]
    em = min(max(13.0, min(width, height) / 64.0) * scale, width / 39.3)  # as picture/labels.cpp has it
    for name in report["names"]:
        words = [line for line in name["lines"] if line["words"]]
        said = " ".join(line["text"] for line in words)
        untranslated = bool(re.search(r"[^\W\d_]", without_brackets(said))) and not LEVEL_OR_NUMBER.match(said)
        room = {"left": name["at"][0], "right": width - name["at"][0]}.get(name["side"])
        longest = max(line["letters"] for line in name["lines"])
        yield said, untranslated, room is not None and longest * 0.55 * em > room + em


def complaints(window, scene, scale):
    """What is wrong with the texts of a scene, one line each."""
    report = window.wait(f"{scene} is shown", lambda r: r["rests"] and r.get("texts"), seconds=180)
    check(report["message"] == "", f"{scene}: no message: {report['message']}")
    words = [t for t in report["texts"] if t["words"]]
    check(len(words) > 10, f"{scene}: it says something ({len(words)} texts)")
    untranslated = sorted({t["text"] for t in words if re.search(r"[^\W\d_]", without_brackets(t["text"]))})
    cut = sorted({t["text"] for t in report["texts"] if t["cut"]})
    names = sorted({t["text"] for t in report["texts"] if not t["words"]})
    in_picture = list(names_in_picture(report, scale))
    if scene.startswith("names"):
        check(len(in_picture) > 4, f"{scene}: names stand in the picture: {in_picture}")
    untranslated += sorted({said for said, english, _ in in_picture if english})
    cut += sorted({said for said, _, leaves in in_picture if leaves})
    print(f"  {scene}: {len(words)} texts, {len(in_picture)} names in the picture; names that stay as they are: {names if len(names) < 8 else len(names)}", flush=True)
    return [f"{scene}: untranslated: {text}" for text in untranslated] + [f"{scene}: cut off: {text}" for text in cut]


def with_a_box(desktop, program, scale, scene, key, arguments):
    """A box that no command opens."""
    window = AtlasWindow(desktop, program, "--language", "pseudo", "--run", f"text-scale {scale}; motion reduced", *arguments)
    try:
        window.wait("the window is open", lambda r: True, seconds=180)
        if key:
            window.key(key)
        window.wait("the box is open", lambda r: r["open"] and (r["open"]["folder"] or r["open"]["page"] != "choose") and r["open"]["page"] != "working")
        return complaints(window, scene, float(scale))
    finally:
        window.kill()


def main(program):
    wrong = []
    with Desktop() as desktop:
        for scale in ("1", "1.5"):
            print("- text scale", scale, flush=True)
            for scene, script in SCENES.items():
                window = AtlasWindow(desktop, program, "--language", "pseudo", "--run", f"text-scale {scale}; motion reduced; {script}")
                try:
                    wrong += complaints(window, f"{scene} at {scale}", float(scale))
                finally:
                    window.kill()
            model = os.path.join(desktop.folder, "made.obj")
            with open(model, "w", encoding="utf-8") as file:
                file.write("o 1\nv 0 0 0\nv 30 0 0\nv 0 30 9\nf 1 2 3\no 2\nf 1 3 2\n")
            wrong += with_a_box(desktop, program, scale, "opening", "ctrl+o", [])
            wrong += with_a_box(desktop, program, scale, "what a model holds", "", [model])
            wrong += with_a_box(desktop, program, scale, "what can't be opened", "", [os.path.join(desktop.folder, "nowhere")])
    check(not wrong, "every text is translated and has room:\n" + "\n".join(wrong))


run(main)
