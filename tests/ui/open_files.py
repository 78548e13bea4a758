"""Opening from the window, by mouse, keys and real drops: a model whose unit is asked and whose list is corrected by hand, an
import that is stopped, a pack, a file of commands, recent packs, and what can't be opened."""

import json
import os
import shutil
import subprocess

from atlas_window import AtlasWindow
from desktop import Desktop, check, run
from drop import drop


def model_in_metres(program, folder):
    """Four bones of the built-in body as somebody else's OBJ: in metres, +Y up, under names of their own."""
    parts = os.path.join(folder, "parts")
    names = {"scapula.R": "Scapula.r", "scapula.L": "Scapula.l", "vertebra-T6": "Vertebre T6", "sacrum": "thing"}
    subprocess.run([program, "export", "--format", "obj", "-o", parts, *names], check=True, capture_output=True, timeout=120)
    lines, before = [], 0
    for structure, name in names.items():
        lines.append(f"o {name}")
        count = 0
        with open(os.path.join(parts, structure + ".obj"), encoding="utf-8") as file:
            for line in file:
                words = line.split()
                if words[:1] == ["v"]:
                    x, y, z = (float(word) / 1000.0 for word in words[1:4])
                    lines.append(f"v {x:.7f} {z:.7f} {-y:.7f}")
                    count += 1
                elif words[:1] == ["f"]:
                    lines.append("f " + " ".join(str(int(word.split("/")[0]) + before) for word in words[1:4]))
        before += count
    model = os.path.join(folder, "some bones.obj")
    with open(model, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return model


def page(name):
    return lambda r: r["open"] and r["open"]["page"] == name


def structures(report):
    return {each["path"]: each["structure"] for each in report["open"]["objects"]}


def imports_a_model(window, packs, model):
    desktop = window.desktop
    window.key("ctrl+o")
    window.wait("the box is open", lambda r: page("choose")(r) and r["open"]["folder"])
    check("open:built-in" in window.report()["places"], "the built-in body can be chosen")
    desktop.run("xdotool", "type", model)
    desktop.run("xdotool", "key", "Return")
    listed = window.wait("what the model holds is listed", page("objects"))
    check(structures(listed) == {"Scapula.r": "scapula.R", "Scapula.l": "scapula.L", "Vertebre T6": "vertebra-T6", "thing": ""}, f"each has its suggestion: {listed['open']['objects']}")
    check([each["guessed"] for each in listed["open"]["objects"]] == [False, False, True, False], "a slip of the pen is only guessed")

    window.click_on("open:object:thing")
    window.centre("open:structure-search")
    desktop.run("xdotool", "type", "sacrum")
    window.wait("the structure is found", lambda r: "open:structure:sacrum" in r["places"] and "open:structure:scapula.R" not in r["places"])
    desktop.run("xdotool", "key", "Return")
    window.wait("it is chosen by its name", lambda r: structures(r)["thing"] == "sacrum")
    window.click_on("open:object:Scapula.l")
    window.click_on("open:structure:")
    window.wait("one is left out", lambda r: structures(r)["Scapula.l"] == "")

    window.click_on("open:make")
    asked = window.wait("the body contradicts", page("question"))
    check(asked["open"]["contradictions"] and asked["open"]["ways"] >= 1, f"it is told, with ways to mend it: {asked['open']}")
    check(not os.path.exists(packs), "a question leaves nothing behind")
    window.click_on("open:way:0")
    done = window.wait("the pack is made", page("done"))["open"]
    check("3 structures" in done["summary"] and "--unit m --up +Y" in done["command"], f"as it was answered: {done['summary']}, {done['command']}")
    pack = os.path.join(packs, "some-bones")
    check(sorted(os.listdir(packs)) == ["some-bones", "some-bones.map.json"], f"pack and map: {os.listdir(packs)}")
    with open(pack + ".map.json", encoding="utf-8") as file:
        check(json.load(file) == {"/Scapula.r": "scapula.R", "/Scapula.l": None, "/Vertebre T6": "vertebra-T6", "/thing": "sacrum"}, "the map says what was chosen")
    window.click_on("open:leave")
    window.wait("the box is gone", lambda r: r["open"] is None)
    command = done["command"].removesuffix(pack).replace("dorsum", window.process.args[0], 1) + pack + "-again"
    again = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120)
    check(again.returncode == 0 and "3 structures" in again.stdout, f"the line that is told does the same: {again.stderr}")
    shutil.rmtree(pack + "-again")
    return pack


def is_stopped(window, packs, model):
    before = sorted(os.listdir(packs))
    drop(window, model)
    window.wait("a model that is dropped is listed", page("objects"), seconds=120)
    window.click_on("open:make")
    window.wait("it works", page("working"))
    window.click_on("open:stop")
    window.wait("it has stopped", lambda r: r["open"] is None, seconds=120)
    check(sorted(os.listdir(packs)) == before, f"nothing is left behind: {os.listdir(packs)}")


def takes_other_drops(window, folder, pack):
    script = os.path.join(folder, "show.txt")
    with open(script, "w", encoding="utf-8") as file:
        file.write("# for the class\nview left\nlabels on\n")
    drop(window, script)
    window.wait("a file of commands that is dropped runs", lambda r: "labels on" in r["state"] and abs(r["camera"]["azimuth"] - 90) < 0.1)
    with open(script, "w", encoding="utf-8") as file:
        file.write("dephth 2\n")
    drop(window, script)
    told = window.wait("one that can't be followed is told", page("trouble"))["open"]
    check(told["file"] == script and "dephth" in told["trouble"] and told["remedy"], f"with file, reason and remedy: {told}")
    window.key("Escape")
    window.wait("Esc leaves", lambda r: r["open"] is None)
    drop(window, os.path.join(pack, "atlas.json"))
    window.wait("a pack that is dropped opens", lambda r: r["open"] is None and r["rests"])


def takes_an_archive(window, folder, packs, program):
    archive = os.path.join(folder, "archive")
    parts = os.path.join(folder, "one")
    subprocess.run([program, "export", "--format", "obj", "-o", parts, "vertebra-T6"], check=True, capture_output=True, timeout=120)
    os.mkdir(archive)
    with open(os.path.join(parts, "vertebra-T6.obj"), encoding="utf-8") as made, open(os.path.join(archive, "FJ1.obj"), "w", encoding="utf-8") as file:
        file.write("# Concept ID : FMA9945\n" + made.read())
    drop(window, archive)
    done = window.wait("a folder of meshes that is dropped is read as the archive", page("done"), seconds=120)["open"]
    check("1 structures" in done["summary"] and done["command"].startswith("dorsum import bodyparts3d"), f"with what it holds: {done}")
    check(done["pack"] == os.path.join(packs, "archive") and os.path.exists(os.path.join(done["pack"], "atlas.json")), "and kept")
    window.click_on("open:leave")
    window.wait("the box is gone", lambda r: r["open"] is None)


def lists_recent_packs(window, pack):
    window.click_on("button:open")
    box = window.wait("recent packs are listed", lambda r: page("choose")(r) and r["open"]["recent"])["open"]
    check([os.path.basename(each["path"]) for each in box["recent"]] == ["some-bones", "archive"] and box["recent"][0]["there"] and box["recent"][0]["is_open"], f"that pack, which is open: {box['recent']}")
    window.click_on("open:built-in")
    window.wait("the built-in body is back", lambda r: r["open"] is None and r["rests"])
    os.rename(pack, pack + "-gone")
    window.key("ctrl+o")
    box = window.wait("a pack that is gone says so", lambda r: page("choose")(r) and r["open"]["recent"] and not r["open"]["recent"][0]["there"])["open"]
    check(not box["recent"][0]["is_open"], "and is not open")
    window.click_on("open:forget:0")
    window.wait("it can be taken out of the list", lambda r: len(r["open"]["recent"]) == 1)
    window.key("Escape")
    window.wait("the box is gone", lambda r: r["open"] is None)
    os.rename(pack + "-gone", pack)


def main(program):
    with Desktop() as desktop:
        packs = os.path.join(desktop.environment["XDG_DATA_HOME"], "dorsum", "packs")
        model = model_in_metres(program, desktop.folder)
        large = os.path.join(desktop.folder, "large")
        subprocess.run([program, "export", "--format", "glb", "-o", large], check=True, capture_output=True, timeout=300)
        window = AtlasWindow(desktop, program, remembers=True)
        try:
            window.wait("the atlas is open", lambda r: True, seconds=180)
            pack = imports_a_model(window, packs, model)
            is_stopped(window, packs, os.path.join(large, "atlas.glb"))
            takes_an_archive(window, desktop.folder, packs, program)
            takes_other_drops(window, desktop.folder, pack)
            check(window.report()["gl_errors"] == [], "no error of OpenGL")
            check(window.close()[0] == 0, "the window closes")
            window = AtlasWindow(desktop, program, remembers=True)
            window.wait("the pack that was open last is open", lambda r: True, seconds=180)
            lists_recent_packs(window, pack)
            check(window.close()[0] == 0, "the window closes")
        finally:
            window.kill()


run(main)
