#!/usr/bin/python3
"""Measures a pack and writes down what was found, for the tests and for docs/how-true.md.

usage: measure_pack.py DORSUM OUT.json [--atlas PACK]     PACK: the built-in one unless given
"""

import argparse
import json
import os
import subprocess
import tempfile

import features
from measures import FAT, Measurer
from verdicts import judge_all, published, summary


def run(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def measure(program, pack):
    atlas = ["--atlas", pack] if pack else []
    landmarks = json.loads(run(program, "info", "--json", *atlas))["landmarks"]
    with tempfile.TemporaryDirectory(prefix="dorsum-truth-") as folder:
        run(program, "export", "--format", "obj", "-o", folder, *atlas)
        measurer = Measurer(folder)
    rows = judge_all(measurer, published())
    return {"figures": rows, "summary": summary(rows), "fill": {level: measurer.fill(level) for level in FAT},
            "features": features.measure_all(measurer, landmarks)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("out")
    parser.add_argument("--atlas", default="")
    options = parser.parse_args()
    found = measure(options.program, options.atlas)
    os.makedirs(os.path.dirname(os.path.abspath(options.out)), exist_ok=True)
    with open(options.out, "w", encoding="utf-8") as opened:
        json.dump(found, opened, indent=1)
        opened.write("\n")
    whole = found["summary"]["all"]
    features_kept = sum(row["verdict"] == "ok" for row in found["features"])
    print(f"{whole['passed']} of {whole['figures']} published figures, {features_kept} of {len(found['features'])} of features")


if __name__ == "__main__":
    main()
