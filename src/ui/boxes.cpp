// The boxes in the middle of the window: the safety note, about and credits, the keys.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dorsum/core/to_say.h"
#include "dorsum/ui/keys.h"
#include "modal.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

using Dialog = state::Panels::Dialog;

/// Stands open while the state says so; its cross and Esc say that it should not.
bool begin_box(Frame& frame, const char* id, std::string_view title, Dialog which, float wide) {
  bool closes = false;
  const bool seen = begin_modal(frame, id, title, frame.state().panels.dialog == which, wide, closes);
  if (closes) frame.run("dialog", {"none"});
  return seen;
}

void end_box(Frame& frame, Dialog which) {
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) frame.run("dialog", {"none"});
  const bool closes = std::any_of(frame.out.commands.begin(), frame.out.commands.end(), [](const state::Command& command) { return command.verb == "dialog"; });
  end_modal(!closes && frame.state().panels.dialog == which);
}

void semibold_line(std::string_view words) {
  ImGui::Dummy({0.0F, 4.0F * unit()});
  const FaceScope face(Face::semibold);
  paragraph(words);
}

struct Library {
  const char* name;
  const char* use;
  const char* licence;
};
constexpr std::array<Library, 17> libraries{{{"GLFW", to_say("window and input"), "zlib"},
                                             {"Dear ImGui", to_say("panels"), "MIT"},
                                             {"glad", to_say("OpenGL loader"), "MIT"},
                                             {"GLM", to_say("vectors and matrices"), "MIT"},
                                             {"Assimp", to_say("reading meshes"), "BSD-3-Clause"},
                                             {"stb", to_say("images"), "MIT or public domain"},
                                             {"nlohmann-json", to_say("JSON"), "MIT"},
                                             {"CLI11", to_say("command line"), "BSD-3-Clause"},
                                             {"UTF8-CPP", to_say("letters of text"), "BSL-1.0"},
                                             {"fmt", to_say("text"), "MIT"},
                                             {"expected", to_say("results (Sy Brand's tl::expected)"), "CC0"},
                                             {"meshoptimizer", to_say("levels of detail"), "MIT"},
                                             {"Eigen", to_say("sparse solvers"), "MPL-2.0"},
                                             {"Embree", to_say("rays and closest points"), "Apache-2.0"},
                                             {"OpenVDB", to_say("implicit surfaces"), "MPL-2.0"},
                                             {"oneTBB", to_say("parallel loops"), "Apache-2.0"},
                                             {"Inter", to_say("typeface"), "OFL-1.1"}}};

void library_table(const Frame& frame) {
  const Palette& colours = frame.colours;
  if (!ImGui::BeginTable("libraries", 3, ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_BordersInnerH)) return;
  ImGui::TableSetupColumn("name", 0, 0.25F);
  ImGui::TableSetupColumn("use", 0, 0.45F);
  ImGui::TableSetupColumn("licence", 0, 0.3F);
  for (const Library& library : libraries) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(library.name, TextKind::name);
    ImGui::TableNextColumn();
    quiet_paragraph(colours, frame.say(library.use));
    ImGui::TableNextColumn();
    quiet_paragraph(colours, library.licence, TextKind::name);
  }
  ImGui::EndTable();
}

/// A key drawn as a key cap.
void key_cap(const Palette& colours, std::string_view chord) {
  const FaceScope face(Face::small);
  const ImVec2 extent = ImGui::CalcTextSize(chord.data(), chord.data() + chord.size());
  const ImVec2 pad{7.0F * unit(), 3.0F * unit()}, low = ImGui::GetCursorScreenPos();
  const ImVec2 high{low.x + std::max(extent.x + 2 * pad.x, 26.0F * unit()), low.y + extent.y + 2 * pad.y};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(low, high, packed(colours.hover), 5.0F * unit());
  list->AddRect(low, high, packed(colours.line), 5.0F * unit());
  list->AddText({(low.x + high.x - extent.x) * 0.5F, low.y + pad.y}, packed(colours.text), chord.data(), chord.data() + chord.size());  // no words
  ImGui::Dummy({high.x - low.x, high.y - low.y});
}

}  // namespace

void safety_box(Frame& frame) {
  if (!begin_box(frame, "safety", frame.say("Before you press on anything"), Dialog::safety, 720.0F)) return;
  const atlas::SafetyNote& note = frame.body().content().safety;
  paragraph(frame.of_atlas(note.short_form));
  for (const atlas::SafetyNote::Group& group : note.groups) {
    semibold_line(frame.of_atlas(group.title));
    for (const std::string& each : group.lines) bullet(frame.colours, frame.of_atlas(each));
  }
  ImGui::Dummy({0.0F, 4.0F * unit()});
  if (!note.sources.empty() && fold("sources", frame.say("Sources"))) {
    const FaceScope face(Face::small);
    for (const atlas::Source& source : note.sources)
      bullet(frame.colours, fmt::format("{}  {}{}{}", source.key, source.title, source.url.empty() ? "" : "\n", source.url), TextKind::name);
  }
  end_box(frame, Dialog::safety);
}

void about_box(Frame& frame) {
  if (!begin_box(frame, "about", frame.say("About Dorsum"), Dialog::about, 640.0F)) return;
  paragraph(frame.say("An interactive atlas of the human back: four layers of muscle, the trigger points in them, and where on the "
                      "skin people often feel their pain. For learning; it does not diagnose."));
  semibold_line(frame.say("The body you see"));
  paragraph(frame.of_atlas(frame.atlas().name));
  quiet_paragraph(frame.colours, frame.of_atlas(frame.atlas().provenance));
  fact(frame.colours, frame.say("Licence of this body"), frame.of_atlas(frame.atlas().licence));
  if (const std::size_t lacking = frame.atlas().lacking.size(); lacking > 0)
    fact(frame.colours, frame.say("What this pack lacks"),
         frame.words.say_counted("{} structure of the atlas's list has no mesh in it.", "{} structures of the atlas's list have no mesh in it.", lacking, lacking));
  if (const std::vector<Saying> warnings = frame.body().warnings(); !warnings.empty()) {
    ImGui::Dummy({0.0F, 2.0F * unit()});
    if (fold("not-placed", frame.say("What could not be placed on this body")))
      for (const Saying& each : warnings) bullet(frame.colours, frame.words.say(each));
  }
  semibold_line(frame.say("Credits"));
  paragraph(frame.say("BodyParts3D, (c) The Database Center for Life Science, licensed under Creative Commons Attribution-ShareAlike: "
            "figures of the built-in atlas were measured on it, and its own files can be opened here. Other figures come from "
            "published measurements of people."));
  quiet_paragraph(frame.colours, "Mitsuhashi and others, BodyParts3D: 3D structure database for anatomical concepts, "
                                 "Nucleic Acids Research 2009, 37: D782.", TextKind::name);
  semibold_line(frame.say("Licences"));
  paragraph(frame.say("The program: MIT. The built-in atlas: Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0)."));
  semibold_line(frame.say("Libraries"));
  library_table(frame);
  end_box(frame, Dialog::about);
}

void keys_box(Frame& frame) {
  if (!begin_box(frame, "keys", frame.say("Keys"), Dialog::keys, 900.0F)) return;
  // Two columns where both fit: what is done to the body, then what is shown and the program itself.
  const bool columns = ImGui::GetContentRegionAvail().x > 760.0F * unit() && ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingStretchSame);
  if (columns) ImGui::TableNextColumn();
  std::string_view group;
  for (const KeyBinding& binding : key_bindings()) {
    if (binding.group != group) {
      group = binding.group;
      if (columns && group == "Show and hide") ImGui::TableNextColumn();
      semibold_line(frame.say(binding.group));
    }
    const ImVec2 at = ImGui::GetCursorPos();
    key_cap(frame.colours, binding.chord);
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + 112.0F * unit(), at.y + 2.0F * unit()});
    paragraph(frame.say(binding.meaning));
    ImGui::SetCursorPos({at.x, std::max(below, ImGui::GetCursorPosY()) - 3.0F * unit()});
  }
  if (columns) ImGui::EndTable();
  end_box(frame, Dialog::keys);
}

}  // namespace dorsum::ui
