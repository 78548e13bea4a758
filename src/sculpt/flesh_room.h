#pragma once
// The room that flesh has: inside the deep fascia (the inner side of skin and fat), outside bone, outside the cage of the
// ribs. Sheets hang from the fascia; what is left beneath them is divided among the deep muscles (divide.h).

#include <vector>

#include "dorsum/core/json_reader.h"
#include "grid_field.h"
#include "levels.h"

namespace dorsum::sculpt {

/// The body-wide figures of room.json.
//   "fat_by_level"     mm of skin and fat over the flesh
//   "filled_by_level"  mm from the midline to which the room behind the spine's canal is flesh throughout
//   "canal_behind"     mm from the middle of the vertebra's body back to the middle of its canal, by level
struct RoomFigures {
  ByLevel fat;
  ByLevel filled;
  ByLevel canal;  ///< y of the canal's middle, mm
};
[[nodiscard]] RoomFigures read_room(const JsonReader& document, const Levels& levels);

/// The surface that skin and fat rest on, from the lowest to the highest level with a figure and a hand's breadth beyond;
/// closed. Recipes name it "deep-fascia".
[[nodiscard]] Result<geometry::TriangleMesh> deep_fascia(const geometry::TriangleMesh& skin, const ByLevel& fat);
inline constexpr const char* deep_fascia_id = "deep-fascia";

/// The room of the body's right half. Fields are mm, negative in the room.
struct Room {
  CellBox box;
  float midline = 0.0F;  ///< x, mm
  GridField cover;       ///< what flesh must stay under and beside: fascia, covers, the midline
  GridField bone;        ///< where bone is, which flesh may touch
  GridField free;        ///< the same, and clear of slips, of bone and of the cage
  std::vector<bool> filled;       ///< cells behind the canal that flesh fills throughout
  std::vector<bool> before_ribs;  ///< cells in front of the plane of the ribs' backs, where no muscle of the back lies
};

/// What bounds the room, by structure id; of pairs the right one.
struct Bounding {
  std::vector<std::string> bones;
  std::vector<std::string> covers;  ///< flesh that keeps its shape, beside and over what grows
  std::vector<std::string> slips;   ///< small flesh beneath it, which a seed may pass through: it will give way
};
[[nodiscard]] Room room_of(const Deeper& made, const Bounding& bounding, const RoomFigures& figures, const Levels& levels);

}  // namespace dorsum::sculpt
