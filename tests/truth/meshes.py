"""The meshes of an exported atlas and what rays meet in them. Millimetres, +X left, +Y posterior, +Z superior."""

import os

import numpy as np


def read_obj(path):
    """An OBJ's vertices and triangles; a face of more corners becomes a fan."""
    vertices, triangles = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("v "):
                vertices.append([float(word) for word in line.split()[1:4]])
            elif line.startswith("f "):
                corners = [int(word.split("/")[0]) for word in line.split()[1:]]
                corners = [c - 1 if c > 0 else len(vertices) + c for c in corners]
                triangles += [[corners[0], corners[k], corners[k + 1]] for k in range(1, len(corners) - 1)]
    return np.array(vertices, float).reshape(-1, 3), np.array(triangles, int).reshape(-1, 3)


class Meshes:
    """Closed meshes by the ids of their structures.

    volume is in cm3 and signed, area in cm2; outward is -1 where a mesh's triangles are wound inside out.
    """

    def __init__(self, folder):
        self.mesh = {name[:-4]: read_obj(os.path.join(folder, name))
                     for name in sorted(os.listdir(folder)) if name.endswith(".obj")}
        if not self.mesh:
            raise SystemExit(f"{folder} holds no OBJ: make it with dorsum export --format obj")
        self.ids = list(self.mesh)
        corners = [vertices[triangles] for vertices, triangles in self.mesh.values()]
        self.volume = {k: float(np.einsum("ij,ij->i", t[:, 0], np.cross(t[:, 1], t[:, 2])).sum() / 6000)
                       for k, t in zip(self.ids, corners)}
        self.area = {k: float(np.linalg.norm(np.cross(t[:, 1] - t[:, 0], t[:, 2] - t[:, 0]), axis=1).sum() / 200)
                     for k, t in zip(self.ids, corners)}
        self.outward = {k: -1 if self.volume[k] < 0 else 1 for k in self.ids}
        # All triangles in one row, for rays.
        self.owner = np.concatenate([np.full(len(t), i) for i, t in enumerate(corners)])
        every = np.concatenate(corners)
        self.corner, self.edge1, self.edge2 = every[:, 0], every[:, 1] - every[:, 0], every[:, 2] - every[:, 0]
        self.normal = np.cross(self.edge1, self.edge2)

    def vertices(self, structure):
        return self.mesh[structure][0]

    def hits(self, origin, direction):
        """What a line meets, before and behind its origin: distances, structures (indices into ids), and on which
        side: 1 where it goes along the triangle's normal. (Moeller and Trumbore 1997.)"""
        p = np.cross(direction, self.edge2)
        determinant = np.einsum("ij,ij->i", self.edge1, p)
        crosses = abs(determinant) > 1e-12
        inverse = np.where(crosses, 1 / np.where(crosses, determinant, 1), 0)
        away = origin - self.corner
        u = np.einsum("ij,ij->i", away, p) * inverse
        q = np.cross(away, self.edge1)
        v = (q @ direction) * inverse
        distance = np.einsum("ij,ij->i", self.edge2, q) * inverse
        met = np.nonzero(crosses & (u >= 0) & (v >= 0) & (u + v <= 1))[0]
        return distance[met], self.owner[met], np.sign(self.normal[met] @ direction)
