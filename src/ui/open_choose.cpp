// What to open: recent packs, and a list of files of the program's own. A dialog of the desktop would need a desktop: none of
// those in Debian runs without a portal or a toolkit of its own, takes this window's size of text, or is there at all where a
// window manager alone is.

#include <algorithm>

#include "open_box.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

using Kind = OpenAsk::Kind;

void recent_packs(Frame& frame, const OpenBox& box) {
  heading(frame.colours, frame.say("Packs"));
  const float wide = ImGui::GetContentRegionAvail().x, cross = 30.0F * unit();
  if (choice_button(frame.colours, "built-in", frame.say("The built-in body"), box.built_in_is_open, wide - cross)) ask(frame, Kind::open);
  frame.place("open:built-in");
  for (std::size_t i = 0; i < box.recent.size(); ++i) {
    const OpenBox::Recent& recent = box.recent[i];
    ImGui::PushID(static_cast<int>(i));
    const std::string words = recent.there ? recent.name : frame.words.say_filled("{name}: it is not there any more", fmt::arg("name", recent.name));
    ImGui::BeginDisabled(!recent.there);
    if (choice_button(frame.colours, "recent", elided(words, wide - cross - 16.0F * unit()), recent.is_open, wide - cross)) ask(frame, Kind::open, recent.path);
    ImGui::EndDisabled();
    frame.place(fmt::format("open:recent:{}", i));
    tooltip(recent.path);
    ImGui::SameLine(0.0F, 4.0F * unit());
    if (icon_button(frame.colours, Icon::close, "forget", frame.say("Take it out of this list; the pack itself stays where it is"), true, false)) ask(frame, Kind::forget, recent.path);
    frame.place(fmt::format("open:forget:{}", i));
    ImGui::PopID();
  }
}

void file_list(Frame& frame, const OpenBox& box) {
  ImGui::BeginChild("files", {0.0F, std::max(ImGui::GetContentRegionAvail().y - 4.0F * unit(), 160.0F * unit())}, true, ImGuiWindowFlags_NavFlattened);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0F * unit(), 3.0F * unit()});
  const auto row = [&](const std::string& name, const std::string& place) {
    const bool pressed = ImGui::Selectable(("##" + place).c_str());
    const ImVec2 at = ImGui::GetItemRectMin();
    if (ImGui::IsItemVisible()) write_at({at.x + 4.0F * unit(), at.y}, frame.colours.text, name, 0.0F, ImGui::GetItemRectSize().x);
    if (ImGui::IsItemVisible()) frame.place(place);
    return pressed;
  };
  if (!box.parent.empty() && row(frame.say("Up to the folder above"), "open:up")) ask(frame, Kind::enter, box.parent);
  const float wide = ImGui::GetContentRegionAvail().x - 8.0F * unit();
  for (const OpenBox::Entry& entry : box.entries)
    if (row(elided(entry.folder ? entry.name + "/" : entry.name, wide), "open:entry:" + entry.name)) ask(frame, Kind::enter, entry.path);
  if (!box.trouble.empty()) paragraph(frame.words.say(box.trouble), TextKind::name);
  if (box.entries.empty() && box.trouble.empty()) quiet_paragraph(frame.colours, frame.say("There is nothing here that can be opened."));
  if (box.left_out > 0)
    quiet_paragraph(frame.colours, frame.words.say_counted("{} more is not shown: write its path above.", "{} more are not shown: write their path above.", box.left_out, box.left_out));
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

}  // namespace

void choose_page(Frame& frame, OpenBox& box) {
  recent_packs(frame, box);
  heading(frame.colours, frame.say("Files and folders"));
  quiet_paragraph(frame.colours, frame.say("Packs, other people's models (glTF, OBJ, FBX, Collada, STL, PLY and others), the BodyParts3D archive (its zip or its folder), "
                                           "and files of commands. They can be dropped on the window, too."));
  ImGui::SetNextItemWidth(-1.0F);
  if (box.fresh) ImGui::SetKeyboardFocusHere();
  if (text_field("path", frame.say("Write or paste a path, then Enter"), box.typed, ImGuiInputTextFlags_EnterReturnsTrue) && !box.typed.empty()) ask(frame, Kind::enter, box.typed);
  frame.place("open:path");
  {
    const FaceScope face(Face::small);
    quiet_paragraph(frame.colours, box.folder, TextKind::name);
  }
  if (box.has_models) {
    if (button("folder", frame.say("Open this whole folder as the BodyParts3D archive"), ImGui::GetContentRegionAvail().x)) ask(frame, Kind::open, box.folder);
    frame.place("open:folder");
  }
  file_list(frame, box);
}

}  // namespace dorsum::ui
