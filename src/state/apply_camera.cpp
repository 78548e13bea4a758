#include <cmath>
#include <glm/trigonometric.hpp>

#include "apply.h"
#include "framing.h"
#include "lookup.h"

namespace dorsum::state {
namespace {

constexpr float focus_margin = 1.3F;  // room around a structure, so that one sees where it lies

Camera panned(Camera camera, float right, float up) {
  const float height = 2.0F * camera.distance * std::tan(0.5F * glm::radians(camera.field_of_view));
  const PictureAxes axes = axes_of(camera);
  camera.target -= height * (right * axes.right + up * axes.up);
  return camera;
}

}  // namespace

std::optional<Lens> lens_of(const Arguments& arguments) {
  if (arguments[0] == "off") return std::nullopt;
  return Lens{{number_of(arguments[1]), number_of(arguments[2]), number_of(arguments[3])}, number_of(arguments[4]), number_of(arguments[5])};
}

Result<void> apply_to_camera(State& state, const Command& command, const body::Body& body) {
  const Arguments& arguments = command.arguments;
  Camera camera = state.camera;
  if (command.verb == "view") {
    camera = named_view(camera, arguments[0], body).value_or(camera);
  } else if (command.verb == "focus") {
    const Result<std::vector<std::size_t>> found = find_structures(body, arguments[0]);
    if (!found) return Failure(found.error());
    camera = framed(camera, bounds_of_structures(body, *found), focus_margin);
  } else if (command.verb == "orbit") {
    camera.azimuth += number_of(arguments[0]);
    camera.elevation += number_of(arguments[1]);
  } else if (command.verb == "pan") {
    camera = panned(camera, number_of(arguments[0]), number_of(arguments[1]));
  } else if (command.verb == "zoom") {
    camera.distance /= number_of(arguments[0]);
  } else if (command.verb == "projection") {
    camera.orthographic = arguments[0] == "orthographic";
  } else if (command.verb == "lens") {
    state.lens = lens_of(arguments);
  } else if (command.verb == "camera") {
    camera.azimuth = number_of(arguments[0]);
    camera.elevation = number_of(arguments[1]);
    camera.target = {number_of(arguments[2]), number_of(arguments[3]), number_of(arguments[4])};
    camera.distance = number_of(arguments[5]);
  }
  state.camera = within_limits(camera, body);
  return {};
}

}  // namespace dorsum::state
