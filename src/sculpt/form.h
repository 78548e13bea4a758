#pragma once
// A form is one way of turning named figures into a surface: a tube, a sheet, a union of solids, the skin.
// A recipe names its form; form.cpp maps names to the functions declared here. Each form has a file of its own.
//
// A recipe file:
//   {"id": "rib-6",            a structure id without its side; midline structures as they are
//    "mirror_x": -1.4,         when present: figures describe the right side, the left is their mirror image about x = mirror_x
//    "form": "solids",
//    "fits": true,          optional: whether the figures can be carried to an imported body's own bones; absent: as the form says
//    "order": 3,            optional: among recipes of one folder the smaller is sculpted first (muscles: deepest first; organs: those
//                       that stay where they are)
//    "measured_on": "BodyParts3D 4.0, FJ3344" (or another source),
//    "figures": {...}}         what the form needs, each figure named so that an anatomist knows what it is

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "implicit.h"

namespace dorsum::sculpt {

/// What was sculpted before, by structure id: forms that rest on deeper structures look here.
using Deeper = std::map<std::string, geometry::TriangleMesh>;

/// What a shape becomes when it grows into the room around it (grow.h); empty where it keeps its shape.
using Growth = std::function<Solid(const Solid& shape)>;

/// Every form has this shape. Failures of the figures go to the reader (JsonReader::fail); a form that
/// can't make a surface of good figures says so in its Result.
using Form = Result<geometry::TriangleMesh> (*)(const JsonReader& figures, const Deeper& deeper);

/// A form whose shape can grow has a second one.
using GrownForm = Result<geometry::TriangleMesh> (*)(const JsonReader& figures, const Deeper& deeper, const Growth& growth);

Result<geometry::TriangleMesh> sculpt_solids(const JsonReader& figures, const Deeper& deeper);  // solids.cpp: smooth union of capsules, plates, tubes (bones)
Result<geometry::TriangleMesh> sculpt_vertebra(const JsonReader& figures, const Deeper& deeper);  // vertebra.cpp: body, arch and processes of C2 to L5
Result<geometry::TriangleMesh> sculpt_scapula(const JsonReader& figures, const Deeper& deeper);  // scapula.cpp: blade, spine, acromion, glenoid, coracoid
Result<geometry::TriangleMesh> sculpt_sheet(const JsonReader& figures, const Deeper& deeper);   // sheet.cpp: grid mid-surface with thickness (flat muscles)
Result<geometry::TriangleMesh> sculpt_cord(const JsonReader& figures, const Deeper& deeper);    // cord.cpp: lofted sections (cord muscles, columns of slips)
Result<geometry::TriangleMesh> sculpt_between_bones(const JsonReader& figures, const Deeper& deeper);  // between_bones.cpp: rows of sheets or spindles from bone to bone
Result<geometry::TriangleMesh> sculpt_nerve(const JsonReader& figures, const Deeper& deeper);   // nerve.cpp: courses among bones and muscles
Result<geometry::TriangleMesh> sculpt_skin(const JsonReader& figures, const Deeper& deeper);    // skin.cpp: stations of trunk and arms, head, hands
Result<geometry::TriangleMesh> sculpt_grown_sheet(const JsonReader& figures, const Deeper& deeper, const Growth& growth);
Result<geometry::TriangleMesh> sculpt_grown_cord(const JsonReader& figures, const Deeper& deeper, const Growth& growth);

/// The form of that name, or null.
[[nodiscard]] Form form_named(std::string_view name);

/// The growing form of that name, or null.
[[nodiscard]] GrownForm grown_form_named(std::string_view name);

/// Whether a form's figures can be carried to another body (fit.h): its points are moved with the landmarks, and what it
/// rests on is found there. Bones and the skin stand on their own measures and can't.
[[nodiscard]] bool form_fits(std::string_view name);

/// All names, for messages: "solids, sheet, ...".
[[nodiscard]] std::string form_names();

}  // namespace dorsum::sculpt
