#include "dorsum/imports/told.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <nlohmann/json.hpp>

namespace dorsum::imports {

Result<StatedFrame> stated_frame(const std::string& unit, const std::string& up, const std::string& front, bool mirror) {
  StatedFrame frame;
  if (!unit.empty()) frame.mm = millimetres_in(unit == "in" ? "inch" : unit);
  const auto axis = [](const char* option, const std::string& text, std::optional<Axis>& into) -> Result<void> {
    if (text.empty()) return {};
    into = axis_named(text);
    if (into) return {};
    return wrong_usage(fmt::format("{}: \"{}\" is no axis", option, text), "write +X, -X, +Y, -Y, +Z or -Z");
  };
  if (const auto good = axis("--up", up, frame.up); !good) return Failure(good.error());
  if (const auto good = axis("--front", front, frame.front); !good) return Failure(good.error());
  if (frame.up && frame.front && frame.up->index == frame.front->index) {
    return wrong_usage(fmt::format("--up {} and --front {} lie along one line", up, front), "name two different axes");
  }
  frame.mirrored = mirror;
  return frame;
}

std::string text_of(const Listed& listed) {
  std::string text = fmt::format("{} objects; unit {}, {} up, {} in front ({}); size and place in mm, +X the body's left, +Y posterior, +Z up\n\n",
                                 listed.objects.size(), name_of_unit(listed.frame.mm), name_of(listed.frame.up), name_of(listed.frame.front),
                                 listed.frame_is_stated ? "as said" : "assumed: the file does not say");
  const auto into = std::back_inserter(text);
  for (const ListedObject& object : listed.objects) {
    const glm::vec3 size = object.bounds.high - object.bounds.low, middle = 0.5F * (object.bounds.low + object.bounds.high);
    fmt::format_to(into, "{}\n    {} triangles, {:.4g} x {:.4g} x {:.4g} at {:.4g}, {:.4g}, {:.4g}", object.path, object.triangles, size.x, size.y,
                   size.z, middle.x, middle.y, middle.z);
    if (!object.ids.empty()) fmt::format_to(into, ", {}", fmt::join(object.ids, " "));
    if (!object.structure.empty()) fmt::format_to(into, "; {} {}", object.guessed ? "perhaps" : "probably", object.structure);
    text += '\n';
  }
  return text;
}

std::string json_of(const Listed& listed) {
  using OrderedJson = nlohmann::ordered_json;
  const auto numbers = [](glm::vec3 v) { return OrderedJson::array({v.x, v.y, v.z}); };
  OrderedJson objects = OrderedJson::array();
  for (const ListedObject& object : listed.objects) {
    OrderedJson entry{{"name", object.name},
                      {"path", object.path},
                      {"triangles", object.triangles},
                      {"bounds", {numbers(object.bounds.low), numbers(object.bounds.high)}},
                      {"ids", object.ids}};
    if (!object.structure.empty()) entry["structure"] = object.structure;
    if (object.guessed) entry["guessed"] = true;
    objects.push_back(std::move(entry));
  }
  const OrderedJson document{{"objects", std::move(objects)},
                             {"frame",
                              {{"unit", name_of_unit(listed.frame.mm)},
                               {"up", name_of(listed.frame.up)},
                               {"front", name_of(listed.frame.front)},
                               {"mirrored", listed.frame.mirrored},
                               {"stated", listed.frame_is_stated}}},
                             {"notes", listed.notes}};
  return document.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string summary_of(const Imported& imported) {
  std::size_t triangles = 0;
  for (const geometry::TriangleMesh& mesh : imported.meshes) triangles += mesh.triangles.size();
  return fmt::format("{} structures from {} of {} files, {} triangles, {} landmarks", imported.meshes.size(), imported.files_read, imported.files_seen,
                     triangles, imported.atlas.landmarks.size());
}

std::string lacking_of(const Imported& imported) {
  const auto& lacking = imported.atlas.lacking;
  return lacking.empty() ? "" : fmt::format("{} structures are lacking: {}\n", lacking.size(), fmt::join(lacking, ", "));
}

}  // namespace dorsum::imports
