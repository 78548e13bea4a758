#!/usr/bin/python3
"""Holds the shares reached: what floors.json says must not fall.

usage: floors.py MEASURED.json [--raise]      --raise: where more is reached, that becomes the floor; none is lowered
"""

import json
import math
import os
import sys

FLOORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "floors.json")


def reached(measured):
    """What floors.json has floors for: how many figures pass, and the worst of what the whole body must have."""
    sums = measured["summary"]
    kept = {"all": sums["all"]["passed"], "high": sums["sure:high"]["passed"]}
    kept |= {name.removeprefix("kind:"): s["passed"] for name, s in sums.items() if name.startswith("kind:")}
    kept["features"] = sum(row["verdict"] == "ok" for row in measured["features"])
    areas = [row.get("ratio", 0.0) for row in measured["figures"] if row["kind"] == "csa"]
    return {"passed": kept,
            "at_least": {"smallest area as a share of the published": min(areas),
                         "least filled level": min(fill["fill"] for fill in measured["fill"].values())},
            "at_most": {"soft tissue in two structures, of a level": max(fill["overlap"] for fill in measured["fill"].values())}}


def fallen(floors, now):
    """One line for each floor that is not held."""
    lines = []
    for group, names in floors.items():
        for name, floor in names.items():
            value = now[group][name]
            if (value > floor) if group == "at_most" else (value < floor):
                lines.append(f"{name}: {value:g}, {'at most' if group == 'at_most' else 'at least'} {floor:g}")
    return lines


def raised(floors, now):
    """Floors at what is reached, to two decimals on the safe side."""
    safe = {"passed": lambda value: value, "at_least": lambda value: math.floor(100 * value) / 100,
            "at_most": lambda value: math.ceil(100 * value) / 100}
    best = {"passed": max, "at_least": max, "at_most": min}
    return {group: {name: best[group](floors.get(group, {}).get(name, safe[group](value)), safe[group](value))
                    for name, value in names.items()} for group, names in now.items()}


def main():
    with open(sys.argv[1], encoding="utf-8") as opened:
        now = reached(json.load(opened))
    with open(FLOORS, encoding="utf-8") as opened:
        floors = json.load(opened)
    if sys.argv[2:] == ["--raise"]:
        with open(FLOORS, "w", encoding="utf-8") as opened:
            json.dump(raised(floors, now), opened, indent=1)
            opened.write("\n")
        return
    lines = fallen(floors, now)
    if lines:
        sys.exit("fallen below tests/truth/floors.json:\n  " + "\n  ".join(lines))
    print(f"all {sum(len(names) for names in floors.values())} floors are held")


if __name__ == "__main__":
    main()
