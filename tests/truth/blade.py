"""Measures of the shoulder blade that an anatomy teacher looks for (features.json), on one side."""

import numpy as np
from scipy.spatial import cKDTree

from body import outward_of
from sections import STEP, X, Y
from solids import Frame, area_of, part_at, spread_of, surface_points, thickness_along, unit

UP = np.array([0, 0, 1.0])
PLATE = 38.0  # mm: what reaches so far up and down is the blade or its neck, not the crest alone


def angle_between(a, b):
    return float(np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1, 1))))


class Blade:
    """across runs from the spine's root to the middle of the glenoid, up along the medial border, back from the ribs;
    all three are coordinates of `plane`, whose origin is the root of the spine."""

    def __init__(self, body, landmarks, side):
        self.body, self.side = body, side
        self.mesh = body.mesh["scapula." + side]
        self.mark = lambda name: np.array(landmarks[f"{name}:{side}"])
        self.superior, self.inferior = self.mark("superior-angle-scapula"), self.mark("inferior-angle-scapula")
        self.root = self.mark("root-of-scapular-spine")
        self._find_glenoid()
        across = unit(self.glenoid - self.root)
        back = np.cross(across, self.root - self.inferior)
        back = unit(back if back[1] > 0 else -back)
        up = np.cross(back, across)
        up = up if up[2] > 0 else -up
        self.across, self.up, self.back = across, up, back
        self.points = surface_points(self.mesh)
        self.local = (self.points - self.root) @ np.array([across, up, back]).T
        self._find_outline()
        self._cut_along_spine()

    def at(self, point):
        return (point - self.root) @ np.array([self.across, self.up, self.back]).T

    # ---- glenoid: what faces the head of the humerus, close to it

    def _find_glenoid(self):
        humerus = self.body.vertices("humerus." + self.side)
        top = humerus[humerus[:, 2] > humerus[:, 2].max() - 38]
        outward = outward_of(self.side) * top[:, 0]
        head = top[outward < np.percentile(outward, 55)]
        solved = np.linalg.lstsq(np.c_[2 * head, np.ones(len(head))], (head ** 2).sum(1), rcond=None)[0]
        self.head = solved[:3]
        self.head_radius = float(np.sqrt(solved[3] + (self.head ** 2).sum()))
        vertices, triangles = self.mesh
        corners = vertices[triangles]
        middles = corners.mean(1)
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) * self.body.outward["scapula." + self.side]
        areas = np.linalg.norm(normals, axis=1) / 2
        normals = normals / np.maximum(1e-12, 2 * areas)[:, None]
        to_head = self.head - middles
        distance = np.linalg.norm(to_head, axis=1)
        facing = np.einsum("ij,ij->i", normals, to_head / distance[:, None]) > 0.7
        medial = outward_of(self.side) * to_head[:, 0] / distance > 0.45
        face = facing & medial & (distance < self.head_radius + 9)
        self.has_glenoid = face.sum() >= 5
        if not self.has_glenoid:
            self.glenoid, self.glenoid_normal = self.head, unit(self.head - self.root)
            return
        # What faces the head beside the socket, on the coracoid or the neck, lies out of its plane.
        for _ in range(3):
            self.glenoid = np.average(middles[face], axis=0, weights=areas[face])
            self.glenoid_normal = unit((normals[face] * areas[face][:, None]).sum(0))
            out = (middles - self.glenoid) @ self.glenoid_normal
            face &= (abs(out) < 4) & (normals @ self.glenoid_normal > 0.75)
        self.glenoid_points = vertices[np.unique(triangles[face])]

    def _on_glenoid(self):
        """The glenoid's points: upward, forward and out of its face."""
        upward = unit(self.up - (self.up @ self.glenoid_normal) * self.glenoid_normal)
        forward = np.cross(self.glenoid_normal, upward)
        return (self.glenoid_points - self.glenoid) @ np.array([upward, forward, self.glenoid_normal]).T

    def glenoid_height(self):
        return float(np.ptp(self._on_glenoid()[:, 0])) if self.has_glenoid else None

    def glenoid_width(self):
        return float(np.ptp(self._on_glenoid()[:, 1])) if self.has_glenoid else None

    def glenoid_depth(self):
        """From the rim's mean down to the middle."""
        if not self.has_glenoid:
            return None
        points = self._on_glenoid()
        points = points[abs(points[:, 2]) < 6]
        reach = np.hypot(points[:, 0] / np.ptp(points[:, 0]), points[:, 1] / np.ptp(points[:, 1]))
        rim, middle = reach > np.percentile(reach, 80), reach < np.percentile(reach, 25)
        return float(points[rim, 2].mean() - points[middle, 2].mean())

    def glenoid_retroversion(self):
        """How far its face looks back from the line across the blade."""
        if not self.has_glenoid:
            return None
        return float(np.degrees(np.arctan2(self.glenoid_normal @ self.back, self.glenoid_normal @ self.across)))

    def neck_thickness(self):
        """From front to back, 10 mm behind the glenoid's face at its mid height."""
        origin = self.glenoid - 10 * self.glenoid_normal
        return thickness_along(self.mesh, origin, self.back)

    # ---- outline, seen at right angles to the plate

    def _find_outline(self):
        plate = self.local[abs(self.local[:, 2]) < 14]  # not spine, acromion and coracoid
        self._rows = {}
        for row in np.unique(np.round(plate[:, 1])):
            here = plate[abs(plate[:, 1] - row) < 1.5]
            self._rows[row] = (here[:, 0].min(), here[:, 0].max())
        self._plate = plate

    def edge(self, up, lateral):
        row = min(self._rows, key=lambda r: abs(r - up))
        return np.array([self._rows[row][1 if lateral else 0], row])

    def _top(self, across):
        here = self._plate[abs(self._plate[:, 0] - across) < 1.2]
        return float(here[:, 1].max()) if len(here) else None

    def length(self):
        return float(np.linalg.norm(self.superior - self.inferior))

    def spine_length(self):
        lateral = outward_of(self.side) * self.points[:, 0]
        return float(np.linalg.norm(self.points[lateral.argmax()] - self.root))

    def medial_border(self):
        """10 mm from the edge, in the lower fossa."""
        low = self.at(self.inferior)[1]
        edges = [self.edge(low * share, lateral=False) for share in (0.35, 0.45, 0.55)]
        found = [self._thick(edge[0] + 10, edge[1]) for edge in edges]
        found = [value for value in found if value is not None]
        return float(np.mean(found)) if found else None

    def width(self):
        return float(np.linalg.norm(self.glenoid - self.root))

    def upper_fossa(self):
        return float(self.at(self.superior)[1])

    def lower_fossa(self):
        return float(-self.at(self.inferior)[1])

    def superior_angle(self):
        """Between the ways to the spine's root and 25 mm along the upper border."""
        top = self.at(self.superior)[:2]
        side = self._top(top[0] + 25)
        return None if side is None else angle_between(-top, np.array([top[0] + 25, side]) - top)

    def inferior_angle(self):
        """Between the ways to the spine's root and to the glenoid's lower end."""
        if not self.has_glenoid:
            return None
        tip = self.at(self.inferior)[:2]
        lowest = self.at(self.glenoid_points[self._on_glenoid()[:, 0].argmin()])[:2]
        return angle_between(-tip, lowest - tip)

    def _thick(self, across, up):
        origin = self.root + across * self.across + up * self.up
        return thickness_along(self.mesh, origin, self.back)

    def inferior_thickness(self):
        tip = self.at(self.inferior)
        low = self.edge(tip[1] + 6, lateral=False), self.edge(tip[1] + 6, lateral=True)
        return self._thick((low[0][0] + low[1][0]) / 2, tip[1] + 6)

    def lateral_border(self):
        """The thickest within 10 mm of the lateral edge, halfway up it."""
        edge = self.edge(self.at(self.inferior)[1] * 0.5, lateral=True)
        found = [self._thick(edge[0] - inward, edge[1]) for inward in (2, 4, 6, 8)]
        found = [value for value in found if value is not None]
        return max(found) if found else None

    def centre_thickness(self):
        """In the middle of the lower fossa: the thinnest of a few places."""
        middle = (self.at(self.inferior)[:2] + self.at(self.glenoid)[:2]) / 3  # the root is the origin
        found = [self._thick(middle[0] + dx, middle[1] + dy) for dx in (-8, 0, 8) for dy in (-10, 0, 10)]
        found = [value for value in found if value is not None]
        return min(found) if found else None

    def hollow(self):
        """How deep the ribs' side lies behind the chord from border to border, in the lower fossa."""
        deepest = 0.0
        for share in (0.25, 0.4, 0.55):
            level = self.at(self.inferior)[1] * share
            strip = self.local[abs(self.local[:, 1] - level) < 1.5]
            edges = self.edge(level, lateral=False)[0], self.edge(level, lateral=True)[0]
            front = []
            for x in np.linspace(edges[0] + 1.5, edges[1] - 1.5, 15):
                here = strip[abs(strip[:, 0] - x) < 1.5]
                front.append([x, here[:, 2].min()] if len(here) else [np.nan, np.nan])
            front = np.array(front)
            front = front[~np.isnan(front[:, 0])]
            if len(front) < 5:
                continue
            chord = np.interp(front[:, 0], front[[0, -1], 0], front[[0, -1], 1])
            deepest = max(deepest, float((front[:, 1] - chord).max()))
        return deepest

    def notch(self):
        """(depth, width) of the dip of the upper border beside the coracoid's root, under the line of the border medial
        of it."""
        start = self.at(self.superior)[0] + 8
        stop = self.at(self.glenoid)[0] - 4
        xs = np.arange(start, stop, 0.5)
        # The whole upper edge of what lies before the spine; the coracoid rises from it.
        fore = self.local[self.local[:, 2] < 10]
        tops = np.array([fore[abs(fore[:, 0] - x) < 0.9, 1].max(initial=-1e3) for x in xs])
        low = np.where(xs > start + 0.45 * (stop - start), tops, 1e3).argmin()
        before = (xs < xs[low] - 7) & (xs > xs[low] - 28) & (tops > -900)
        if before.sum() < 8:
            return None
        slope, offset = np.polyfit(xs[before], tops[before], 1)
        line = slope * xs + offset
        below = tops < line - 0.7
        if not below[low]:
            return 0.0, 0.0
        left = low
        while left > 0 and below[left - 1]:
            left -= 1
        right = low
        while right < len(xs) - 1 and below[right + 1]:
            right += 1
        self.notch_bottom = self.root + xs[low] * self.across + tops[low] * self.up
        return float(line[low] - tops[low]), float(xs[right] - xs[left])

    def notch_depth(self):
        found = self.notch()
        return None if found is None else found[0]

    def notch_width(self):
        found = self.notch()
        return None if found is None else found[1]

    # ---- spine and acromion, in slices at right angles to the spine

    def _cut_along_spine(self):
        crest_end = self.mark("acromial-angle")
        self.spine_way = unit(crest_end - self.root)
        self.spine_run = float(np.linalg.norm(crest_end - self.root))
        right = unit(self.up - (self.up @ self.spine_way) * self.spine_way)
        upward = Frame(self.root, right, np.cross(self.spine_way, right))
        # In slices X is along the blade, Y back from it; rising tells whether X goes up the blade or down.
        self.rising = 1.0 if upward.axes[1] @ self.back > 0 else -1.0
        self.slices = Frame(self.root, self.rising * right, np.cross(self.spine_way, self.rising * right))

    def _slice(self, run):
        return self.slices.section(self.mesh, run)

    def _crest(self, mask):
        """The hindmost cell of a slice near the spine's line, and the part it belongs to."""
        near = mask & (abs(X) < 30)
        if not near.any():
            return None
        back = np.where(near, Y, -1e3)
        row, column = np.unravel_index(back.argmax(), back.shape)
        return X[row, column], Y[row, column], part_at(mask, X[row, column], Y[row, column])

    def spine_depth(self, run):
        """From the ribs' side of the blade to the crest, so far from the medial border along the spine."""
        mask = self._slice(run)
        crest = None if mask is None else self._crest(mask)
        if crest is None:
            return None
        over = self.rising * (X - crest[0])  # not what lies higher before it: the coracoid
        strip = crest[2] & (over > -22) & (over < -2)
        return float(crest[1] - Y[strip].min())

    def spine_depth_10(self):
        return self.spine_depth(10)

    def spine_depth_40(self):
        return self.spine_depth(40)

    def spinoglenoid_run(self):
        """How far along the spine the crest and the blade are one piece."""
        for run in np.arange(0.95 * self.spine_run, 40, -2.0):
            mask = self._slice(run)
            crest = None if mask is None else self._crest(mask)
            if crest is not None and np.ptp(X[crest[2]]) > PLATE:
                return float(run)
        return None

    def spine_depth_at_notch(self):
        run = self.spinoglenoid_run()
        return None if run is None else self.spine_depth(run)

    def spine_height(self):
        """Of the crest over the blade behind it, at mid length."""
        mask = self._slice(self.spine_run / 2)
        crest = None if mask is None else self._crest(mask)
        if crest is None:
            return None
        below = [Y[mask & (abs(X - (crest[0] - self.rising * off)) < 0.5)].max(initial=-1e3) for off in range(16, 32, 2)]
        below = [value for value in below if value > -900]
        return float(crest[1] - np.median(below)) if below else None

    def spine_slope(self):
        """Degrees that the spine rises outward."""
        return float(np.degrees(np.arcsin(self.spine_way[2])))

    def acromion_cells(self):
        """Points inside the acromion: the hindmost part of slices about the spine's end, from which it runs forward."""
        if not hasattr(self, "_acromion"):
            cells = [np.zeros((0, 3))]
            farthest = float(((self.points - self.root) @ self.spine_way).max())
            for run in np.arange(max(self.spinoglenoid_run() or 0.0, self.spine_run - 22), farthest, 1.0):
                mask = self._slice(run)
                if mask is None:
                    continue
                row, column = np.unravel_index(np.where(mask, Y, -1e3).argmax(), mask.shape)
                part = part_at(mask, X[row, column], Y[row, column])
                cells.append(self.slices.world(np.c_[X[part], Y[part], np.full(part.sum(), run)]))
            cells = np.vstack(cells)
            self._acromion = cells[(cells - self.mark("acromial-angle")) @ self._forward() > -2]
        return self._acromion

    def _forward(self):
        """Level, at right angles to the spine."""
        forward = unit(np.cross(UP, self.spine_way))
        return forward if forward[1] < 0 else -forward

    def acromion_length(self):
        """From the acromial angle's level forward to the tip."""
        cells = self.acromion_cells()
        return float(np.ptp(cells @ self._forward())) if len(cells) > 50 else None

    def acromion_width(self):
        """Across, at the narrowest between half and two thirds of the way forward."""
        cells = self.acromion_cells()
        if len(cells) < 50:
            return None
        forward, across = cells @ self._forward(), cells @ np.cross(UP, self._forward())
        places = forward.min() + np.ptp(forward) * np.array([0.5, 0.58, 0.66])
        return float(min(np.ptp(across[abs(forward - place) < 2]) for place in places))

    def acromion_thickness(self):
        """Volume over what it covers from above."""
        cells = self.acromion_cells()
        if len(cells) < 50:
            return None
        footprint = len(np.unique(np.round(cells[:, :2]), axis=0))
        return float(len(cells) * STEP * STEP / footprint)

    def acromion_to_glenoid(self):
        cells = self.acromion_cells()
        if len(cells) < 50 or not self.has_glenoid:
            return None
        rim = self.glenoid_points[self._on_glenoid()[:, 0] > 0.3 * self.glenoid_height()]
        return float(cKDTree(cells).query(rim)[0].min()) if len(rim) else None

    def acromion_to_head(self):
        """The room for supraspinatus' tendon."""
        cells = self.acromion_cells()
        if len(cells) < 50:
            return None
        return float(cKDTree(self.body.vertices("humerus." + self.side)).query(cells)[0].min())

    # ---- coracoid

    def _coracoid_section(self):
        tip = self.mark("coracoid")
        near = self.points[np.linalg.norm(self.points - tip, axis=1) < 22]
        way = unit(near.mean(0) - tip)
        mask = Frame.across(tip, way).section(self.mesh, 12.0)
        if mask is None:
            return None
        part = part_at(mask, 0.0, 0.0)
        return spread_of(part) if area_of(part) < 700 else None

    def coracoid_width(self):
        found = self._coracoid_section()
        return None if found is None else float(found[0])

    def coracoid_thickness(self):
        found = self._coracoid_section()
        return None if found is None else float(found[1])

    def coracoid_to_acromion(self):
        cells = self.acromion_cells()
        return float(cKDTree(cells).query(self.mark("coracoid"))[0]) if len(cells) else None

    def coracoid_to_notch(self):
        found = self.notch()
        return float(np.linalg.norm(self.mark("coracoid") - self.notch_bottom)) if found and found[0] > 0 else None

    # ---- how it lies on the ribs

    def turned_forward(self):
        """Degrees before the frontal plane."""
        return float(np.degrees(np.arctan2(abs(self.across[1]), abs(self.across[0]))))

    def tipped_forward(self):
        """Degrees that its plane leans forward at the top."""
        return float(np.degrees(np.arcsin(self.back[2])))

    def root_from_midline(self):
        return float(abs(self.root[0] - self.body.middle))
