// What a model holds, and which structure each thing is.

#include <algorithm>
#include <sstream>

#include "dorsum/core/letters.h"
#include "dorsum/sentences/structures.h"
#include "open_box.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

using Kind = OpenAsk::Kind;

/// Whether a text holds every word that is looked for.
bool has_words(std::string_view text, const std::string& wanted) {
  const std::string small = in_small_letters(text);
  std::istringstream words(in_small_letters(wanted));
  for (std::string word; words >> word;)
    if (small.find(word) == std::string::npos) return false;
  return true;
}

/// Whether a name or an id begins with the first word that is looked for.
bool begins_with_word(std::string_view name, std::string_view id, const std::string& wanted) {
  std::string word;
  std::istringstream(in_small_letters(wanted)) >> word;
  return in_small_letters(name).starts_with(word) || id.starts_with(word);
}

std::string name_of_structure(const Frame& frame, const OpenBox::StructureName& structure) {
  return sentences::sided_name(frame.words, structure.name, side_of(structure.id));
}

std::string name_of_id(const Frame& frame, const OpenBox& box, const std::string& id) {
  const auto found = std::find_if(box.structures.begin(), box.structures.end(), [&](const OpenBox::StructureName& each) { return each.id == id; });
  return found == box.structures.end() ? id : name_of_structure(frame, *found);
}

/// The list of structures over a row, with a field to search it; Enter takes the first.
void structure_list(Frame& frame, OpenBox& box) {
  ImGui::SetNextWindowSize({380.0F * unit(), std::min(420.0F * unit(), ImGui::GetMainViewport()->Size.y * 0.7F)});
  if (!ImGui::BeginPopup("structures")) {
    box.choosing.reset();  // a click beside it
    return;
  }
  OpenBox::Object& object = box.objects[*box.choosing];
  bool chosen = false;
  const auto choose = [&](const std::string& id) {
    object.structure = id;
    object.guessed = false;
    chosen = true;
  };
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1.0F);
  const bool enter = text_field("structure", frame.say("Search the structures"), box.structure_search, ImGuiInputTextFlags_EnterReturnsTrue);
  frame.place("open:structure-search");
  ImGui::BeginChild("list", {0.0F, 0.0F}, false, ImGuiWindowFlags_NavFlattened);
  const auto row = [&](const std::string& words, const std::string& id) {
    const bool pressed = ImGui::Selectable(("##" + id).c_str(), object.structure == id);
    if (!ImGui::IsItemVisible()) return pressed;
    frame.place("open:structure:" + id);
    const ImVec2 at = ImGui::GetItemRectMin();
    const float wide = ImGui::GetItemRectSize().x - 8.0F * unit();
    write_at({at.x + 4.0F * unit(), at.y}, id.empty() ? frame.colours.quiet : frame.colours.text, elided(words, wide), 0.0F, wide);
    tooltip(id);
    return pressed;
  };
  if (box.structure_search.empty() && row(frame.say("Leave it out"), "")) choose("");
  bool first = true;
  for (const bool begins : {true, false}) {  // those first that begin with what is looked for
    for (const OpenBox::StructureName& each : box.structures) {
      const std::string words = name_of_structure(frame, each);
      if (!has_words(words + " " + each.id, box.structure_search) || begins_with_word(words, each.id, box.structure_search) != begins) continue;
      if (row(words, each.id) || (enter && first && !box.structure_search.empty())) choose(each.id);
      first = false;
    }
  }
  if (first) quiet_paragraph(frame.colours, frame.say("Nothing of that name. Try a part of it, or the Latin."));
  ImGui::EndChild();
  if (chosen || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    box.choosing.reset();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

void object_row(Frame& frame, OpenBox& box, std::size_t number) {
  OpenBox::Object& object = box.objects[number];
  const bool left_out = object.structure.empty();
  ImGui::PushID(static_cast<int>(number));
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  const float wide = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float line_height = ImGui::GetTextLineHeight();
  ImGui::Dummy({wide, 2.0F * line_height + 4.0F * unit()});
  const std::string path = elided(object.path, wide);
  write_at(at, left_out ? frame.colours.quiet : frame.colours.text, path, 0.0F, wide);
  if (path != object.path) tooltip(object.path);
  {
    const FaceScope face(Face::small);
    const std::string size = frame.words.say_filled("{triangles} triangles, {x:.3g} x {y:.3g} x {z:.3g} mm", fmt::arg("triangles", object.triangles), fmt::arg("x", object.size.x),
                                                    fmt::arg("y", object.size.y), fmt::arg("z", object.size.z));
    write_at({at.x, at.y + line_height + 2.0F * unit()}, frame.colours.quiet, elided(size, wide), 0.0F, wide);
  }
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string name = left_out ? std::string(frame.say("left out"))
                           : object.guessed ? frame.words.say_filled("perhaps {structure}", fmt::arg("structure", name_of_id(frame, box, object.structure)))
                                            : name_of_id(frame, box, object.structure);
  ImGui::PushStyleColor(ImGuiCol_Text, left_out ? frame.colours.quiet : frame.colours.text);
  const bool pressed = button("is", elided(name, room - 12.0F * unit()), room);
  ImGui::PopStyleColor();
  frame.place("open:object:" + object.path);
  tooltip(left_out ? frame.say("Choose which structure this is") : object.structure.c_str());
  if (pressed) {
    box.choosing = number;
    box.structure_search.clear();
    ImGui::OpenPopup("structures");
  }
  if (box.choosing == number) structure_list(frame, box);
  ImGui::PopID();
}

void object_table(Frame& frame, OpenBox& box, float height) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < box.objects.size(); ++i) {
    // The one that is being chosen for stays, whatever is chosen.
    const bool wanted = has_words(box.objects[i].path, box.object_search) && (!box.only_left_out || box.objects[i].structure.empty());
    if (wanted || box.choosing == i) shown.push_back(i);
  }
  ImGui::PushStyleColor(ImGuiCol_TableBorderLight, frame.colours.line);
  const bool seen = ImGui::BeginTable("objects", 2, ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_PadOuterX, {0.0F, height});
  ImGui::PopStyleColor();
  if (!seen) return;
  ImGui::TableSetupColumn("object", 0, 0.55F);
  ImGui::TableSetupColumn("structure", 0, 0.45F);
  ImGuiListClipper clipper;  // a file may hold thousands
  clipper.Begin(static_cast<int>(shown.size()));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) object_row(frame, box, shown[static_cast<std::size_t>(i)]);
  ImGui::EndTable();
}

}  // namespace

void objects_page(Frame& frame, OpenBox& box) {
  quiet_paragraph(frame.colours, box.file, TextKind::name);
  const auto left_out = static_cast<std::size_t>(std::count_if(box.objects.begin(), box.objects.end(), [](const OpenBox::Object& each) { return each.structure.empty(); }));
  const std::size_t taken = box.objects.size() - left_out;
  paragraph(frame.words.say_counted("{taken} of {all} thing in it becomes a structure of the body.", "{taken} of {all} things in it become structures of the body.", box.objects.size(),
                                    fmt::arg("taken", taken), fmt::arg("all", box.objects.size())) +
            (left_out == 0 ? std::string() : std::string(" ").append(frame.words.say_counted("{} is left out.", "{} are left out.", left_out, left_out))));
  quiet_paragraph(frame.colours, frame.say("Each line has a suggestion by its id or its name. Click it to choose another, or to leave it out."));

  const float half = (ImGui::GetContentRegionAvail().x - 8.0F * unit()) * 0.5F;
  ImGui::SetNextItemWidth(half);
  if (box.fresh) ImGui::SetKeyboardFocusHere();
  static_cast<void>(text_field("objects", frame.say("Search the names in the file"), box.object_search));
  frame.place("open:object-search");
  ImGui::SameLine(0.0F, 8.0F * unit());
  if (toggle(frame.colours, "left-out", box.only_left_out, frame.say("Only what is left out"))) box.only_left_out = !box.only_left_out;
  frame.place("open:left-out");

  const char *const make = frame.say("Make a pack of it"), *const leave = frame.say("Cancel");
  const float width = std::min(240.0F * unit(), half), foot = button_height({make, leave}, width) + 10.0F * unit();
  object_table(frame, box, std::max(ImGui::GetContentRegionAvail().y - foot - 8.0F * unit(), 120.0F * unit()));
  ImGui::BeginDisabled(taken == 0);
  if (button("make", make, width)) ask(frame, Kind::make_pack);
  ImGui::EndDisabled();
  frame.place("open:make");
  ImGui::SameLine(0.0F, 8.0F * unit());
  if (button("leave", leave, width)) ask(frame, Kind::leave);
  frame.place("open:leave");
}

void question_page(Frame& frame, OpenBox& box) {
  quiet_paragraph(frame.colours, box.file, TextKind::name);
  constexpr std::size_t most_told = 6;  // the answers stay in sight beneath
  const std::size_t told = std::min(most_told, box.contradictions.size()), more = box.contradictions.size() - told;
  for (std::size_t i = 0; i < told; ++i) bullet(frame.colours, box.contradictions[i], TextKind::name);
  if (more > 0) quiet_paragraph(frame.colours, frame.words.say_counted("and {} more thing like these", "and {} more things like these", more, more));
  const auto unit_read = fmt::arg("unit", box.read_unit), up = fmt::arg("up", box.read_up), front = fmt::arg("front", box.read_front);
  quiet_paragraph(frame.colours, box.said_by_file ? frame.words.say_filled("It was read as the file says: lengths in {unit}, {up} points up, the face looks along {front}.", unit_read, up, front)
                                                  : frame.words.say_filled("The file does not say how it lies. It was read so: lengths in {unit}, {up} points up, the face looks along {front}.",
                                                                           unit_read, up, front));
  heading(frame.colours, frame.say("How should it be read?"));
  const float wide = ImGui::GetContentRegionAvail().x;
  if (box.fresh) ImGui::SetKeyboardFocusHere();
  for (std::size_t i = 0; i < box.ways.size(); ++i) {
    const OpenBox::Way& way = box.ways[i];
    std::string words;
    const auto add = [&words](const std::string& said) { words += (words.empty() ? "" : "\n") + said; };
    if (!way.unit.empty()) add(frame.words.say_filled("Its lengths are in {unit}: make everything {times:.4g} times as large.", fmt::arg("unit", way.unit), fmt::arg("times", way.times)));
    if (!way.up.empty()) add(frame.words.say_filled("In this file {} points up: stand the body up.", way.up));
    if (!way.front.empty()) add(frame.words.say_filled("In this file the face looks along {}: turn the body round.", way.front));
    if (way.mirror) add(frame.say("Left and right are interchanged in this file: put each on its own side."));
    ImGui::PushID(static_cast<int>(i));
    if (button("way", words, wide)) ask(frame, Kind::answer, {}, i);
    ImGui::PopID();
    frame.place(fmt::format("open:way:{}", i));
  }
  if (button("keep", frame.say("It is right as it is: keep it so."), wide)) ask(frame, Kind::answer, {}, box.ways.size());
  frame.place("open:keep");
  ImGui::Dummy({0.0F, 6.0F * unit()});
  const char *const back = frame.say("Back to the list"), *const leave = frame.say("Cancel");
  const float width = std::min(200.0F * unit(), (wide - 8.0F * unit()) * 0.5F), height = button_height({back, leave}, width);
  if (button("back", back, width, height)) ask(frame, Kind::to_objects);
  frame.place("open:back");
  ImGui::SameLine(0.0F, 8.0F * unit());
  if (button("leave", leave, width, height)) ask(frame, Kind::leave);
  frame.place("open:leave");
}

}  // namespace dorsum::ui
