#include "dorsum/picture/side_by_side.h"

#include "dorsum/core/assert.h"

namespace dorsum::picture {

std::vector<state::State> pictures_of(const state::State& state) {
  if (!state.compared) return {state};
  std::vector<state::State> states;
  for (const std::string& point : {state.compared->first, state.compared->second}) {
    states.push_back(state);
    states.back().compared.reset();
    states.back().triggers = state::Ids{point};
    states.back().zones = true;
    states.back().candidates = 0;
  }
  return states;
}

drawing::Viewport part_of(int width, int height, std::size_t count, std::size_t which) {
  assert(which < count);
  const int parts = static_cast<int>(count), place = static_cast<int>(which);
  const int left = width * place / parts;
  return {.width = width * (place + 1) / parts - left, .height = height, .left = left};
}

}  // namespace dorsum::picture
