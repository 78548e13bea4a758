#!/usr/bin/python3
"""The pictures of docs/comparison.md: each plate as Dorsum draws it, as f3d draws the same meshes, and as Dorsum drew
it at an earlier commit.

usage: compare.py DORSUM SHEET FOLDER OUT [--only PLATE]

SHEET: the contact_sheet program; FOLDER: for the pictures of their own; OUT: for the sheets, comparison-PLATE.png.
The environment's DORSUM_BEFORE is the program of the earlier commit (here 22b35ef) beside its own atlas; without it that
picture is left out. Debian's f3d and xvfb draw f3d's.
f3d can't cut: for the section it is given the meshes with the triangles above the plane taken away.
"""

import argparse
import json
import math
import os
import struct
import subprocess

UPRIGHT, LYING = (960, 1200), (1200, 900)  # drawn; the sheets show half of it
FIELD_OF_VIEW = 28  # degrees, Dorsum's own
WITHIN = ("organ", "vessel", "nerve")  # kinds that only sections show
T6 = 1355.0  # mm: a level through the body of the sixth thoracic vertebra

# name: commands, camera (azimuth, elevation, target, distance), depth or structures, cut, size
BEHIND = (0, 0, (0, -80, 1230), 1750)
PLATES = {
    "layer-1": ("depth 1; skin whole", BEHIND, 1, None, UPRIGHT),
    "layer-2": ("depth 2; skin whole", BEHIND, 2, None, UPRIGHT),
    "layer-3": ("depth 3; skin whole", BEHIND, 3, None, UPRIGHT),
    "layer-4": ("depth 4; skin whole", BEHIND, 4, None, UPRIGHT),
    "skeleton": ("depth 5; skin whole", (35, 8, (0, -80, 1230), 1750), 5, None, UPRIGHT),
    "section": (f"section transverse {T6:g}", (0, 70, (0, -100, T6), 860), 0, T6, LYING),
    "muscle": ("isolate trapezius.R", (30, 10, (-70, -40, 1400), 1180), "trapezius-", None, UPRIGHT),
}


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def ids_of(program, wanted, table):
    """The structures that a plate shows: those of a beginning on the right, or what has not left at a depth."""
    present = [s["id"] for s in json.loads(run(program, "info", "--json"))["structures"]]
    if isinstance(wanted, str):
        return [k for k in present if k.startswith(wanted) and k.endswith(".R")]
    return [k for k in present if table[k].get("leaves_at", math.inf) > wanted and (wanted == 0 or table[k]["kind"] not in WITHIN)]


def take_away_above(path, height):
    """Takes from a glTF binary the triangles that lie above a height, in metres with Y up."""
    with open(path, "rb") as opened:
        data = bytearray(opened.read())
    length, = struct.unpack_from("<I", data, 12)
    scene = json.loads(data[20:20 + length])
    start = 20 + length + 8  # of the binary chunk

    def place(index):
        accessor = scene["accessors"][index]
        view = scene["bufferViews"][accessor["bufferView"]]
        return accessor, start + view.get("byteOffset", 0) + accessor.get("byteOffset", 0), view.get("byteStride", 12)

    for material in scene.get("materials", []):
        material["doubleSided"] = True  # what was closed is open now
    for mesh in scene["meshes"]:
        for primitive in mesh["primitives"]:
            _, points, stride = place(primitive["attributes"]["POSITION"])
            accessor, at, _ = place(primitive["indices"])
            letter = {5123: "H", 5125: "I"}[accessor["componentType"]]
            indices = struct.unpack_from(f"<{accessor['count']}{letter}", data, at)
            kept = []
            for i in range(0, len(indices), 3):
                corners = indices[i:i + 3]
                if all(struct.unpack_from("<f", data, points + stride * corner + 4)[0] < height for corner in corners):
                    kept += corners
            kept = kept or [indices[0]] * 3  # an accessor may not be empty
            struct.pack_into(f"<{len(kept)}{letter}", data, at, *kept)
            accessor["count"] = len(kept)
    text = json.dumps(scene).encode()
    text += b" " * (-len(text) % 4)
    whole = data[:12] + struct.pack("<I", len(text)) + b"JSON" + text + data[20 + length:]
    struct.pack_into("<I", whole, 8, len(whole))
    with open(path, "wb") as opened:
        opened.write(whole)


def draw_dorsum(program, picture, commands, camera, size):
    azimuth, elevation, target, distance = camera
    where = " ".join(f"{x:g}" for x in (azimuth, elevation, *target, distance))
    run(program, "snapshot", "-o", picture, "--size", "{}x{}".format(*size), "--run", f"{commands}; camera {where}")


def draw_f3d(model, picture, camera, size):
    azimuth, elevation, target, distance = camera
    a, e = math.radians(azimuth), math.radians(elevation)
    away = (math.sin(a) * math.cos(e), math.cos(a) * math.cos(e), math.sin(e))

    def gltf(point):  # metres, Y up, Z to the front
        return ",".join(f"{x / 1000:.5f}" for x in (point[0], point[2], -point[1]))
    eye = [t + distance * w for t, w in zip(target, away)]
    run("xvfb-run", "-a", "f3d", f"--output={picture}", "--resolution={},{}".format(*size), f"--camera-position={gltf(eye)}",
        f"--camera-focal-point={gltf(target)}", "--camera-view-up=0,1,0", f"--camera-view-angle={FIELD_OF_VIEW}", "--ssao", "--fxaa",
        "--tone-mapping", "--bg-color=0.93,0.93,0.94", model)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sheet")
    parser.add_argument("folder")
    parser.add_argument("out")
    parser.add_argument("--only", default="", choices=["", *PLATES])
    options = parser.parse_args()
    before = os.environ.get("DORSUM_BEFORE")
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "../../assets/structures.json"), encoding="utf-8") as opened:
        table = {s["id"]: s for s in json.load(opened)["structures"]}
    os.makedirs(options.folder, exist_ok=True)
    for plate, (commands, camera, wanted, cut, size) in PLATES.items():
        if options.only not in ("", plate):
            continue

        def picture(maker):
            return os.path.join(options.folder, f"{plate}-{maker}.png")

        draw_dorsum(options.program, picture("dorsum"), commands, camera, size)
        entries = [picture("dorsum"), "Dorsum"]
        model = os.path.join(options.folder, plate)
        run(options.program, "export", "--format", "glb", "-o", model, *ids_of(options.program, wanted, table))
        model = os.path.join(model, "atlas.glb")
        if cut is not None:
            take_away_above(model, cut / 1000)
        draw_f3d(model, picture("f3d"), camera, size)
        entries += [picture("f3d"), "f3d, the same meshes"]
        if before:
            draw_dorsum(before, picture("before"), commands, camera, size)
            entries += [picture("before"), "Dorsum before (22b35ef)"]
        run(options.sheet, os.path.join(options.out, f"comparison-{plate}.png"), len(entries) // 2, 2, *entries)
        print(plate, flush=True)


if __name__ == "__main__":
    main()
