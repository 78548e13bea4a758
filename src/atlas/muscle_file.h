#pragma once
// One file assets/content/muscles/<muscle>.json: the facts of a muscle and its trigger points.

#include "checked_object.h"
#include "dorsum/atlas/content.h"

namespace dorsum::atlas {

using Sources = std::map<std::string, Source, std::less<>>;
using Regions = std::map<std::string, std::string, std::less<>>;

struct MuscleFile {
  MuscleFacts facts;
  std::vector<TriggerPoint> trigger_points;
};

/// What a muscle file leans on: the common lists it may cite from.
struct MuscleContext {
  const Regions& regions;
  const Sources& sources;
};

[[nodiscard]] MuscleFile read_muscle_file(const CheckedObject& file, const MuscleContext& context);

// Pieces that several readers share.
[[nodiscard]] Face read_face(const CheckedObject& object);
/// `shape`, `anchors`, `radius_mm` and `face`.
void read_skin_area(const CheckedObject& object, SkinArea& area);
[[nodiscard]] std::vector<Source> read_cited(const CheckedObject& object, const Sources& known);
[[nodiscard]] std::vector<std::string> read_formulas(const CheckedObject& object, std::string_view key);
[[nodiscard]] std::vector<TriggerPoint> read_trigger_points(const CheckedObject& file, const MuscleFacts& muscle,
                                                            const MuscleContext& context);

}  // namespace dorsum::atlas
