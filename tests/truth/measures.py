"""What is measured on a body for a published figure; measures.json says which measure by its "how".

  csa      area of a group of muscles in the transverse plane at mid height of a vertebral body, mm2, one side
  lateral, posterior   the same section's centroid, from the body's centre, mm
  volume   cm3, one side          thick2va  2 x volume / surface: a sheet's mean thickness, mm
  fat      skin to the first structure on a needle at right angles to the skin, mm (skin + subcutaneous fat)
  depth    skin to the near side of a group on that needle, mm      thick  a group's thickness on it, mm
  spinous  skin to the tip of a spinous process, the shortest way, mm
  girth, breadth, sagittal   of the trunk's skin at a height, mm
  body, canal, epidural, line, span, extent   bones and the line of the spines, mm or %
  fill     share of the area between inner fat and bone cage, behind the canal, that any structure fills

Where there are two sides, it is their mean. None: the body has no such mesh, or nothing is there.
"""

import re

import numpy as np
from scipy import ndimage
from scipy.spatial import ConvexHull, cKDTree

from body import LEVELS, SIDES, Body, outward_of
from needles import needle
from sections import COLUMNS, FRONT, LEFT, ROWS, STEP, Sections, X, Y

FAT = {"T3": 6, "T6": 6, "T9": 6, "T12": 6, "L2": 7, "L4": 9, "S1": 11}  # mm of fat under 2 mm of skin, for the fill
# Not counted farther from the midline, mm: armpit, fat about the kidney.
FILLED_WITHIN = {"T3": 120, "T6": 120, "T9": 115, "T12": 105, "L2": 80, "L4": 75, "S1": 95}
CAGE = re.compile(r"(rib-|vertebra-|costal|sternum)")
NOT_SOFT = re.compile(r"(rib-|vertebra-|costal|sternum|disc-|scapula|humerus|sacrum|hip-|femur|clavicle)")
LUNG_CLOSES = 22  # mm: ribs so far above and below close the ring of the cage


def mean_of_sides(measure):
    found = [value for value in (measure(side) for side in SIDES) if value is not None]
    return float(np.mean(found)) if found else None


class Measurer:
    def __init__(self, folder):
        self.body = Body(folder)
        self.sections = Sections(self.body)

    def measure(self, how):
        """The value that a "how" asks for."""
        kind, group = how["m"], how.get("group")
        if group and kind not in ("depth", "thick") and not self.body.members(group):
            return None
        return getattr(self, "_" + kind)(how)

    # ---- sections of muscles

    def _section(self, how, value_of):
        body, level = self.body, how["level"]
        if level not in body.centre:
            return None
        height = body.height_of(level, how.get("at", "body"))

        def one(side):
            mask = self.sections.of_all(body.of_one_side(how["group"], side), height)
            return value_of(mask, body.centre[level]) if mask.any() else None
        return mean_of_sides(one)

    def _csa(self, how):
        return self._section(how, lambda mask, centre: mask.sum() * STEP * STEP)

    def _lateral(self, how):
        return self._section(how, lambda mask, centre: abs(X[mask].mean() - centre[0]))

    def _posterior(self, how):
        return self._section(how, lambda mask, centre: Y[mask].mean() - centre[1])

    # ---- whole muscles

    def _volume_of_side(self, group, side):
        return sum(abs(self.body.volume[k]) for k in self.body.of_one_side(group, side))

    def _volume(self, how):
        return mean_of_sides(lambda side: self._volume_of_side(how["group"], side) or None)

    def _thick2va(self, how):
        def one(side):
            area = sum(self.body.area[k] for k in self.body.of_one_side(how["group"], side))
            return 20 * self._volume_of_side(how["group"], side) / max(1e-9, area)
        return mean_of_sides(one)

    # ---- along a needle

    def _along_needle(self, how, value_of):
        def at(site, side):
            return value_of(needle(self.body, self.sections, site, side))

        def one(side):
            if not how.get("fan"):
                return at(how["site"], side)
            # Bone is a grille: the nearest of several needles.
            found = [at(dict(how["site"], dz=how["site"].get("dz", 0) + dz), side) for dz in how["fan"]]
            found = [value for value in found if value is not None]
            return min(found) if found else None
        return mean_of_sides(one)

    def _fat(self, how):
        def first(passed):
            starts = [runs[0][0] for runs in passed.values()]
            return min(starts) if starts else None
        return self._along_needle(how, first)

    def _runs(self, passed, group):
        return [run for k in self.body.members(group) for run in passed.get(k, [])]

    def _depth(self, how):
        def nearest(passed):
            runs = self._runs(passed, how["group"])
            return min(run[0] for run in runs) if runs else None
        return self._along_needle(how, nearest)

    def _thick(self, how):
        def together(passed):
            runs = self._runs(passed, how["group"])
            if not runs:
                return None
            runs.sort()
            total, end = 0.0, -1.0
            for start, stop in runs:
                total += max(0, stop - max(start, end))
                end = max(end, stop)
            return total
        return self._along_needle(how, together)

    def _spinous(self, how):
        return float(cKDTree(self.body.vertices("skin")).query(self.body.spine[how["level"]])[0])

    # ---- the trunk's skin

    def _height(self, name):
        body = self.body
        if name == "waist":  # halfway from rib 10 to the crest
            return float((body.vertices("rib-10.R")[:, 2].min() + body.crest[2]) / 2)
        if name == "chest":  # under the armpits
            return float(body.centre["T8"][2])
        if name == "buttock":
            return float(body.vertices("femur.R")[:, 2].max() - 35)
        raise ValueError(f"no height is called {name}")

    def _of_trunk(self, how, value_of):
        trunk = self.sections.of_trunk(self._height(how["z"]))
        return None if trunk is None else value_of(trunk)

    def _breadth(self, how):
        return self._of_trunk(how, lambda trunk: float(np.ptp(X[trunk])))

    def _sagittal(self, how):
        return self._of_trunk(how, lambda trunk: float(np.ptp(Y[trunk])))

    def _girth(self, how):  # a tape spans hollows
        return self._of_trunk(how, lambda trunk: float(ConvexHull(np.c_[X[trunk], Y[trunk]]).area))

    # ---- bones

    def _body(self, how):
        """A vertebral body's height, width or depth."""
        level = how["level"]
        structure, centre = "vertebra-" + level, self.body.centre[level]
        if how["what"] == "height":
            return self._body_height(structure, centre)
        bone = self.sections.of_structure(structure, centre[2])
        if bone is None:
            return None
        if how["what"] == "width":
            return float(np.ptp(X[bone & (abs(Y - centre[1]) < 5)]))
        strip = bone & (abs(X - centre[0]) < 4) & (Y < centre[1] + 20)
        parts, _ = ndimage.label(strip)
        seen = parts[(abs(X - centre[0]) < 2) & (abs(Y - centre[1]) < 4)]
        part = np.bincount(seen[seen > 0]).argmax() if (seen > 0).any() else 0
        return float(np.ptp(Y[parts == part])) if part else None

    def _body_height(self, structure, centre):
        """The median of nine lines up and down through the body."""
        found = []
        for dx in (-6, 0, 6):
            for dy in (-5, 0, 5):
                distance, met, _ = self.body.hits(np.array([centre[0] + dx, centre[1] + dy, centre[2]]),
                                                  np.array([0, 0, 1.0]))
                distance = distance[met == self.body.ids.index(structure)]
                if (distance > 0).any() and (distance < 0).any():
                    found.append(distance[distance > 0].min() - distance[distance < 0].max())
        return float(np.median(found)) if found else None

    def _canal(self, how):
        canal = self.sections.of_canal(how["level"])
        if canal is None:
            return None
        hole = canal[0]
        if how["what"] == "width":
            return float(np.ptp(X[hole]))
        return float(np.ptp(Y[hole & (abs(X - X[hole].mean()) < 3)]))

    def _epidural(self, how):
        """From the skin of the midline to the canal's hind edge."""
        canal = self.sections.of_canal(how["level"])
        if canal is None:
            return None
        hole, height = canal
        trunk = self.sections.of_trunk(height)
        return float(Y[trunk & (abs(X - self.body.middle) < 2)].max() - Y[hole].max())

    def _line(self, how):
        """Along the tips of the spinous processes from C7 to the height of the PSIS: mm, or % of it down to a level."""
        body = self.body
        levels = [level for level in LEVELS if level in body.spine]
        tips = [body.spine[level][1:] for level in levels]
        hip = body.vertices("hip-bone.R")
        hip = hip[hip[:, 2] > body.lowest_of_hip[2] + 0.45 * (body.crest[2] - body.lowest_of_hip[2])]
        psis = hip[hip[:, 1].argmax()]
        run, down_to = 0.0, {levels[0]: 0.0}
        for level, above, below in zip(levels[1:], tips, tips[1:]):
            run += float(np.linalg.norm(below - above))
            down_to[level] = run
        total = down_to["S1"] + body.spine["S1"][2] - psis[2]
        return total if how["what"] == "length" else 100 * down_to[how["level"]] / total

    def _extent(self, how):
        vertices = np.vstack([self.body.vertices(k) for k in self.body.members(how["group"])])
        return float(np.ptp(vertices[:, "xyz".index(how["axis"])]))

    def _span(self, how):
        spans = {"scapula-length": self._scapula_length, "scapula-spine": self._scapula_spine,
                 "scapula-thin": self._scapula_thin, "humeral-head": self._humeral_head}
        return mean_of_sides(spans[how["what"]])

    def _scapula_length(self, side):
        scapula = self.body.scapula[side]
        return float(np.linalg.norm(scapula.superior - scapula.inferior))

    def _scapula_spine(self, side):
        """From the spine's root at the medial border to the acromion."""
        scapula = self.body.scapula[side]
        vertices = scapula.vertices
        border = vertices[(scapula.lateral < np.percentile(scapula.lateral, 8)) &
                          (vertices[:, 2] > scapula.inferior[2] + 80)]
        root = border[border[:, 1].argmax()]
        return float(np.linalg.norm(root - scapula.acromion))

    def _scapula_thin(self, side):
        """The blade's thickness 10 mm from its medial border, in the lower third."""
        found = []
        low = self.body.scapula[side].inferior[2]
        for height in np.linspace(low + 45, low + 75, 6):
            border = self.body.medial_border(height, side)
            blade = self.sections.of_structure("scapula." + side, height)
            if border is None or blade is None:
                continue
            strip = blade & (abs(abs(X - self.body.middle) - (border + 10)) < 1)
            if strip.any():
                found.append(blade[:, strip.any(0)].sum(0).mean() * STEP)
        return float(np.mean(found)) if found else None

    def _humeral_head(self, side):
        """The diameter of the sphere that fits its medial half."""
        humerus = self.body.vertices("humerus." + side)
        top = humerus[humerus[:, 2] > humerus[:, 2].max() - 38]
        outward = outward_of(side) * top[:, 0]
        head = top[outward < np.percentile(outward, 55)]
        unknowns = np.c_[2 * head, np.ones(len(head))]
        centre, *_ = np.linalg.lstsq(unknowns, (head ** 2).sum(1), rcond=None)
        return float(2 * np.sqrt(centre[3] + (centre[:3] ** 2).sum()))

    # ---- what is filled

    def _fill(self, how):
        return self.fill(how["level"])["fill"]

    def fill(self, level):
        """How much of a section's room for muscle any structure fills, and which share of the soft parts lies in two."""
        height = self.body.centre[level][2]
        trunk = self.sections.of_trunk(height)
        under_skin = ndimage.distance_transform_edt(np.pad(trunk, 1))[1:-1, 1:-1] * STEP
        room = ((under_skin > 2 + FAT[level]) & (Y > self.sections.canal_y(level)) &
                (abs(X - self.body.middle) < FILLED_WITHIN[level]))
        room &= ~self._cage(level, height)
        filled, soft = np.zeros(trunk.shape, np.int16), np.zeros(trunk.shape, np.int16)
        for structure in self.body.ids:
            if structure == "skin":
                continue
            mask = self.sections.of_structure(structure, height)
            if mask is None:
                continue
            filled += mask
            if not NOT_SOFT.match(structure):
                soft += mask
        cells = room.sum()
        return {"fill": float((filled[room] > 0).mean()) if cells else None,
                "region_cm2": float(cells * STEP * STEP / 100),
                "empty_cm2": float((filled[room] == 0).sum() * STEP * STEP / 100),
                "overlap": float((soft > 1).sum() / max(1, (soft > 0).sum()))}

    def _cage(self, level, height):
        """What holds lung, or is bone: no room for muscle."""
        if level[0] != "T":
            bone = self.sections.of_structure("sacrum" if level == "S1" else "vertebra-" + level, height)
            return bone if bone is not None else np.zeros((ROWS, COLUMNS), bool)
        bones = np.zeros((ROWS, COLUMNS), bool)
        for structure in self.body.ids:
            if not CAGE.match(structure):
                continue
            vertices, triangles = self.body.mesh[structure]
            points = np.vstack([vertices, vertices[triangles].mean(1)])
            points = points[abs(points[:, 2] - height) < LUNG_CLOSES]
            bones[((points[:, 1] - FRONT) / STEP).astype(int).clip(0, ROWS - 1),
                  ((points[:, 0] - LEFT) / STEP).astype(int).clip(0, COLUMNS - 1)] = True
        ring = ndimage.distance_transform_edt(~bones) * STEP < 9
        solid = ndimage.binary_fill_holes(ring)
        return solid & (ndimage.distance_transform_edt(solid) * STEP > 9)

    # ---- a look at the whole

    def skin_profile(self, laterals=(15, 30, 45, 60, 80, 100)):
        """From the skin to the first structure, right, by level and distance from the midline: [mm, structure]."""
        rows = {}
        for level in ("C7", "T2", "T4", "T6", "T8", "T10", "T12", "L1", "L2", "L3", "L4", "L5", "S1"):
            rows[level] = []
            for lateral in laterals:
                passed = needle(self.body, self.sections, {"at": "back", "level": level, "lateral": lateral, "ref": "body"})
                first = min(passed, key=lambda k: passed[k][0][0]) if passed else None
                rows[level].append([round(passed[first][0][0], 1), first] if first else None)
        return rows
