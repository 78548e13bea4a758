"""Looking at one structure in planes and along lines of its own."""

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from sections import CELL, STEP, X, Y, cut, fill_outline


def unit(vector):
    return vector / np.linalg.norm(vector)


def surface_points(mesh, spacing=1.5):
    """Points on a mesh no farther apart than the spacing: its vertices, and its triangles halved until they are small."""
    vertices, triangles = mesh
    points, corners = [vertices], vertices[triangles]
    for _ in range(4):
        longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(1)
        corners = corners[longest > spacing]
        if not len(corners):
            break
        middles = (corners + np.roll(corners, -1, axis=1)) / 2
        points.append(middles.reshape(-1, 3))
        corners = np.concatenate([np.stack([corners[:, k], middles[:, k], middles[:, k - 1]], 1) for k in range(3)] + [middles])
    return np.vstack(points)


def distance_between(mesh, other):
    """The shortest way from one surface to another."""
    return float(cKDTree(surface_points(other)).query(surface_points(mesh))[0].min())


def crossings(mesh, origin, direction):
    """Sorted distances, before and behind the origin, at which a line crosses a mesh."""
    corners = mesh[0][mesh[1]]
    edge1, edge2 = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    p = np.cross(direction, edge2)
    determinant = np.einsum("ij,ij->i", edge1, p)
    good = abs(determinant) > 1e-12
    inverse = np.where(good, 1 / np.where(good, determinant, 1), 0)
    away = origin - corners[:, 0]
    u = np.einsum("ij,ij->i", away, p) * inverse
    q = np.cross(away, edge1)
    v = (q @ direction) * inverse
    distance = np.einsum("ij,ij->i", edge2, q) * inverse
    return np.sort(distance[good & (u >= 0) & (v >= 0) & (u + v <= 1)])


def thickness_along(mesh, origin, direction):
    """How much of a line lies inside the mesh, within 60 mm of the origin; None where it misses."""
    at = crossings(mesh, origin, direction)
    at = at[abs(at) < 60]
    at = at[:len(at) // 2 * 2]
    return float((at[1::2] - at[::2]).sum()) if len(at) else None


class Frame:
    """Axes of its own about an origin: right, up and out, the rows of `axes`; lengths stay mm."""

    def __init__(self, origin, right, up):
        out = unit(np.cross(right, up))
        right = unit(right)
        self.origin, self.axes = origin, np.array([right, np.cross(out, right), out])

    @classmethod
    def across(cls, origin, along):
        """Whose sections are at right angles to a direction that isn't upright."""
        right = np.cross([0, 0, 1.0], along)
        return cls(origin, right, np.cross(along, right))

    def local(self, points):
        return (points - self.origin) @ self.axes.T

    def world(self, points):
        return np.asarray(points) @ self.axes + self.origin

    def section(self, mesh, out):
        """The mask of a mesh, cells of [up, right], where `out` is so much; None where there is nothing.

        The grid is that of transverse sections: right within 215 mm, up from -275 to 75."""
        start, end = cut(self.local(mesh[0]), mesh[1], out + 1e-4)
        return fill_outline(start, end) if len(start) else None


def part_at(mask, right, up):
    """The connected part of a mask that is nearest to a place."""
    parts, _ = ndimage.label(mask)
    off = np.where(mask, (X - right) ** 2 + (Y - up) ** 2, np.inf)
    return parts == parts[np.unravel_index(off.argmin(), off.shape)]


def spread(points):
    """Extents of points along their own main axes, longest first."""
    centred = points - points.mean(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    return np.ptp(centred @ axes.T, axis=0)


def spread_of(mask):
    return spread(np.c_[X[mask], Y[mask]]) + STEP


def area_of(mask):
    return float(mask.sum() * CELL)


def largest_section(mesh, origin, along, places):
    """The largest area, mm2, of a mesh in planes at right angles to a direction, so far along it."""
    frame = Frame.across(origin, along)
    masks = [frame.section(mesh, place) for place in places]
    return max((area_of(mask) for mask in masks if mask is not None), default=None)


def pieces(mesh):
    """How many separate bodies a mesh has, and each one's longest extent."""
    vertices, triangles = mesh
    _, merged = np.unique(np.round(vertices, 3), axis=0, return_inverse=True)
    triangles = merged.ravel()[triangles]
    parent = np.arange(merged.max() + 1)

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i
    for a, b, c in triangles:
        ra = root(a)
        for other in (b, c):
            parent[root(other)] = ra
    owner = np.array([root(i) for i in range(len(parent))])[merged.ravel()]
    used = np.unique(owner[mesh[1]])
    return [float(spread(vertices[owner == k])[0]) for k in used if (owner == k).sum() > 8]
