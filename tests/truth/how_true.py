#!/usr/bin/python3
"""Makes docs/how-true.md of measures.json, features.json and what was measured on the built-in body.

usage: how_true.py MEASURED.json PAGE.md            writes the page
       how_true.py MEASURED.json PAGE.md --check    fails where the page is of another body: its figures may differ
                                                    from today's by one in the last digit, its words not at all
"""

import json
import re
import sys

import features
from verdicts import MEASURES
from words import KINDS, SURE, VERDICTS, capital, name_of

INTRODUCTION = """# How true is this body?

<!-- Made by `ninja update_how_true` from tests/truth; a test holds it to today's body. Mend the scripts, not this page. -->

Most atlases show you a body and leave you to believe it. This page says what the built-in body of Dorsum has in
millimetres, beside what was measured on living people, and where it is still wrong.

**For a therapist:** the body is one lean man of 1.76 m and 73 kg, drawn from figures. Under your hands is somebody else:
the same layers in the same order, but fat alone differs by a factor of three between healthy people. Read the depths
here as "about so", never as a length for a needle.

**For an anatomist:** each line has its source, the spread (one standard deviation, SD), and how sure we are of the
figure. A line holds ("yes") when the body is within one SD of the published mean or within {else_share} of it ({girth_share}
for girths, {bone_share} for bones), or within the published range where one is given. Paired structures are the mean of both
sides. The measuring scripts are in `tests/truth` and work on any export: `tests/truth/truth.py`.

How sure a published figure is: *{high}* means that it stands in an abstract, a table or raw data that we read;
*{medium}*, that it is remembered from the named paper and was not read again; *{low}*, that it follows from other
figures or was recalled roughly. Where a source is wrong or you have a better one, please tell us: the figures are one file,
`tests/truth/measures.json`.
"""

MISSING_SOURCES = """## Sources that we lack

- Men's tables of the thoracic muscles (Anderson 2012; the Framingham CT study for T4 to L4) were not in reach, so that
  trapezius, rhomboids, serratus anterior and the erectors above T12 rest on reckoned figures.
- The tables of McGill 1993, Marras 2001, Jorgensen 2001, Panjabi 1991 and 1992, Holzbaur 2007 and Handsfield 2014 are
  recalled, not read again. Whoever has them open can replace `value`, `sd` and `sure`.
- Many figures of bones, depths and volumes are of women and men together, and some SDs are of ten people only.
- Areas were taken of people lying down; standing changes the abdomen most. Some planes follow the disc, ours are level.
- Left out as not believable: quadratus lumborum 28 mm2/kg (SpringerPlus 2016, five times less than elsewhere), and one
  erector area that is the sum of both sides (PMC7063279).
- How fibres run, how far tendon reaches and how muscles move have no figures here yet.
"""


def number(value, unit=""):
    """A measured figure with as few digits as it deserves."""
    if value is None:
        return ""
    if unit == "share":
        return f"{value:.2f}"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}"


def of_people(figure):
    """The published figure, with its SD or its range."""
    words = [] if figure.get("value") is None else [f"{figure['value']:g}"]
    low, high = figure.get("range") or (None, None)
    if figure.get("sd"):
        words.append(f"± {figure['sd']:g}")
    elif low is not None:
        words.append(f"({low:g} to {high:g})" if words else f"{low:g} to {high:g}")
    return " ".join(words)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


class Sources:
    """Numbers for sources, in the order in which they are met."""

    def __init__(self):
        self.order = []

    def number_of(self, source):
        if source not in self.order:
            self.order.append(source)
        return self.order.index(source) + 1


def people(figure):
    words = {"m": "men", "m+f": "men and women"}.get(figure.get("sex"), "")
    return " ".join(str(word) for word in (figure.get("n"), words) if word)


def summary_section(measured):
    sums = measured["summary"]
    rows = [[title, s["figures"], s["passed"], s["lacks"], f"{100 * s['share_of_all']:.0f} %"]
            for kind, (title, _) in KINDS.items() for s in [sums[f"kind:{kind}"]]]
    for sure in ("high", "medium", "low"):
        s = sums[f"sure:{sure}"]
        rows.append([f"*{SURE[sure]}*", s["figures"], s["passed"], s["lacks"], f"{100 * s['share_of_all']:.0f} %"])
    s = sums["all"]
    rows.append(["**all**", s["figures"], s["passed"], s["lacks"], f"**{100 * s['share_of_all']:.0f} %**"])
    kept, of = sum(r["verdict"] == "ok" for r in measured["features"]), len(measured["features"])
    return ["## In short", "",
            f"Of {s['figures']} published figures this body keeps {s['passed']}; of the {sums['sure:high']['figures']} that we are "
            f"surest of, {sums['sure:high']['passed']}. Of {of} further figures that an anatomy teacher would check on bones and "
            f"muscles it keeps {kept}.", ""] + table(["", "figures", "true", "not there", "share"], rows)


def still_off_section(published, measured):
    rows = []
    for row in measured["figures"]:
        if row["verdict"] != "ok":
            figure = published[row["id"]]
            rows.append((min(row.get("ratio", 0), 1 / max(1e-9, row.get("ratio", 0)) if row.get("ratio") else 0), figure, row))
    rows.sort(key=lambda r: r[0])
    lines = ["## What is still off", ""]
    if not rows:
        return lines + ["Nothing of what is measured."]
    lines += ["The farthest first.", ""]
    return lines + table(["", "people", "this body", "", "how sure"],
                         [[f"{KINDS[figure['kind']][0]}: {name_of(figure)}", of_people(figure),
                           number(row["got"], figure["unit"]), VERDICTS[row["verdict"]], SURE[figure["sure"]]] for _, figure, row in rows])


def kind_sections(published, measured, sources):
    got = {row["id"]: row for row in measured["figures"]}
    lines = ["## All figures"]
    for kind, (title, what) in KINDS.items():
        rows = []
        for figure in published.values():
            if figure["kind"] != kind or not figure.get("how"):
                continue
            row = got[figure["id"]]
            rows.append([name_of(figure), of_people(figure), figure["unit"].replace("mm2", "mm²").replace("cm3", "cm³"),
                         number(row["got"], figure["unit"]), VERDICTS[row["verdict"]], people(figure), SURE[figure["sure"]],
                         f"[{sources.number_of(figure['source'])}](#sources): {figure['read']}"])
        lines += ["", f"### {title}", "", what, ""] + table(["", "people", "", "this body", "true", "who", "how sure", "source"], rows)
    return lines


def unmeasured_section(published, sources):
    rows = [[name_of(figure), of_people(figure), figure["unit"], SURE[figure["sure"]],
             f"[{sources.number_of(figure['source'])}](#sources)" + (f"; {figure['note']}" if figure.get("note") else "")]
            for figure in published.values() if not figure.get("how")]
    return ["## Published, not measured here", "", "Kept for whoever goes on: the body has no such place, or the scripts don't measure it yet.",
            ""] + table(["", "people", "", "how sure", "source"], rows)


def features_section(measured):
    lines = ["## What an anatomy teacher looks for", "",
             "Measured on the meshes where it can be; what only an eye can judge says how to see it. mm unless said otherwise."]
    listed = features.load()
    for thing in dict.fromkeys(feature["object"] for feature in listed):
        rows = []
        for index, feature in enumerate(listed):
            if feature["object"] != thing:
                continue
            asked = capital(feature["feature"]) + (f": {feature['figure']}" if feature.get("figure") else "")
            source = f"{feature['source']} ({SURE[feature['sure']]})"
            own = [row for row in measured["features"] if row["feature"] == index]
            if not own:
                rows.append([asked, f"look: `{feature['picture']}`", "", "", "", source])
            for row in own:
                rows.append([asked, row["name"] + ("" if row["unit"] == "mm" else f", {row['unit']}"), of_people(row),
                             number(row["got"], row["unit"]), VERDICTS[row["verdict"]], source])
                asked = source = ""
        lines += ["", f"### {capital(thing.replace('-', ' '))}", ""] + table(["asked for", "measured", "people", "this body", "true", "source"], rows)
    return lines


def page(measured):
    with open(MEASURES, encoding="utf-8") as opened:
        published = {figure["id"]: figure for figure in json.load(opened)["figures"]}
    sources = Sources()
    lines = [INTRODUCTION.format(else_share="25 %", girth_share="8 %", bone_share="15 %", **SURE)]
    lines += summary_section(measured) + [""] + still_off_section(published, measured) + [""]
    lines += kind_sections(published, measured, sources) + [""] + features_section(measured) + [""]
    lines += unmeasured_section(published, sources) + ["", MISSING_SOURCES, "## Sources", ""]
    lines += [f"{i}. {capital(source)}" for i, source in enumerate(sources.order, 1)]
    return "\n".join(lines) + "\n"


NUMBER = re.compile(r"\d+(?:\.\d+)?")


def near(old, new):
    """Whether two figures are the same within one in the last digit."""
    digits = max(len(text.partition(".")[2]) for text in (old, new))
    return abs(float(old) - float(new)) <= 1.0001 * 10 ** -digits


def differences(page_lines, made_lines):
    """The lines of the page that are of another body, as "number: what it should be"."""
    found = []
    for i, made in enumerate(made_lines):
        old = page_lines[i] if i < len(page_lines) else ""
        same = (NUMBER.sub("#", old) == NUMBER.sub("#", made) and
                all(near(a, b) for a, b in zip(NUMBER.findall(old), NUMBER.findall(made))))
        if not same:
            found.append(f"{i + 1}: {made}")
    return found + ["the page is longer than it should be"] * (len(page_lines) > len(made_lines))


def main():
    with open(sys.argv[1], encoding="utf-8") as opened:
        made = page(json.load(opened))
    if sys.argv[3:] == ["--check"]:
        with open(sys.argv[2], encoding="utf-8") as opened:
            found = differences(opened.read().split("\n"), made.split("\n"))
        if found:
            sys.exit(f"{sys.argv[2]} is of another body (make it anew: ninja update_how_true):\n  " + "\n  ".join(found[:20]))
        return
    with open(sys.argv[2], "w", encoding="utf-8") as opened:
        opened.write(made)


if __name__ == "__main__":
    main()
