"""What the figures are called, for people: from each figure's "how" to a line that a therapist and an anatomist understand."""

GROUP_NAMES = {
    "trapezius": "trapezius", "latissimus": "latissimus dorsi", "rhomboids": "rhomboids", "rhomboid-major": "rhomboid major",
    "serratus-anterior": "serratus anterior", "erector": "erector spinae", "iliocostalis": "iliocostalis",
    "longissimus": "longissimus", "multifidus": "multifidus",
    "transversospinal": "multifidus, rotatores and semispinalis", "paraspinal": "erector spinae with multifidus",
    "ql": "quadratus lumborum", "psoas": "psoas major", "external-oblique": "external oblique",
    "internal-oblique": "internal oblique", "transversus": "transversus abdominis", "rectus": "rectus abdominis",
    "levator": "levator scapulae", "splenius": "splenius", "semispinalis-capitis": "semispinalis capitis",
    "fascia": "thoracolumbar fascia, posterior layer", "rib": "the rib", "bone": "bone", "vertebra": "the vertebra",
    "hip-bone": "pelvis", "rib-8": "cage of bone (eighth ribs)",
}
KINDS = {  # in the page's order: title, and what is measured
    "csa": ("Muscles in cross section", "The area of one side's muscle in a horizontal section at a vertebra, as an MRI shows it."),
    "centroid": ("Where those sections lie", "The middle of the same section, from the middle of the vertebral body: this is the lever arm."),
    "thickness": ("Thickness", "How thick a muscle or a fascia is under a needle at right angles to the skin, or, as a sheet, on the whole."),
    "volume": ("Whole muscles", "One side's volume."),
    "fat": ("Skin and fat", "From the surface of the skin to the first structure under it."),
    "depth": ("How deep things lie", "From the surface of the skin inward."),
    "girth": ("The outline of the trunk", "What a tape or a caliper tells, arms apart."),
    "bone": ("Bones", "Vertebrae, blades, pelvis, and the line of the spinous processes."),
    "fill": ("No empty room", "Which share of a section between fat, spinal canal and ribs is filled by any structure: in people nearly all."),
}
SURE = {"high": "read", "medium": "recalled", "low": "reckoned"}
VERDICTS = {"ok": "yes", "low": "too small", "high": "too large", "lacks": "not there"}

_SITES = {"subscapular": "below the blade's tip", "deltoid": "over deltoid", "buttock": "over the buttock",
          "flank": "over the flank"}


def group_name(group):
    return GROUP_NAMES.get(group, group.replace("-", " "))


def capital(words):
    return words[0].upper() + words[1:]


def _site(site):
    if site["at"] == "back":
        lateral = {"half": "halfway to the blade", "border": "beside the blade's edge"}.get(
            site["lateral"], f"{site['lateral']} mm from the midline")
        return f"at {site['level']}, {lateral}"
    if site["at"] == "over":
        return f"over {group_name(site['group'])}"
    return _SITES[site["at"]]


def _vertebra(how, part):
    return f"{part} of {how['level']}, {how['what']}"


def name_of(figure):
    """A figure's name on the page."""
    how = figure.get("how")
    if not how:
        return capital(figure["id"].split(".", 1)[-1].replace("-", " ").replace(".", ", "))
    kind = how["m"]
    if kind == "csa":
        return capital(f"{group_name(how['group'])} at {how['level']}" + (" (through the disc)" if how.get("at") == "disc" else ""))
    if kind in ("lateral", "posterior"):
        where = {"lateral": "from the midline", "posterior": "behind the body's middle"}[kind]
        return capital(f"{group_name(how['group'])} at {how['level']}, {where}")
    if kind == "volume":
        return capital(group_name(how["group"]))
    if kind == "thick2va":
        return capital(f"{group_name(how['group'])}, mean of the sheet")
    if kind == "thick":
        site = how["site"]
        if site["at"] == "over" and site["group"] == how["group"]:
            return capital(f"{group_name(how['group'])}, at its thickest")
        return capital(f"{group_name(how['group'])} {_site(site)}")
    if kind == "fat":
        return capital(_site(how["site"]))
    if kind == "depth":
        return capital(f"skin to {group_name(how['group'])} {_site(how['site'])}")
    if kind == "spinous":
        return f"Skin to the spinous process of {how['level']}"
    if kind == "epidural":
        return f"Skin to the epidural space at {how['level']}"
    if kind in ("girth", "breadth", "sagittal"):
        height = {"chest": "chest", "waist": "waist", "buttock": "hips"}[how["z"]]
        return capital(f"{height}, {dict(girth='girth', breadth='breadth', sagittal='depth')[kind]}")
    if kind == "body":
        return capital(_vertebra(how, "body"))
    if kind == "canal":
        return capital(_vertebra(how, "canal"))
    if kind == "line":
        if how["what"] == "length":
            return "Along the spinous processes, C7 to the posterior iliac spine"
        return f"Share of that line down to {how['level']}"
    if kind == "extent":
        return capital(f"{group_name(how['group'])}, breadth")
    if kind == "fill":
        return f"At {how['level']}"
    return {"scapula-length": "Scapula, superior to inferior angle", "scapula-spine": "Scapula, length of its spine",
            "scapula-thin": "Scapula, thickness beside the medial border", "humeral-head": "Humerus, diameter of its head"}[how["what"]]
