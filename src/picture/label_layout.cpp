#include "label_layout.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace dorsum::picture {
namespace {

using Order = std::vector<std::size_t>;

float cross(glm::vec2 a, glm::vec2 b) { return a.x * b.y - a.y * b.x; }

float height_of(const Order& order, const std::vector<LabelWish>& wishes, const LabelColumn& column) {
  float height = 0.0F;
  for (const std::size_t i : order) height += wishes[i].height + column.gap;
  return height - (order.empty() ? 0.0F : column.gap);
}

/// Each as near to its anchor's height as those above and below let it.
std::vector<LabelPlace> stacked(const Order& order, const std::vector<LabelWish>& wishes, const LabelColumn& column) {
  std::vector<LabelPlace> places;
  // Names that touch form a block, which stands where its members want to be on average.
  struct Block {
    float wanted = 0.0F, height = 0.0F;  ///< sum of the tops that members want of the block; its height
    std::size_t count = 0;
    float top = 0.0F;
  };
  std::vector<Block> blocks;
  const auto settle = [&column](Block& block) {
    block.top = std::clamp(block.wanted / static_cast<float>(block.count), column.top, std::max(column.top, column.bottom - block.height));
  };
  for (const std::size_t i : order) {
    Block block{wishes[i].anchor.y - wishes[i].height * 0.5F, wishes[i].height, 1, 0.0F};
    settle(block);
    while (!blocks.empty() && blocks.back().top + blocks.back().height + column.gap > block.top) {
      const Block above = blocks.back();
      blocks.pop_back();
      const float shift = above.height + column.gap;
      block.wanted = above.wanted + block.wanted - shift * static_cast<float>(block.count);
      block.height += shift;
      block.count += above.count;
      settle(block);
    }
    blocks.push_back(block);
  }
  std::size_t next = 0;
  for (const Block& block : blocks) {
    float top = block.top;
    for (std::size_t k = 0; k < block.count; ++k, ++next) {
      places.push_back({order[next], top + wishes[order[next]].height * 0.5F});
      top += wishes[order[next]].height + column.gap;
    }
  }
  return places;
}

std::optional<std::pair<std::size_t, std::size_t>> first_crossing(const std::vector<LabelPlace>& places,
                                                                  const std::vector<LabelWish>& wishes, const LabelColumn& column) {
  for (std::size_t a = 0; a < places.size(); ++a) {
    for (std::size_t b = a + 1; b < places.size(); ++b) {
      if (leaders_cross({column.edge, places[a].middle}, wishes[places[a].wish].anchor, {column.edge, places[b].middle},
                        wishes[places[b].wish].anchor)) {
        return std::pair{a, b};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

bool leaders_cross(glm::vec2 edge_a, glm::vec2 anchor_a, glm::vec2 edge_b, glm::vec2 anchor_b) {
  const auto parts = [](glm::vec2 from, glm::vec2 to, glm::vec2 p, glm::vec2 q) {
    return cross(to - from, p - from) * cross(to - from, q - from) < 0.0F;
  };
  return parts(edge_a, anchor_a, edge_b, anchor_b) && parts(edge_b, anchor_b, edge_a, anchor_a);
}

std::vector<LabelPlace> lay_out(const std::vector<LabelWish>& wishes, const LabelColumn& column) {
  Order order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto heavier = [&wishes](std::size_t a, std::size_t b) {
    const LabelWish &x = wishes[a], &y = wishes[b];
    return std::tie(y.weight, x.anchor.y, x.anchor.x) < std::tie(x.weight, y.anchor.y, y.anchor.x);
  };
  std::sort(order.begin(), order.end(), heavier);
  if (order.size() > column.most) order.resize(column.most);
  while (!order.empty() && height_of(order, wishes, column) > column.bottom - column.top) order.pop_back();

  const auto higher = [&wishes](std::size_t a, std::size_t b) {
    const LabelWish &x = wishes[a], &y = wishes[b];
    return std::tie(x.anchor.y, x.anchor.x) < std::tie(y.anchor.y, y.anchor.x);
  };
  std::sort(order.begin(), order.end(), higher);
  std::vector<LabelPlace> places = stacked(order, wishes, column);
  // Two that cross change places: that shortens both leaders, so it comes to an end. Names of unequal height
  // move others on the way; where that goes on too long, the lighter of the two goes.
  std::size_t patience = order.size() * order.size();
  for (auto crossing = first_crossing(places, wishes, column); crossing; crossing = first_crossing(places, wishes, column)) {
    const auto [a, b] = *crossing;
    if (patience > 0) {
      --patience;
      std::swap(order[a], order[b]);
    } else {
      order.erase(order.begin() + static_cast<std::ptrdiff_t>(heavier(order[a], order[b]) ? b : a));
    }
    places = stacked(order, wishes, column);
  }
  return places;
}

}  // namespace dorsum::picture
