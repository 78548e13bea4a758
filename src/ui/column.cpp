// The column beside the picture: tools and search, then one page at a time, by what one is doing. What the search finds
// stands in the page's place while there are words in it.

#include <array>

#include "dorsum/core/to_say.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

using Tab = state::Panels::Tab;

struct Page {
  Tab tab;
  const char* word;   ///< the command's, `tab WORD`
  const char* label;
  const char* meaning;
  void (*draw)(Frame& frame);
};

/// In the order of their keys.
constexpr std::array pages{Page{Tab::structure, "structure", to_say("Explore"), to_say("About the structure that is selected"), card_panel},
                           Page{Tab::pain, "pain", to_say("Where it hurts"), to_say("From pain to the trigger points that could send it"), pain_panel},
                           Page{Tab::massage, "massage", to_say("Massage"), to_say("What hands do: strokes on the skin, and where not to press"), massage_page},
                           Page{Tab::motion, "motion", to_say("Move"), to_say("Bend, turn and raise: which muscles do it"), motion_page},
                           Page{Tab::view, "view", to_say("Section & view"), to_say("Cut through the body, look from elsewhere, choose what is shown"), view_page},
                           Page{Tab::list, "list", to_say("Structures"), to_say("All structures, by layer: choose, hide and show"), tree_page}};

void page_tabs(Frame& frame) {
  std::array<const char*, pages.size()> labels{};
  for (std::size_t i = 0; i < pages.size(); ++i) labels[i] = frame.say(pages[i].label);
  const FaceScope face(Face::small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
  constexpr std::size_t count = pages.size();
  const ButtonGrid grid = button_grid(labels, {count, (count + 1) / 2, (count + 2) / 3, 1});  // in rows of like length
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Page& page = pages[i];
    grid.place(i);
    if (choice_button(frame.colours, page.word, labels[i], frame.state().panels.tab == page.tab, grid.size.x, grid.size.y)) frame.run("tab", {page.word});
    frame.place(std::string("page:") + page.word);
    tooltip(frame.with_keys(frame.say(page.meaning), {chord_of(std::string("tab ") + page.word)}));
  }
  ImGui::PopStyleVar();
}

void open_page(Frame& frame) {
  if (!frame.model.search.empty()) return search_hits(frame);
  for (const Page& page : pages)
    if (page.tab == frame.state().panels.tab) page.draw(frame);
}

}  // namespace

void column(Frame& frame) {
  const float top = ImGui::GetCursorPosY();
  toolbar(frame);
  search_field(frame);
  page_tabs(frame);
  ImGui::Dummy({0.0F, 2.0F * unit()});
  // The head stays while the page scrolls, where it leaves the page its room; else both scroll together.
  const float head = ImGui::GetCursorPosY() - top, room = ImGui::GetContentRegionAvail().y;
  if (room < 0.8F * head) return open_page(frame);
  ImGui::BeginChild("page", {0.0F, 0.0F}, false, ImGuiWindowFlags_NavFlattened);
  open_page(frame);
  ImGui::EndChild();
}

}  // namespace dorsum::ui
