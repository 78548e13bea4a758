"""Transverse sections of a body as masks on one grid of [y, x] cells."""

import numpy as np
from scipy import ndimage

STEP = 0.5  # mm a cell
LEFT, RIGHT, FRONT, BACK = -215.0, 215.0, -275.0, 75.0  # mm
COLUMNS, ROWS = int((RIGHT - LEFT) / STEP), int((BACK - FRONT) / STEP)
CELL = STEP * STEP  # mm2
X, Y = np.meshgrid(LEFT + (np.arange(COLUMNS) + 0.5) * STEP, FRONT + (np.arange(ROWS) + 0.5) * STEP)


def cut(vertices, triangles, height):
    """The mesh's outline at a height: segments from A to B, two arrays, with the inside always on the same hand."""
    above_by = vertices[:, 2][triangles] - height
    triangles = triangles[(above_by.min(1) < 0) & (above_by.max(1) > 0)]
    corners, above_by = vertices[triangles], vertices[:, 2][triangles] - height
    above = above_by > 0
    lone = np.where(above.sum(1) == 1, above.argmax(1), (~above).argmax(1))  # the corner alone on its side
    row = np.arange(len(triangles))
    second, third = (lone + 1) % 3, (lone + 2) % 3
    p0, p1, p2 = corners[row, lone], corners[row, second], corners[row, third]
    d0, d1, d2 = above_by[row, lone], above_by[row, second], above_by[row, third]
    on_first = p0 + (p1 - p0) * (d0 / (d0 - d1))[:, None]
    on_second = p0 + (p2 - p0) * (d0 / (d0 - d2))[:, None]
    turned = ~above[row, lone]
    return (np.where(turned[:, None], on_second, on_first), np.where(turned[:, None], on_first, on_second))


def fill_outline(start, end):
    """The cells that an outline winds around; None if there are none."""
    turns = np.zeros((ROWS, COLUMNS + 1))
    y_start, y_end = (start[:, 1] - FRONT) / STEP - 0.5, (end[:, 1] - FRONT) / STEP - 0.5
    low, high = np.ceil(np.minimum(y_start, y_end)).astype(int), np.ceil(np.maximum(y_start, y_end)).astype(int)
    for i in np.nonzero(high > low)[0]:
        rows = np.arange(max(low[i], 0), min(high[i], ROWS))
        if not len(rows):
            continue
        along = (rows - y_start[i]) / (y_end[i] - y_start[i])
        x = start[i, 0] + along * (end[i, 0] - start[i, 0])
        column = np.clip(np.ceil((x - LEFT) / STEP - 0.5).astype(int), 0, COLUMNS)
        turns[rows, column] += 1 if y_end[i] > y_start[i] else -1
    mask = np.abs(np.cumsum(turns, 1)[:, :COLUMNS]) > 0.5
    return mask if mask.any() else None


def largest_part(mask, where):
    """The connected part of a mask that has most cells of `where`."""
    parts, _ = ndimage.label(mask)
    seen = parts[where]
    return parts == np.bincount(seen[seen > 0]).argmax()


class Sections:
    """The sections of one body, kept once made."""

    def __init__(self, body):
        self.body = body
        self._of_structure = {}
        self._canals = {}

    def of_structure(self, structure, height):
        """The mask of a structure at a height, or None."""
        key = (structure, round(height, 2))
        if key not in self._of_structure:
            height += 1e-4  # not through a row of vertices
            start, end = cut(*self.body.mesh[structure], height)
            self._of_structure[key] = fill_outline(start, end) if len(start) else None
        return self._of_structure[key]

    def of_all(self, structures, height):
        """The union of their masks."""
        union = np.zeros((ROWS, COLUMNS), bool)
        for structure in structures:
            mask = self.of_structure(structure, height)
            if mask is not None:
                union |= mask
        return union

    def of_trunk(self, height):
        """What the trunk's skin holds; arms that touch the chest are cut off at the narrowest place."""
        skin = self.of_structure("skin", height)
        if skin is None:
            return None
        middle = self.body.middle
        trunk = largest_part(skin, skin & (abs(X - middle) < 30))
        if height < self.body.spine["T4"][2]:
            tall = trunk.sum(0)
            x = X[0] - middle
            for sign in (-1, 1):
                armpit = np.nonzero((sign * x > 140) & (sign * x < 205))[0]
                beyond = tall[sign * x > 205]
                if len(beyond) and beyond.max() > 0 and tall[armpit].min() < 0.75 * tall[abs(x) < 120].max():
                    trunk &= sign * (X - middle) < abs(x[armpit[tall[armpit].argmin()]])
        return trunk

    def of_canal(self, level):
        """(mask, height) where a vertebra's canal is largest in a plane, or None where bone closes it in no plane."""
        if level not in self._canals:
            self._canals[level] = self._canal(level)
        return self._canals[level]

    def _canal(self, level):
        structure = "vertebra-" + level
        largest = None
        if structure in self.body.mesh:
            heights = self.body.vertices(structure)[:, 2]
            for height in np.arange(heights.min() + 3, heights.max() - 3, 2.0):
                bone = self.of_structure(structure, height)
                if bone is None:
                    continue
                hole = ndimage.binary_fill_holes(bone) & ~bone & (abs(X - self.body.middle) < 20)
                if hole.sum() * CELL > 80 and (largest is None or hole.sum() > largest[0].sum()):
                    largest = (largest_part(hole, hole), height)
        return largest

    def canal_y(self, level):
        """How far back the canal's middle lies; about so far behind the body's centre where no canal is closed."""
        canal = self.of_canal(level)
        if canal is None:
            return self.body.centre[level][1] + {"C": 16, "T": 21, "L": 26, "S": 26}[level[0]]
        return float(Y[canal[0]].mean())
