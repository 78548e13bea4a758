#!/usr/bin/python3
"""What an anatomy teacher looks for, to be looked at: a picture of each feature of tests/truth/features.json with what
is asked for and what was measured under it.

usage: feature_sheet.py DORSUM SHEET FEATURES.json MEASURED.json FOLDER      writes FOLDER/features.png
"""

import json
import os
import subprocess
import sys

SIZE = "360x360"
LETTERS = 56  # of a caption under one picture


def caption(index, feature, rows):
    measured = ", ".join(f"{row['got']:.3g}" for row in rows if row["got"] is not None)
    words = f"{index}. {feature['object']}: {feature.get('figure', feature['feature'])}"
    end = f" | here {measured}" if measured else ""
    return (words[:max(20, LETTERS - len(end))] + end).encode("ascii", "replace").decode()


def main():
    program, sheet, features, measured, folder = sys.argv[1:]
    with open(features, encoding="utf-8") as opened:
        listed = json.load(opened)["features"]
    with open(measured, encoding="utf-8") as opened:
        rows = json.load(opened)["features"]
    os.makedirs(folder, exist_ok=True)
    entries = []
    for index, feature in enumerate(listed):
        picture = os.path.join(folder, f"feature-{index}.png")
        subprocess.run([program, "snapshot", "-o", picture, "--size", SIZE, "--run", feature["picture"]], check=True, stdout=subprocess.DEVNULL)
        entries += [picture, caption(index, feature, [row for row in rows if row["feature"] == index])]
    subprocess.run([sheet, os.path.join(folder, "features.png"), "6", "1", *entries], check=True)


if __name__ == "__main__":
    main()
