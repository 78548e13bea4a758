#!/usr/bin/python3
"""An import's notes on a terminal: at most twelve lines, what matters most first; all with --verbose; the pack keeps all.
Usage: notes_on_a_terminal.py PROGRAM FOLDER"""
import json
import os
import pty
import shutil
import subprocess
import sys

program, folder = sys.argv[1], sys.argv[2]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
os.chdir(folder)
corners = [(x, y, z) for z in (1236, 1264) for y in (32, 108) for x in (-18, 18)]
faces = ["1 3 2", "2 3 4", "5 6 7", "6 8 7", "1 2 5", "2 6 5", "3 7 4", "4 7 8", "1 5 3", "3 5 7", "2 4 6", "4 8 6"]
box = "".join(f"v {x} {y} {z}\n" for x, y, z in corners) + "".join(f"f {face}\n" for face in faces)
with open("a.obj", "w") as file:
    file.write("o vertebra-T6\n" + box + "o Stranger\n" + box)


def notes(*more):
    """The lines that stand on the terminal after an import, without what wipes the bar."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([program, "import", "model", "a.obj", "-o", "pack", *more], stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    text = b""
    try:
        while part := os.read(ours, 65536):
            text += part
    except OSError:
        pass  # the terminal's other end is closed
    assert process.wait() == 0, text.decode()
    lines = text.decode().replace("\r\n", "\n").split("\n")
    return [line for line in lines if line.startswith("  ")]


few = notes()
assert len(few) == 12, few
assert '"Stranger"' in few[0], few
assert "more" in few[-1] and "--verbose" in few[-1], few
every = notes("--verbose")
assert len(every) > 100, every
kept = json.loads(subprocess.run([program, "info", "--json", "--atlas", "pack"], check=True, stdout=subprocess.PIPE).stdout)["notes"]
assert [line[2:] for line in every] == kept, (every, kept)
