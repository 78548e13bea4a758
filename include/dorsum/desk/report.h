#pragma once
// The report of an open window: JSON that is true to what the window shows whenever nothing is left to move, be the
// picture fine yet or not, for scripts and tests that work beside it (`dorsum view --report FILE`).

#include <string>
#include <vector>

#include "dorsum/answers/answers.h"
#include "dorsum/drawing/label.h"
#include "dorsum/state/session.h"
#include "dorsum/ui/panels.h"

namespace dorsum::desk {

struct News {
  const state::Session& session;
  const ui::PanelModel& model;
  const std::vector<ui::Place>& places;
  const std::vector<ui::DrawnText>& texts;
  ui::Rectangle picture;             ///< window points
  const std::vector<drawing::Label>& labels;
  const answers::Answers& answers;
  unsigned long frames = 0;          ///< window frames drawn since it opened
  unsigned long pictures = 0;        ///< of these, with the body drawn anew, not only refined
  bool fine = false;                 ///< whether the picture is of high quality by now; a light one comes first
  bool rests = false;                ///< whether no frame is due before something happens: the picture has all its samples, too
  const std::vector<std::string>& gl_errors;
};

[[nodiscard]] std::string report_text(const News& news);

}  // namespace dorsum::desk
