"""Published figures beside what a body has, and which of them it keeps."""

import json
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
MEASURES = os.path.join(HERE, "measures.json")
EXTRA = os.path.join(HERE, "extra.json")
WITHIN = {"girth": 0.08, "bone": 0.15}  # a figure's kind: how far from the published mean it may lie, as a share
WITHIN_ELSE = 0.25


def published(file=MEASURES):
    """The figures that can be measured on a body."""
    with open(file, encoding="utf-8") as opened:
        return [figure for figure in json.load(opened)["figures"] if figure.get("how")]


def judge(figure, got):
    """One figure's row: published, got, their ratio, how many SD apart (z) and the verdict: ok, low, high or lacks.

    ok is within 1 SD of the published mean, within the kind's share of it, or within the published range."""
    row = {"id": figure["id"], "kind": figure["kind"], "published": figure["value"], "sd": figure.get("sd"),
           "sure": figure["sure"], "unit": figure["unit"], "got": got}
    if got is None:
        row["verdict"] = "lacks"
        return row
    row["ratio"] = got / figure["value"]
    row["z"] = (got - figure["value"]) / figure["sd"] if figure.get("sd") else None
    low, high = figure.get("range", [None, None])
    ok = (abs(row["ratio"] - 1) <= WITHIN.get(figure["kind"], WITHIN_ELSE) or
          (row["z"] is not None and abs(row["z"]) <= 1) or
          (low is not None and low <= got <= high))
    row["verdict"] = "ok" if ok else ("low" if row["ratio"] < 1 else "high")
    return row


def judge_all(measurer, figures):
    return [judge(figure, measurer.measure(figure["how"])) for figure in figures]


def _sum_up(rows):
    measured = [row for row in rows if row["got"] is not None]
    passed = sum(row["verdict"] == "ok" for row in rows)
    return {"figures": len(rows), "lacks": len(rows) - len(measured), "passed": passed,
            "share_of_all": passed / max(1, len(rows)),
            "median_ratio": float(np.median([row["ratio"] for row in measured])) if measured else None}


def summary(rows):
    """How many pass, by kind, by how sure the figure is, and of all."""
    sums = {}
    for key in ("kind", "sure"):
        for value in sorted({row[key] for row in rows}):
            sums[f"{key}:{value}"] = _sum_up([row for row in rows if row[key] == value])
    sums["all"] = _sum_up(rows)
    measured = sums["all"]["figures"] - sums["all"]["lacks"]
    sums["all"]["share_of_measured"] = sums["all"]["passed"] / max(1, measured)
    return sums
