// The box in which files are opened: its frame, and the pages that only tell something.

#include "open_box.h"

#include <algorithm>

#include "modal.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

using Kind = OpenAsk::Kind;

void working_page(Frame& frame, const OpenBox& box) {
  quiet_paragraph(frame.colours, box.file, TextKind::name);
  ImGui::Dummy({0.0F, 10.0F * unit()});
  ImGui::ProgressBar(std::clamp(box.done, 0.0F, 1.0F), {-1.0F, 8.0F * unit()}, "");
  paragraph(box.stops ? std::string(frame.say("Stopping ..."))
                      : frame.words.say_filled("{what}  {percent:.0f} %", fmt::arg("what", frame.say(box.what.c_str())), fmt::arg("percent", 100.0F * std::clamp(box.done, 0.0F, 1.0F))));
  ImGui::Dummy({0.0F, 10.0F * unit()});
  ImGui::BeginDisabled(box.stops);
  if (button("stop", frame.say("Cancel"), 160.0F * unit())) ask(frame, Kind::leave);
  ImGui::EndDisabled();
  frame.place("open:stop");
  quiet_paragraph(frame.colours, frame.say("Cancel leaves nothing behind."));
}

void done_page(Frame& frame, const OpenBox& box) {
  // What is told may be long; the button stays in sight beneath it.
  const float foot = ImGui::GetFrameHeight() + 12.0F * unit();
  ImGui::BeginChild("told", {0.0F, std::max(ImGui::GetContentRegionAvail().y - foot, 60.0F * unit())}, false, ImGuiWindowFlags_NavFlattened);
  paragraph(box.summary, TextKind::name);  // told in English wherever it comes from, as all that is told of people's own files
  if (box.lacking > 0)
    paragraph(frame.words.say_counted("{} structure of the atlas's list has no mesh in it.", "{} structures of the atlas's list have no mesh in it.", box.lacking, box.lacking));
  if (!box.notes.empty() || box.more_notes > 0) {
    heading(frame.colours, frame.say("What to know of it"));
    for (const std::string& note : box.notes) bullet(frame.colours, note, TextKind::name);
    if (box.more_notes > 0) quiet_paragraph(frame.colours, frame.words.say_counted("{} more line, a detail, stands in the pack.", "{} more lines, details, stand in the pack.", box.more_notes, box.more_notes));
  }
  heading(frame.colours, frame.say("Where it is kept"));
  paragraph(box.pack, TextKind::name);
  if (!box.command.empty()) {
    heading(frame.colours, frame.say("The same again from the command line"));
    paragraph(box.command, TextKind::name);
    if (button("copy", frame.say("Copy this line"), 200.0F * unit())) ImGui::SetClipboardText(box.command.c_str());
    frame.place("open:copy");
  }
  ImGui::EndChild();
  if (box.fresh) ImGui::SetKeyboardFocusHere();
  if (button("leave", frame.say("Look at it"), 200.0F * unit())) ask(frame, Kind::leave);
  frame.place("open:leave");
}

void trouble_page(Frame& frame, const OpenBox& box) {
  {
    const FaceScope face(Face::semibold);
    paragraph(box.file, TextKind::name);
  }
  fact(frame.colours, frame.say("What is wrong"), frame.words.say(box.trouble));
  fact(frame.colours, frame.say("What to do"), frame.words.say(box.remedy));
  ImGui::Dummy({0.0F, 10.0F * unit()});
  const char *const other = frame.say("Open something else"), *const on = frame.say("Go on without it");
  const float width = std::min(230.0F * unit(), (ImGui::GetContentRegionAvail().x - 8.0F * unit()) * 0.5F), height = button_height({other, on}, width);
  if (box.fresh) ImGui::SetKeyboardFocusHere();
  if (button("leave", on, width, height)) ask(frame, Kind::leave);
  frame.place("open:leave");
  ImGui::SameLine(0.0F, 8.0F * unit());
  if (button("choose", other, width, height)) ask(frame, Kind::choose);
  frame.place("open:choose");
}

const char* title_of(const Frame& frame, OpenBox::Page page) {
  using enum OpenBox::Page;
  switch (page) {
    case closed: break;
    case choose: return frame.say("Open");
    case working: return frame.say("Opening");
    case objects: return frame.say("What is what in this file?");
    case question: return frame.say("This can't lie so in a body");
    case done: return frame.say("It is open, and kept as a pack");
    case trouble: return frame.say("This could not be opened");
  }
  return "";
}

}  // namespace

void open_box(Frame& frame) {
  if (frame.model.open == nullptr) return;
  OpenBox& box = *frame.model.open;
  // One box at a time, and this one is about something that has just happened.
  if (box.stands() && frame.state().panels.dialog != state::Panels::Dialog::none) frame.run("dialog", {"none"});
  const bool chose = box.choosing.has_value();
  bool closes = false;
  using enum OpenBox::Page;
  if (!begin_modal(frame, "open", title_of(frame, box.page), box.stands(), box.page == objects ? 900.0F : 680.0F, closes)) return;
  switch (box.page) {
    case closed: break;
    case choose: choose_page(frame, box); break;
    case working: working_page(frame, box); break;
    case objects: objects_page(frame, box); break;
    case question: question_page(frame, box); break;
    case done: done_page(frame, box); break;
    case trouble: trouble_page(frame, box); break;
  }
  box.fresh = false;
  if (closes || (!chose && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))) ask(frame, Kind::leave);
  end_modal(box.stands());
}

}  // namespace dorsum::ui
