#include "lengths_across.h"

#include <algorithm>
#include <glm/common.hpp>
#include <nlohmann/json.hpp>

#include "spline.h"

namespace dorsum::sculpt {

std::vector<double> read_lengths_across(const JsonReader& figures, const char* name) {
  if (!figures.has(name)) return {0.0};
  const JsonReader reader = figures.field(name);
  std::vector<double> lengths = reader.raw().is_array() ? reader.numbers() : std::vector<double>{reader.number()};
  if (lengths.empty()) reader.fail("is empty", "give a number, or numbers from the first edge to the last");
  for (const double mm : lengths) {
    if (mm < 0.0) reader.fail("is negative", "give millimetres, 0 or more");
  }
  return lengths;
}

double length_across(const std::vector<double>& lengths, double across) {
  const std::vector<double> weights = CardinalSpline(lengths.size()).weights(std::clamp(across, 0.0, 1.0));
  double sum = 0.0;
  for (std::size_t k = 0; k < lengths.size(); ++k) sum += weights[k] * lengths[k];
  return std::max(sum, 0.0);
}

double tendon_mask(double mm, double length, double stretch) {
  if (length <= 0.0) return 0.0;
  return glm::smoothstep(0.0, 1.0, (length - mm) / stretch + 0.5);
}

}  // namespace dorsum::sculpt
