#!/usr/bin/python3
"""The measuring itself, on shapes whose measures anybody can reckon."""

import os
import tempfile
import unittest

import numpy as np

import how_true
from floors import fallen, raised
from meshes import Meshes, read_obj
from needles import needle
from sections import CELL, X, Y, cut, fill_outline
from solids import Frame, distance_between, pieces, spread, surface_points, thickness_along
from verdicts import judge, published, summary
from words import KINDS, name_of


def box(low, high):
    """A closed box between two corners, wound outward."""
    corners = np.array([[(low, high)[i >> axis & 1][axis] for axis in range(3)] for i in range(8)], float)
    triangles = np.array([[0, 2, 3], [0, 3, 1], [4, 5, 7], [4, 7, 6], [0, 1, 5], [0, 5, 4],
                          [2, 6, 7], [2, 7, 3], [0, 4, 6], [0, 6, 2], [1, 3, 7], [1, 7, 5]])
    return corners, triangles


def write_obj(folder, structure, mesh):
    with open(os.path.join(folder, structure + ".obj"), "w", encoding="utf-8") as out:
        for vertex in mesh[0]:
            out.write("v %r %r %r\n" % tuple(float(x) for x in vertex))
        for triangle in mesh[1]:
            out.write("f %d %d %d\n" % tuple(triangle + 1))


class Plain(Meshes):
    """Meshes with no more of a body than a needle needs."""

    middle = 0.0

    def height_of(self, level, at):
        return 500.0


class Measuring(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        # Skin whose back is flat at y = 0; 10 mm under it a slab 30 mm thick, 60 wide and 80 high.
        write_obj(self.folder.name, "skin", box((-150, -200, 0), (150, 0, 1000)))
        write_obj(self.folder.name, "slab.R", box((-60, -40, 460), (0, -10, 540)))
        self.meshes = Plain(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def test_volume_and_area(self):
        self.assertAlmostEqual(self.meshes.volume["slab.R"], 60 * 30 * 80 / 1000)
        self.assertAlmostEqual(self.meshes.area["slab.R"], 2 * (60 * 30 + 60 * 80 + 30 * 80) / 100)

    def test_needle_tells_depth_and_thickness(self):
        passed = needle(self.meshes, None, {"at": "back", "level": "T6", "lateral": 30}, "R")
        self.assertEqual(list(passed), ["slab.R"])
        (start, end), = passed["slab.R"]
        self.assertAlmostEqual(start, 10, delta=0.01)
        self.assertAlmostEqual(end - start, 30, delta=0.01)

    def test_needle_beside_it_meets_nothing(self):
        self.assertEqual(needle(self.meshes, None, {"at": "back", "level": "T6", "lateral": 30}, "L"), {})

    def test_section_has_the_box_area_and_middle(self):
        mask = fill_outline(*cut(*self.meshes.mesh["slab.R"], 500.0001))
        self.assertAlmostEqual(mask.sum() * CELL, 60 * 30, delta=60)
        self.assertAlmostEqual(X[mask].mean(), -30, delta=0.3)
        self.assertAlmostEqual(Y[mask].mean(), -25, delta=0.3)

    def test_faces_of_four_corners_become_two_triangles(self):
        path = os.path.join(self.folder.name, "square.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write("v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf 1/1 2/2 3/3 4/4\nf -4 -3 -2\n")
        self.assertEqual(read_obj(path)[1].tolist(), [[0, 1, 2], [0, 2, 3], [0, 1, 2]])


class OneStructure(unittest.TestCase):
    def test_thickness_along_a_line(self):
        self.assertAlmostEqual(thickness_along(box((0, 0, 0), (10, 20, 30)), np.array([5.0, -7, 11]), np.array([0, 1.0, 0])), 20)

    def test_section_in_a_plane_of_its_own(self):
        frame = Frame(np.array([0, 0, 5.0]), np.array([0, 1.0, 0]), np.array([0, 0, 1.0]))
        mask = frame.section(box((-4, -10, -5), (4, 10, 15)), 1.0)
        self.assertAlmostEqual(mask.sum() * CELL, 20 * 20, delta=20)

    def test_section_across_a_slanting_way(self):
        along = np.array([0, 0.6, 0.8])
        frame = Frame.across(np.zeros(3), along)
        np.testing.assert_allclose(frame.axes[2], along)
        mask = frame.section(box((-4, -20, -30), (4, 20, 30)), 0.0)
        self.assertAlmostEqual(mask.sum() * CELL, 8 * 40 / 0.8, delta=20)

    def test_distance_pieces_and_spread(self):
        one, other = box((0, 0, 0), (1, 2, 3)), box((6, 0, 0), (8, 2, 3))
        self.assertAlmostEqual(distance_between(one, other), 5)
        both = np.vstack([np.repeat(one[0], 2, 0), np.repeat(other[0], 2, 0)]), np.vstack([2 * one[1], 2 * other[1] + 16])
        self.assertEqual(len(pieces(both)), 2)
        self.assertAlmostEqual(spread(surface_points(box((0, 0, 0), (1, 2, 30))))[0], 30, delta=0.3)


class Judging(unittest.TestCase):
    FIGURE = {"id": "x", "kind": "csa", "value": 100, "sd": 30, "sure": "high", "unit": "mm2"}

    def test_verdicts(self):
        for got, verdict in ((100, "ok"), (129, "ok"), (131, "high"), (71, "ok"), (69, "low"), (None, "lacks")):
            self.assertEqual(judge(self.FIGURE, got)["verdict"], verdict)
        self.assertEqual(judge({**self.FIGURE, "sd": None, "kind": "girth"}, 109)["verdict"], "high")
        self.assertEqual(judge({**self.FIGURE, "sd": None, "range": [60, 140]}, 61)["verdict"], "ok")

    def test_what_is_lacking_counts_as_failed(self):
        sums = summary([judge(self.FIGURE, 100), judge(self.FIGURE, None)])
        self.assertEqual((sums["all"]["figures"], sums["all"]["passed"], sums["all"]["lacks"]), (2, 1, 1))

    def test_floors_fall_and_rise(self):
        floors = {"passed": {"all": 5}, "at_least": {"fill": 0.9}, "at_most": {"overlap": 0.02}}
        self.assertEqual(fallen(floors, floors), [])
        worse = {"passed": {"all": 4}, "at_least": {"fill": 0.89}, "at_most": {"overlap": 0.021}}
        self.assertEqual(len(fallen(floors, worse)), 3)
        self.assertEqual(raised(floors, worse), floors)
        better = {"passed": {"all": 6}, "at_least": {"fill": 0.957}, "at_most": {"overlap": 0.011}}
        self.assertEqual(raised(floors, better), {"passed": {"all": 6}, "at_least": {"fill": 0.95}, "at_most": {"overlap": 0.02}})


class Page(unittest.TestCase):
    def test_every_figure_has_a_kind_and_a_name_of_its_own(self):
        names = [(figure["kind"], name_of(figure)) for figure in published()]
        self.assertEqual(len(set(names)), len(names))
        self.assertTrue(all(kind in KINDS for kind, _ in names))

    def test_another_body_is_seen_and_rounding_is_not(self):
        page = ["| Multifidus | 280 ± 110 | 204 | yes |", "9.5 mm"]
        self.assertEqual(how_true.differences(page, ["| Multifidus | 280 ± 110 | 205 | yes |", "9.6 mm"]), [])
        self.assertEqual(len(how_true.differences(page, ["| Multifidus | 280 ± 110 | 206 | yes |", "9.8 mm"])), 2)
        self.assertEqual(len(how_true.differences(page, ["| Multifidus | 280 ± 110 | 204 | too small |", "9.5 mm"])), 1)
        self.assertEqual(len(how_true.differences(page, page[:1])), 1)


if __name__ == "__main__":
    unittest.main()
