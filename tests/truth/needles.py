"""Needles into a body, at right angles to its skin."""

import numpy as np

from body import outward_of
from sections import Y

FAR = 400  # mm: outside every body
LONGEST = 170  # mm: what lies deeper is the other side of the body
ROUND_ABOUT = 18  # mm: the skin whose mean normal a needle goes against


def line_of_sight(body, sections, site, side):
    """A point outside and a direction that look at a site of the skin; None where the body lacks what it goes by."""
    sign = float(outward_of(side))
    kind = site["at"]
    if kind == "back":  # seen from behind, so far from the midline at a level
        height = body.height_of(site["level"], site.get("ref", "spine")) + site.get("dz", 0)
        lateral = site["lateral"]
        if lateral == "half":  # between midline and blade
            lateral = body.medial_border(height, side) / 2
        elif lateral == "border":  # just beside the blade
            lateral = body.medial_border(height, side) - 12
        return np.array([body.middle + sign * lateral, FAR, height]), np.array([0, -1.0, 0])
    if kind == "subscapular":  # where skin folds are taken, below the inferior angle
        angle = body.scapula[side].inferior
        return np.array([angle[0] + sign * 14, FAR, angle[2] - 14]), np.array([0, -1.0, 0])
    if kind == "upper-trapezius":  # midway from C7 to the acromion, from above and behind
        direction = -np.array([0, 0.5, 0.87])
        return (body.spine["C7"] + body.scapula[side].acromion) / 2 - 300 * direction, direction
    if kind == "deltoid":  # 50 below the acromion, from the side
        below = body.scapula[side].acromion + np.array([0, 0, -50.0])
        return below + np.array([sign * 300, 0, 0]), np.array([-sign, 0, 0])
    if kind == "flank":  # 15 above the crest, from the side
        height = (body.crest + np.array([0, 0, 15.0]))[2]
        y = float(Y[sections.of_trunk(height)].mean())
        return np.array([body.middle + sign * FAR, y, height]), np.array([-sign, 0, 0])
    if kind == "buttock":  # a share of the way up the hip bone
        height = body.lowest_of_hip[2] + site["up"] * (body.crest[2] - body.lowest_of_hip[2])
        return np.array([body.middle + sign * site["lateral"], FAR, height]), np.array([0, -1.0, 0])
    raise ValueError(f"no site is called {kind}")


def over_the_middle(body, site, side):
    """From the nearest skin through the middle of a muscle."""
    muscle = body.of_one_side(site["group"], side)
    if not muscle:
        return None
    middle = np.vstack([body.vertices(k) for k in muscle]).mean(0)
    skin = body.vertices("skin")
    point = skin[((skin - middle) ** 2).sum(1).argmin()]
    direction = (middle - point) / np.linalg.norm(middle - point)
    return point - 1e-3 * direction, direction


def entry(body, sections, site, side):
    """Where a needle goes in at a site, and its direction; None where the site isn't."""
    if site["at"] == "over":
        return over_the_middle(body, site, side)
    eye, look = line_of_sight(body, sections, site, side)
    distance, structure, _ = body.hits(eye, look)
    distance = distance[structure == body.ids.index("skin")]
    if not len(distance):
        return None
    point = eye + look * distance.min()
    vertices, triangles = body.mesh["skin"]
    corners = vertices[triangles]
    middles = corners.mean(1)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) * body.outward["skin"]
    near = ((middles - point) ** 2).sum(1) < ROUND_ABOUT ** 2
    near &= normals @ look < 0  # not the far side of a fold
    normal = normals[near].sum(0)
    if not normal.any():  # a coarse skin: the way we looked
        return point, look / np.linalg.norm(look)
    return point, -normal / np.linalg.norm(normal)


def needle(body, sections, site, side="R"):
    """{structure: [(in, out), ...]} in mm from the skin, for all that a needle passes through."""
    found = entry(body, sections, site, side)
    if found is None:
        return {}
    point, direction = found
    distance, structure, along = body.hits(point + direction * 1e-3, direction)
    passed = {}
    for i in set(structure):
        name = body.ids[i]
        if name == "skin":
            continue
        own = structure == i
        distances, signs = distance[own], along[own] * body.outward[name]
        inside, start, runs = 0, None, []
        order = distances.argsort()
        for at, sign in zip(distances[order], signs[order]):
            inside -= int(sign)  # against the normal: in
            if inside == 1 and sign < 0:
                start = at
            elif inside == 0 and start is not None:
                if at > 0:
                    runs.append((max(start, 0.0), at))
                start = None
        runs = [run for run in runs if run[1] < LONGEST]
        if runs:
            passed[name] = runs
    return passed
