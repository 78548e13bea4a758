// The structures by layer, with search: select, show and hide, isolate.

#include <algorithm>
#include <utility>

#include "panel_parts.h"
#include "tree_model.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

bool hidden(const Frame& frame, std::size_t structure) {
  return frame.state().hidden->contains(frame.atlas().structures[structure].id);
}

enum class Shown { none, some, all };
Shown shown(const Frame& frame, const std::vector<std::size_t>& structures) {
  const auto gone = std::count_if(structures.begin(), structures.end(), [&](std::size_t s) { return hidden(frame, s); });
  return gone == 0 ? Shown::all : gone == std::ssize(structures) ? Shown::none : Shown::some;
}

/// An eye that hides what is shown and shows what is hidden.
void eye(Frame& frame, const char* id, const std::vector<std::size_t>& structures, const std::string& place) {
  const Shown now = shown(frame, structures);
  const bool pressed = icon_button(frame.colours, now == Shown::none ? Icon::eye_closed : Icon::eye, id,
                                   now == Shown::all ? frame.say("Hide") : frame.say_in("what is hidden", "Show"), true, false);
  if (now == Shown::some)  // one of the two twins is hidden: a small dot says so
    ImGui::GetWindowDrawList()->AddCircleFilled({ImGui::GetItemRectMax().x - 4.0F * unit(), ImGui::GetItemRectMax().y - 4.0F * unit()},
                                                2.0F * unit(), packed(frame.colours.accent));
  frame.place("eye:" + place);
  if (!pressed) return;
  for (const std::size_t s : structures)
    if (hidden(frame, s) == (now != Shown::all)) frame.run(now == Shown::all ? "hide" : "show", {frame.atlas().structures[s].id});
}

/// The side's letter as a small button that selects that twin.
void side_button(Frame& frame, std::size_t structure) {
  const atlas::Structure& it = frame.atlas().structures[structure];
  const bool chosen = frame.state().selected == it.id;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 5.0F * unit());
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, chosen ? 1.0F : 0.0F);
  const FaceScope face(Face::small);
  const float side = 22.0F * unit();
  if (choice_button(frame.colours, it.id.c_str(), side_letter(frame, it.side()), chosen, side, side)) frame.run("select", {chosen ? "none" : it.id});
  ImGui::PopStyleVar(3);
  frame.place("select:" + it.id);
  tooltip(it.side() == Side::left ? frame.say("Select the left one") : frame.say("Select the right one"));
}

/// The twin on the side that is selected now, or else the right one, which the texts describe.
std::size_t twin_to_select(const Frame& frame, const TreeRow& row) {
  const Side side = side_of(frame.state().selected);
  for (const std::size_t s : row.structures)
    if (frame.atlas().structures[s].side() == side) return s;
  return row.structures.back();
}

void row_line(Frame& frame, const TreeRow& row, bool bring_into_view) {
  const std::string base = without_side(frame.atlas().structures[row.structures.front()].id);
  ImGui::PushID(base.c_str());
  const float small = 22.0F * unit(), gap = 2.0F * unit();
  const float buttons = small + gap + (row.structures.size() > 1 ? 2.0F * (small + gap) : 0.0F);
  const float width = ImGui::GetContentRegionAvail().x - buttons, wrap = std::max(width - 10.0F * unit(), 1.0F);
  ImVec2 extent;
  {
    const FaceScope face(Face::small);
    extent = text_extent(row.name, wrap);
  }
  const float height = std::max(24.0F * unit(), extent.y + 4.0F * unit());
  const bool chosen = std::any_of(row.structures.begin(), row.structures.end(),
                                  [&](std::size_t s) { return frame.atlas().structures[s].id == frame.state().selected; });

  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (ImGui::Selectable("##row", chosen, ImGuiSelectableFlags_AllowItemOverlap, {width, height})) {
    const std::string& id = frame.atlas().structures[twin_to_select(frame, row)].id;
    frame.run("select", {id});
  }
  frame.place("row:" + base);
  if (chosen && bring_into_view) ImGui::SetScrollHereY(0.4F);
  {
    const FaceScope face(Face::small);
    write_at({at.x + 6.0F * unit(), at.y + (height - extent.y) * 0.5F}, shown(frame, row.structures) == Shown::none ? frame.colours.quiet : frame.colours.text, row.name, wrap, wrap);
  }

  ImGui::SameLine(0.0F, gap);
  if (row.structures.size() > 1)
    for (const std::size_t s : row.structures) {
      side_button(frame, s);
      ImGui::SameLine(0.0F, gap);
    }
  eye(frame, "eye", row.structures, base);
  ImGui::PopID();
}

void group_node(Frame& frame, const TreeGroup& group, bool searching, bool selection_changed) {
  const std::vector<std::size_t> structures = group.structures();
  const bool holds_selection = std::any_of(structures.begin(), structures.end(),
                                           [&](std::size_t s) { return frame.atlas().structures[s].id == frame.state().selected; });
  const std::string name(name_of(group.id));
  ImGui::PushID(name.c_str());
  if (searching || (holds_selection && selection_changed)) ImGui::SetNextItemOpen(true);
  const float small = 22.0F * unit(), right = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorPos();
  bool open = false;
  {
    const FaceScope face(Face::small);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
    open = fold_within("group", title_of(frame.words, group.id), right - 2.0F * small - 8.0F * unit());
    ImGui::PopStyleVar();
  }
  frame.place("group:" + name);
  ImGui::SameLine();
  ImGui::SetCursorPos({at.x + right - 2.0F * small - 2.0F * unit(), at.y + 1.0F * unit()});
  if (icon_button(frame.colours, Icon::isolate, "isolate", frame.say("Show only these"), true, false)) {
    frame.run("show-all", {});
    for (const TreeGroup& other : tree_groups(frame.atlas(), frame.words))
      if (other.id != group.id)
        for (const std::size_t s : other.structures()) frame.run("hide", {frame.atlas().structures[s].id});
  }
  ImGui::SameLine(0.0F, 2.0F * unit());
  eye(frame, "eye", group.structures(), name);
  if (open)
    for (const TreeRow& row : group.rows)
      if (found_by(row, frame.model.search)) row_line(frame, row, selection_changed);
  ImGui::PopID();
}

}  // namespace

void search_field(Frame& frame) {
  const float clear = frame.model.search.empty() ? 0.0F : 26.0F * unit();
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - clear);
  if (frame.model.go_to_search) {
    ImGui::SetKeyboardFocusHere();
    frame.model.go_to_search = false;
  }
  const char* hint = frame.say("Search, in plain words or Latin");
  if (text_extent(hint).x + 20.0F * unit() > ImGui::GetContentRegionAvail().x - clear) hint = frame.say("Search");
  if (text_field("search", hint, frame.model.search, ImGuiInputTextFlags_AutoSelectAll)) frame.model.search_changed = true;
  frame.place("search");
  if (!frame.model.search.empty()) {
    ImGui::SameLine(0.0F, 4.0F * unit());
    if (icon_button(frame.colours, Icon::close, "clear", frame.say("Clear the search"), true, false)) {
      frame.model.search.clear();
      frame.model.search_changed = true;
    }
  }
}

void search_hits(Frame& frame) {
  const std::size_t before = frame.out.commands.size();
  tree_page(frame);
  const bool chosen = std::any_of(frame.out.commands.begin() + static_cast<std::ptrdiff_t>(before), frame.out.commands.end(),
                                  [](const state::Command& command) { return command.verb == "select"; });
  if (!chosen) return;
  frame.model.search.clear();  // what was looked for is found: its card is read next
  frame.run("tab", {"structure"});
}

void tree_page(Frame& frame) {
  const bool something_gone = !frame.state().hidden->empty() || !frame.state().isolated->empty();
  if (something_gone) {
    if (button("show-all", frame.say("Show everything again"), ImGui::GetContentRegionAvail().x)) frame.run("show-all", {});
    frame.place("show-all");
  }
  if (std::exchange(frame.model.search_changed, false)) ImGui::SetScrollY(0.0F);  // what is found is seen from its first line
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0F * unit(), 1.0F * unit()});
  const bool searching = !frame.model.search.empty();
  const bool selection_changed = frame.model.shown_selection != frame.state().selected;
  bool any = false;
  for (const TreeGroup& group : tree_groups(frame.atlas(), frame.words)) {
    if (searching && std::none_of(group.rows.begin(), group.rows.end(), [&](const TreeRow& row) { return found_by(row, frame.model.search); }))
      continue;
    any = true;
    group_node(frame, group, searching, selection_changed);
  }
  if (!any) quiet_paragraph(frame.colours, frame.say("Nothing of that name. Try a part of it, or the Latin."));
  ImGui::PopStyleVar();
}

}  // namespace dorsum::ui
