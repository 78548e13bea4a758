// The column's head: the program's name, and what is done to all of it at once.

#include <algorithm>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

/// One of the row's buttons: behind the one before it, or where the next line begins. True when it was pressed.
class Tools {
 public:
  Tools(Frame& frame, float name_width) : frame_(frame), left_(name_width) {}
  bool operator()(Icon icon, const char* id, std::string_view words, bool enabled = true) {
    const float side = 30.0F * unit(), gap = 4.0F * unit();
    if (first_ && left_ > 0.0F) ImGui::SetCursorPosX(left_);
    if (!first_ && ImGui::GetItemRectMax().x + gap + side <= ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x + 1.0F) ImGui::SameLine(0.0F, gap);
    first_ = false;
    const bool pressed = icon_button(frame_.colours, icon, id, words, enabled);
    frame_.place(std::string("button:") + id);
    return pressed;
  }

 private:
  Frame& frame_;
  float left_;
  bool first_ = true;
};

}  // namespace

void toolbar(Frame& frame) {
  const ImVec2 corner = ImGui::GetCursorPos();
  const float side = 30.0F * unit(), gap = 4.0F * unit(), count = frame.model.open != nullptr ? 6.0F : 5.0F;
  const float left = ImGui::GetWindowContentRegionMax().x - count * side - (count - 1.0F) * gap;
  bool named = false;
  {
    // With large text in a narrow column the buttons need the name's room; the window's title bar has it, too.
    const FaceScope face(Face::title);
    named = corner.x + ImGui::CalcTextSize("Dorsum").x + gap <= left;
    if (named) {
      ImGui::SetCursorPosY(corner.y + 2.0F * unit());
      line("Dorsum", TextKind::name);
    }
  }
  ImGui::SetCursorPos(corner);
  Tools tool(frame, named ? left : 0.0F);
  frame.out.undo |= tool(Icon::undo, "undo", frame.with_keys(frame.say("Undo"), {chord_of(KeyAction::undo)}), frame.session.can_undo());
  frame.out.redo |= tool(Icon::redo, "redo", frame.with_keys(frame.say("Redo"), {chord_of(KeyAction::redo)}), frame.session.can_redo());
  if (frame.model.open != nullptr && tool(Icon::open, "open", frame.with_keys(frame.say("Open a pack, a model or a file of commands"), {chord_of(KeyAction::open_file)})))
    frame.out.open = OpenAsk{};
  const bool light = frame.state().theme == state::Theme::light;
  if (tool(light ? Icon::moon : Icon::sun, "theme", frame.with_keys(light ? frame.say("Dark") : frame.say("Light"), {chord_of("theme light|dark")})))
    frame.run("theme", {light ? "dark" : "light"});
  if (tool(Icon::keys, "keys", frame.with_keys(frame.say("Keys"), {chord_of("dialog keys")}))) frame.run("dialog", {"keys"});
  if (tool(Icon::about, "about", frame.say("About Dorsum, credits and licences"))) frame.run("dialog", {"about"});
}

}  // namespace dorsum::ui
