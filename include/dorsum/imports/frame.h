#pragma once
// How a file's numbers lie to the body: unit, which axis points up, which way the front looks, and whether the file's
// frame is left-handed. The body's own frame is millimetres, +X the body's left, +Y posterior, +Z superior.

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace dorsum::imports {

/// One of a file's six directions.
struct Axis {
  int index = 0;  ///< 0 X, 1 Y, 2 Z
  int sign = 1;
  bool operator==(const Axis&) const = default;
};

[[nodiscard]] std::optional<Axis> axis_named(std::string_view text);  ///< "+X", "-z", "Y"
[[nodiscard]] std::string name_of(Axis axis);                         ///< "+X"

/// Millimetres in "mm", "cm", "m" or "in" and the words that files use for them; none for another word.
[[nodiscard]] std::optional<float> millimetres_in(std::string_view unit);
[[nodiscard]] std::string name_of_unit(float millimetres);  ///< "m"; "2.5 mm" for one that has no name

struct Frame {
  float mm = 1.0F;       ///< millimetres in one of the file's units
  Axis up{2, 1};         ///< superior
  Axis front{1, -1};     ///< where the face looks; never along `up`
  bool mirrored = false;  ///< left and right change places, too
};

/// From the file's numbers to the body's millimetres.
[[nodiscard]] glm::mat3 matrix_of(const Frame& frame);

/// What somebody says of a frame: a file of itself, or a user of a file.
struct StatedFrame {
  std::optional<float> mm;
  std::optional<Axis> up, front;
  bool mirrored = false;
  [[nodiscard]] bool says_axes() const { return up || front || mirrored; }
};

/// `base` with what is stated in its place. Where only one of up and front is stated and the other lies along it,
/// the other becomes the one that goes with it by custom (+Y up: front +Z; +Z up: front -Y).
[[nodiscard]] Frame with(Frame base, const StatedFrame& stated);

/// What has to be stated over `read` to make it `wanted`.
[[nodiscard]] StatedFrame change_between(const Frame& read, const Frame& wanted);

/// As options of `dorsum import model`: "--unit m --up +Y --mirror".
[[nodiscard]] std::string options_of(const StatedFrame& stated);

/// What text at a file's start says of it, as 3D Slicer ("SPACE=RAS") and exporters ("units: m", "UNIT=mm",
/// "Y up", "Bounds(mm)") write it.
[[nodiscard]] StatedFrame stated_in(std::string_view comments);

}  // namespace dorsum::imports
