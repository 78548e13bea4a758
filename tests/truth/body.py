"""A body: the meshes of an atlas and the places on them that measures start from, found from the meshes alone."""

import numpy as np

from meshes import Meshes

# Groups of structures by the beginnings of their ids.
GROUPS = {
    "trapezius": ["trapezius-"], "latissimus": ["latissimus-dorsi"], "rhomboids": ["rhomboid-"],
    "rhomboid-major": ["rhomboid-major"], "serratus-anterior": ["serratus-anterior"],
    "erector": ["iliocostalis-", "longissimus-", "spinalis-"], "iliocostalis": ["iliocostalis-"],
    "longissimus": ["longissimus-"], "multifidus": ["multifidus"],
    "transversospinal": ["multifidus", "semispinalis-", "rotator"],
    "paraspinal": ["iliocostalis-", "longissimus-", "spinalis-", "multifidus", "semispinalis-", "rotator",
                   "interspinal"],
    "ql": ["quadratus-lumborum"], "psoas": ["psoas"], "external-oblique": ["external-oblique"],
    "internal-oblique": ["internal-oblique"], "transversus": ["transversus-abdominis"], "rectus": ["rectus-abdominis"],
    "levator": ["levator-scapulae"], "infraspinatus": ["infraspinatus"], "supraspinatus": ["supraspinatus"],
    "teres-minor": ["teres-minor"], "teres-major": ["teres-major"], "subscapularis": ["subscapularis"],
    "deltoid": ["deltoid-"], "gluteus-maximus": ["gluteus-maximus"], "gluteus-medius": ["gluteus-medius"],
    "gluteus-minimus": ["gluteus-minimus"], "splenius": ["splenius-"],
    "semispinalis-capitis": ["semispinalis-capitis"],
    "serratus-posterior-superior": ["serratus-posterior-superior"],
    "serratus-posterior-inferior": ["serratus-posterior-inferior"],
    "rib": ["rib-"], "vertebra": ["vertebra-"], "scapula": ["scapula"], "fascia": ["thoracolumbar-fascia"],
    "bone": ["rib-", "vertebra-", "scapula", "sacrum", "hip-bone", "humerus", "femur", "clavicle"],
}
NO_SHEETS = ("bone", "rib", "vertebra", "scapula", "fascia", "paraspinal")  # groups whose mean thickness says nothing
LEVELS = ["C7"] + [f"T{i}" for i in range(1, 13)] + [f"L{i}" for i in range(1, 6)] + ["S1"]
SIDES = "RL"


def outward_of(side):
    """The sign of x on a side."""
    return -1 if side == "R" else 1


class Scapula:
    """One blade's own places; lateral is each vertex's distance from the midline."""

    def __init__(self, vertices, side, middle):
        self.vertices = vertices
        self.lateral = outward_of(side) * (vertices[:, 0] - middle)
        self.inferior = vertices[vertices[:, 2].argmin()]
        self.acromion = vertices[self.lateral.argmax()]
        medial = self.lateral < np.percentile(self.lateral, 30)
        self.superior = vertices[np.where(medial, vertices[:, 2], -1e9).argmax()]


class Body(Meshes):
    """disc and centre hold the middles of discs and vertebral bodies by level, spine the tips of spinous processes."""

    def __init__(self, folder):
        super().__init__(folder)
        self._find_bodies()
        self._find_spines()
        self.scapula = {side: Scapula(self.vertices("scapula." + side), side, self.middle) for side in SIDES}
        hip = self.vertices("hip-bone.R")
        self.crest = hip[hip[:, 2].argmax()]
        self.lowest_of_hip = hip[hip[:, 2].argmin()]

    def _find_bodies(self):
        """A vertebral body lies midway between the discs above and below."""
        self.disc = {k[5:]: self.vertices(k).mean(0) for k in self.ids if k.startswith("disc-")}
        downward = [f"C{i}" for i in range(2, 8)] + LEVELS[1:-1]
        self.centre = {}
        for level in LEVELS[:-1]:
            above = self.disc.get(downward[downward.index(level) - 1])
            below = self.disc.get(level)
            if above is not None and below is not None:
                self.centre[level] = (above + below) / 2
        if "L5" in self.disc and "L4" in self.disc:  # S1's body leans back; its middle is about 17 mm under the disc
            self.centre["S1"] = self.disc["L5"] + np.array([0, 9.0, -17.0])
        self.middle = np.mean([centre[0] for centre in self.centre.values()])

    def _find_spines(self):
        """The hindmost point near the midline of each vertebra."""
        self.spine = {}
        for k in self.ids:
            if k.startswith("vertebra-"):
                vertices = self.vertices(k)
                vertices = vertices[abs(vertices[:, 0] - self.middle) < 8]
                self.spine[k[9:]] = vertices[vertices[:, 1].argmax()]
        sacrum = self.vertices("sacrum")
        sacrum = sacrum[(abs(sacrum[:, 0] - self.middle) < 6) & (sacrum[:, 2] > sacrum[:, 2].max() - 45)]
        self.spine["S1"] = sacrum[sacrum[:, 1].argmax()]

    def members(self, group, side=None):
        """The structures of a group, or of the one prefix that is no group's name; with a side, its and unpaired ones."""
        prefixes = GROUPS.get(group, [group])
        found = [k for k in self.ids if any(k.startswith(prefix) for prefix in prefixes)]
        if side:
            found = [k for k in found if k.endswith("." + side) or not k.endswith((".L", ".R"))]
        return found

    def of_one_side(self, group, side):
        """The structures of a group that are a side's own."""
        return [k for k in self.members(group, side) if k.endswith("." + side)]

    def medial_border(self, height, side="R"):
        """How far the blade's medial border stands from the midline, or None where there is no blade."""
        scapula = self.scapula[side]
        near = abs(scapula.vertices[:, 2] - height) < 6
        return float(scapula.lateral[near].min()) if near.any() else None

    def height_of(self, level, at="body"):
        """The height of a level's vertebral body, disc or spine's tip."""
        return {"body": self.centre, "disc": self.disc, "spine": self.spine}[at][level][2]
