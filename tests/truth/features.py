"""What an anatomy teacher looks for on bones and muscles (features.json), measured on a body where it can be.

A figure's id in features.json names a function here, after its part of the body; scapula.* are blade.py's. Each gives
millimetres, degrees, a count or a share; None where the body has nothing to measure.
"""

import json
import os

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from blade import UP, Blade
from body import SIDES, outward_of
from measures import mean_of_sides
from sections import X, Y, largest_part
from solids import (Frame, area_of, crossings, distance_between, largest_section, part_at, pieces, spread, spread_of,
                    surface_points, unit)

HERE = os.path.dirname(os.path.abspath(__file__))
FEATURES = os.path.join(HERE, "features.json")
WITHIN = 0.15  # of a published mean without a range, where that is more than its SD


class Features:
    def __init__(self, measurer, landmarks):
        self.measurer, self.body, self.landmarks = measurer, measurer.body, landmarks
        self._blades = {}

    def measure(self, name):
        part, _, what = name.partition(".")
        if part == "scapula":
            return mean_of_sides(lambda side: getattr(self._blade(side), what)())
        return getattr(self, f"{part}_{what}".replace("-", "_"))()

    def _blade(self, side):
        if side not in self._blades:
            self._blades[side] = Blade(self.body, self.landmarks, side)
        return self._blades[side]

    def _mark(self, name):
        return np.array(self.landmarks[name]) if name in self.landmarks else None

    def _of(self, structure, side):
        return self.body.mesh.get(f"{structure}.{side}")

    def _truth(self, **how):
        return self.measurer.measure(how)

    # ---- supraspinatus, infraspinatus

    def supraspinatus_thickness(self):
        return self._truth(m="thick", group="supraspinatus", site={"at": "over", "group": "supraspinatus"})

    def supraspinatus_volume(self):
        return self._truth(m="volume", group="supraspinatus")

    def supraspinatus_area(self):
        def one(side):
            mesh, blade = self._of("supraspinatus", side), self._blade(side)
            return mesh and largest_section(mesh, blade.root, blade.across, np.arange(10, blade.width(), 5.0))
        return mean_of_sides(one)

    def supraspinatus_bare_fossa(self):
        """How much of the upper fossa's floor is bare at its medial end."""
        def one(side):
            mesh, blade = self._of("supraspinatus", side), self._blade(side)
            if not mesh:
                return None
            local = (mesh[0] - blade.root) @ np.array([blade.across, blade.up, blade.back]).T
            border = blade.edge(0.45 * blade.at(blade.superior)[1], lateral=False)[0]
            return float(max(0.0, local[:, 0].min() - border))
        return mean_of_sides(one)

    def supraspinatus_under_acromion(self):
        """Which share of needles down through the acromion meets the muscle under it."""
        def one(side):
            mesh, cells = self._of("supraspinatus", side), self._blade(side).acromion_cells()
            if not mesh or len(cells) < 50:
                return None
            medial = cells[np.argsort(outward_of(side) * cells[:, 0])[:len(cells) // 2]]
            places = medial[:: max(1, len(medial) // 40)]
            return float(np.mean([bool((crossings(mesh, place, -UP) > 0).any()) for place in places]))
        return mean_of_sides(one)

    def infraspinatus_volume(self):
        return self._truth(m="volume", group="infraspinatus")

    # ---- levator, rhomboids, trapezius

    def _on_blade(self, muscle, side, within=4.0):
        """Along the medial border, from where to where a muscle touches the blade."""
        mesh, blade = self._of(muscle, side), self._blade(side)
        if not mesh:
            return None
        points = surface_points(mesh, 2.0)
        touching = points[cKDTree(blade.points).query(points)[0] < within]
        if len(touching) < 5:
            return None
        up = (touching - blade.root) @ blade.up
        return float(np.percentile(up, 2)), float(np.percentile(up, 98))

    def levator_insertion(self):
        def one(side):
            run = self._on_blade("levator-scapulae", side)
            return run and run[1] - run[0]
        return mean_of_sides(one)

    def levator_area(self):
        return self._truth(m="csa", group="levator", level="C5") if "C5" in self.body.centre else self._section_at("levator", "C5")

    def _section_at(self, group, level):
        """The csa where measures.py knows no level: between the discs above and below."""
        above, below = self.body.disc.get(f"C{int(level[1:]) - 1}"), self.body.disc.get(level)
        if above is None or below is None:
            return None
        height = (above[2] + below[2]) / 2

        def one(side):
            mask = self.measurer.sections.of_all(self.body.of_one_side(group, side), height)
            return area_of(mask) if mask.any() else None
        return mean_of_sides(one)

    def rhomboids_gap(self):
        def one(side):
            minor, major = self._of("rhomboid-minor", side), self._of("rhomboid-major", side)
            return distance_between(minor, major) if minor and major else None
        return mean_of_sides(one)

    def rhomboids_minor_insertion(self):
        def one(side):
            run = self._on_blade("rhomboid-minor", side)
            return run and run[1] - run[0]
        return mean_of_sides(one)

    def rhomboids_reach_inferior_angle(self):
        """How far above the inferior angle rhomboid major's insertion ends."""
        def one(side):
            run, blade = self._on_blade("rhomboid-major", side), self._blade(side)
            return run and float(run[0] - blade.at(blade.inferior)[1])
        return mean_of_sides(one)

    def rhomboids_thickness(self):
        return self._truth(m="thick", group="rhomboids", site={"at": "back", "level": "T5", "lateral": "border"})

    def trapezius_at_border(self):
        return self._truth(m="thick", group="trapezius", site={"at": "back", "level": "T5", "lateral": "border"})

    def trapezius_at_its_thickest(self):
        """The thickest of needles between C7 and T3."""
        found = [self._truth(m="thick", group="trapezius", site={"at": "back", "level": level, "lateral": lateral})
                 for level in ("C7", "T1", "T2", "T3") for lateral in (30, 45, 60, 75)]
        found = [value for value in found if value is not None]
        return max(found) if found else None

    # ---- gluteus maximus

    def gluteus_volume(self):
        return self._truth(m="volume", group="gluteus-maximus")

    def gluteus_thickness(self):
        return self._truth(m="thick", group="gluteus-maximus", site={"at": "buttock", "up": 0.42, "lateral": 70})

    def gluteus_covers_tuberosity(self):
        """Which share of needles from behind meets the muscle before the ischial tuberosity."""
        def one(side):
            mesh, tuberosity = self._of("gluteus-maximus", side), self._mark(f"ischial-tuberosity:{side}")
            if not mesh or tuberosity is None:
                return None
            return float(np.mean([bool((crossings(mesh, tuberosity + [dx, 0, dz], np.array([0, 1.0, 0])) > 0).any())
                                  for dx in (-6, 0, 6) for dz in (0, 8, 16)]))
        return mean_of_sides(one)

    # ---- ribs and the costal arch

    def arch_open_joints(self):
        """The widest gap between cartilages 7 to 10."""
        def one(side):
            cartilages = [self._of(f"costal-cartilage-{i}", side) for i in range(7, 11)]
            if not all(cartilages):
                return None
            return max(distance_between(a, b) for a, b in zip(cartilages, cartilages[1:]))
        return mean_of_sides(one)

    def arch_angle(self):
        """Between the arch's two sides, from the lower end of the sternum's body to the arch 60 mm lower."""
        body = self.body.mesh.get("sternum-body")
        if body is None:
            return None
        top = body[0][body[0][:, 2] < body[0][:, 2].min() + 4].mean(0)
        arms = []
        for side in SIDES:
            parts = [self._of(f"costal-cartilage-{i}", side) for i in range(7, 11)]
            points = np.vstack([surface_points(part) for part in parts if part])
            there = points[abs(points[:, 2] - (top[2] - 60)) < 4]
            if not len(there):
                return None
            inner = there[(outward_of(side) * there[:, 0]).argmin()]
            arms.append(np.array([inner[0] - top[0], 0, inner[2] - top[2]]))
        return float(np.degrees(np.arccos(unit(arms[0]) @ unit(arms[1]))))

    def arch_xiphoid(self):
        xiphoid = self.body.mesh.get("sternum-xiphoid")
        return xiphoid and float(spread(xiphoid[0])[0])

    def arch_free_tips(self):
        """The length of the cartilage on rib 11."""
        return mean_of_sides(lambda side: (tip := self._of("costal-cartilage-11", side)) and float(spread(tip[0])[0]))

    def arch_rib_12(self):
        return mean_of_sides(lambda side: float(spread(self._of("rib-12", side)[0])[0]))

    def _rib_section(self, side):
        """Rib 7's section where it stands farthest out."""
        mesh = self._of("rib-7", side)
        lateral = outward_of(side) * mesh[0][:, 0]
        place = mesh[0][lateral > lateral.max() - 1.5].mean(0)
        points = surface_points(mesh)
        near = points[np.linalg.norm(points - place, axis=1) < 24]
        centre = near.mean(0)
        along = np.linalg.svd(near - centre, full_matrices=False)[2][0]
        mask = Frame.across(centre, along).section(mesh, 0.0)
        return None if mask is None else spread_of(part_at(mask, 0.0, 0.0))

    def ribs_height(self):
        return mean_of_sides(lambda side: (s := self._rib_section(side)) is not None and float(s[0]) or None)

    def ribs_thickness(self):
        return mean_of_sides(lambda side: (s := self._rib_section(side)) is not None and float(s[1]) or None)

    def ribs_angle(self):
        """The angles of ribs 7 and 8 from the midline."""
        return mean_of_sides(lambda side: float(np.mean([abs(self._mark(f"rib-angle:{i}:{side}")[0] - self.body.middle)
                                                         for i in (7, 8)])))

    # ---- hand

    def _hand(self, side):
        words = ("hand", "carpal", "metacarpal", "phalan", "scaphoid", "lunate", "triquetr", "pisiform", "trapezium",
                 "trapezoid", "capitate", "hamate")
        return [self.body.mesh[k] for k in self.body.ids if k.startswith(words) and k.endswith("." + side)]

    def hand_bones(self):
        return mean_of_sides(lambda side: sum(len(pieces(mesh)) for mesh in self._hand(side)) or None)

    def hand_length(self):
        return mean_of_sides(lambda side: (parts := self._hand(side)) and float(spread(np.vstack([m[0] for m in parts]))[0]) or None)

    def hand_longest_bones(self):
        """The mean of the five longest: the metacarpals."""
        def one(side):
            lengths = sorted((length for mesh in self._hand(side) for length in pieces(mesh)), reverse=True)
            return float(np.mean(lengths[:5])) if len(lengths) >= 20 else None
        return mean_of_sides(one)

    # ---- skull

    def _skull(self):
        return [k for k in self.body.ids if k.startswith("skull")]

    def _skull_extent(self, axis, bones):
        vertices = np.vstack([self.body.vertices(k) for k in self._skull() if k.startswith(bones)])
        return float(np.ptp(vertices[:, axis]))

    def skull_length(self):
        return self._skull_extent(1, ("skull-frontal", "skull-parietal", "skull-occipital"))

    def skull_breadth(self):
        return self._skull_extent(0, ("skull-parietal", "skull-temporal"))

    def _foramen(self):
        """The narrowest of the plane openings through the skull's base, seen from above."""
        if "skull-occipital" not in self.body.mesh:
            return None
        low = self.body.vertices("skull-occipital")[:, 2].min()
        best = None
        for height in np.arange(low + 1, low + 40, 2.0):
            bone = self.measurer.sections.of_all(self._skull(), height)
            hole = ndimage.binary_fill_holes(bone) & ~bone & (abs(X - self.body.middle) < 30)
            if not hole.any():
                continue
            hole = largest_part(hole, hole)
            if 400 < area_of(hole) < 2500 and (best is None or area_of(hole) < area_of(best)):
                best = hole
        return best

    def skull_foramen_length(self):
        hole = self._foramen()
        return None if hole is None else float(np.ptp(Y[hole]))

    def skull_foramen_width(self):
        hole = self._foramen()
        return None if hole is None else float(np.ptp(X[hole]))

    def skull_mastoid(self):
        return mean_of_sides(lambda side: float(self._mark(f"ear-canal:{side}")[2] - self._mark(f"mastoid:{side}")[2]))

    def skull_nuchal_line(self):
        """How far the superior nuchal line lies above the foramen magnum's level, for the muscles between."""
        low = self.body.vertices("skull-occipital")[:, 2].min()
        return mean_of_sides(lambda side: float(self._mark(f"superior-nuchal-line:{side}")[2] - low))

    def skull_closed(self):
        """Which share of lines from its middle upward and outward meets bone."""
        meshes = [self.body.mesh[k] for k in self._skull()]
        vertices = np.vstack([m[0] for m in meshes])
        middle = (vertices.max(0) + vertices.min(0)) / 2 + np.array([0, 15.0, 25.0])
        met = []
        for azimuth in np.arange(0, 2 * np.pi, np.pi / 12):
            for elevation in np.radians([5, 20, 35, 50, 65, 80]):
                way = np.array([np.cos(azimuth) * np.cos(elevation), np.sin(azimuth) * np.cos(elevation), np.sin(elevation)])
                met.append(any((crossings(m, middle, way) > 0).any() for m in meshes))
        return float(np.mean(met))

    # ---- vertebrae

    def vertebra_transverse_t5(self):
        return self._transverse("T5")

    def vertebra_transverse_t12(self):
        return self._transverse("T12")

    def _transverse(self, level):
        """How far a transverse process's tip stands from the midline."""
        return mean_of_sides(lambda side: float(abs(self._mark(f"transverse-process:{level}:{side}")[0] - self.body.middle)))

    def vertebra_transverse_thickness(self):
        """The lesser extent of T5's process, near its tip."""
        mesh = self.body.mesh["vertebra-T5"]

        def one(side):
            tip = self._mark(f"transverse-process:T5:{side}")
            frame = Frame(np.array([tip[0] - 5 * outward_of(side), tip[1], tip[2]]), np.array([0, 1.0, 0]), UP)
            mask = frame.section(mesh, 0.0)
            return None if mask is None else float(spread_of(part_at(mask, 0.0, 0.0))[1])
        return mean_of_sides(one)

    def vertebra_overlap(self):
        """How far T7's tip hangs above the middle of T8's body; less than zero is below."""
        return float(self.body.spine["T7"][2] - self.body.centre["T8"][2])

    def vertebra_lumbar_spine(self):
        """L3's spine, from its upper to its lower edge, 12 mm before its tip."""
        vertices = surface_points(self.body.mesh["vertebra-L3"])
        tip = self.body.spine["L3"]
        strip = vertices[(abs(vertices[:, 0] - tip[0]) < 4) & (abs(vertices[:, 1] - (tip[1] - 8)) < 3)]
        return float(np.ptp(strip[:, 2])) if len(strip) else None


def judge(figure, got):
    """A figure's row: within its range, or within 1 SD or 15 % of the published mean."""
    row = {"id": figure["id"], "name": figure["name"], "unit": figure["unit"], "got": got,
           "value": figure.get("value"), "sd": figure.get("sd"), "range": figure.get("range")}
    if got is None:
        row["verdict"] = "lacks"
        return row
    if figure.get("range"):
        low, high = figure["range"]
    else:
        slack = max(figure.get("sd") or 0.0, WITHIN * abs(figure["value"]))
        low, high = figure["value"] - slack, figure["value"] + slack
    row["verdict"] = "low" if got < low else "high" if got > high else "ok"
    return row


def load(file=FEATURES):
    with open(file, encoding="utf-8") as opened:
        return json.load(opened)["features"]


def measure_all(measurer, landmarks, file=FEATURES):
    """Rows of all figures; `feature` is the index of their feature. What can't be measured says why in `trouble`."""
    features, rows = Features(measurer, landmarks), []
    for index, feature in enumerate(load(file)):
        for figure in feature.get("figures", []):
            trouble = ""
            try:
                got = features.measure(figure["id"])
            except (KeyError, IndexError, ValueError, TypeError, np.linalg.LinAlgError) as problem:
                # A body whose shape gives a measure no hold lacks what is measured.
                got, trouble = None, f"{type(problem).__name__}: {problem}"
            rows.append({**judge(figure, got), "feature": index, "object": feature["object"], "sure": feature["sure"]})
            if trouble:
                rows[-1]["trouble"] = trouble
    return rows
