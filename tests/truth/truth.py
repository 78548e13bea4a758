#!/usr/bin/python3
"""How true an exported atlas is to measured people (not to one mesh).

usage: truth.py ATLAS_OBJ_DIR [--json] [--measures FILE] [--extra] [--profile] [--only KIND]

ATLAS_OBJ_DIR: `dorsum export --format obj -o DIR`; one OBJ a structure. measures.json (beside this file) holds the
published figures; measures.py says how each is measured, verdicts.py when a body keeps it. About half a minute.
"""

import argparse
import json
import sys

from body import GROUPS, NO_SHEETS
from measures import FAT, Measurer
from verdicts import EXTRA, MEASURES, judge_all, published, summary


def number(value, digits=2):
    return "-" if value is None else f"{value:.{digits}f}"


def print_rows(rows):
    print("%-44s %9s %8s %7s %6s %6s  %-6s %s" % ("figure", "published", "sd", "here", "ratio", "z", "sure", "verdict"))
    for row in sorted(rows, key=lambda row: (row["kind"], row.get("ratio", 0))):
        print("%-44s %9s %8s %7s %6s %6s  %-6s %s" % (
            row["id"], number(row["published"], 1), number(row["sd"], 1), number(row["got"], 1),
            number(row.get("ratio")), number(row.get("z"), 1), row["sure"], row["verdict"]))


def print_fills(fills):
    print("\nfill behind the canal, inside skin + fat, outside the cage; overlap = share of soft tissue in two structures")
    for level, fill in fills.items():
        print("%-4s fill %.2f  region %5.1f cm2  empty %5.1f cm2  overlap %.2f" % (
            level, fill["fill"], fill["region_cm2"], fill["empty_cm2"], fill["overlap"]))


def print_profile(profile):
    print("\nskin to first structure, mm, at 15 30 45 60 80 100 mm from the midline (right)")
    for level, row in profile.items():
        print("%-4s " % level + "  ".join("-" if c is None else "%5.1f %-18.18s" % tuple(c) for c in row))


def print_summary(sums):
    print("\nshare within 1 SD or 25 % (girths 8 %, bones 15 %)")
    for name, s in sums.items():
        print("%-16s %3d figures, %3d lacking, %3d pass = %3.0f %%, median ratio %s" % (
            name, s["figures"], s["lacks"], s["passed"], 100 * s["share_of_all"], number(s["median_ratio"])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measures", default=MEASURES)
    parser.add_argument("--extra", dest="measures", action="store_const", const=EXTRA,
                        help="recalled figures of the same kinds, which no test asks for")
    parser.add_argument("--profile", action="store_true",
                        help="skin to the first structure, by level and distance from the midline")
    parser.add_argument("--only", default="", help="one kind of figure")
    options = parser.parse_args()

    measurer = Measurer(options.atlas)
    rows = judge_all(measurer, [f for f in published(options.measures) if not options.only or f["kind"] == options.only])
    fills, sheets, profile = {}, {}, {}
    if not options.only:
        fills = {level: measurer.fill(level) for level in FAT}
        sheets = {group: measurer.measure({"m": "thick2va", "group": group}) for group in GROUPS if group not in NO_SHEETS}
        if options.profile or options.json:
            profile = measurer.skin_profile()
    sums = summary(rows)
    if options.json:
        json.dump({"figures": rows, "fill": fills, "sheet_thickness": sheets, "skin_profile": profile, "summary": sums},
                  sys.stdout, indent=1)
        print()
        return
    print_rows(rows)
    if fills:
        print_fills(fills)
    if profile:
        print_profile(profile)
    print_summary(sums)


if __name__ == "__main__":
    main()
