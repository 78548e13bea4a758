// The desk's first half: what the mouse and the keys did, as commands.

#include <fmt/format.h>

#include <glm/geometric.hpp>

#include "dorsum/desk/desk.h"
#include "dorsum/picture/pick.h"
#include "dorsum/state/state_script.h"

namespace dorsum::desk {

void Desk::follow_events() {
  for (const InputEvent& event : input_.take()) follow(event);
  paint();
  for (const auto& command : {hand_.take_drag(session_.state().camera, viewport_), hand_.take_swipe(session_.state().camera, viewport_)})
    if (command) run_command(*command, 0, true);
  // Apart from the others: it reads the camera that they have moved.
  if (auto command = hand_.take_zoom(session_.state().camera, viewport_)) run_command(*command, 0, true);
  if (lens_.held()) hold_lens_at_pointer();
}

void Desk::follow(const InputEvent& event) {
  const glm::vec2 pixel = picture_pixel(event.at);
  const bool free = in_picture(event.at) && !claims_.pointer;
  switch (event.kind) {
    case InputEvent::Kind::press:
      if (free) follow_press(event, pixel);
      break;
    case InputEvent::Kind::move:
      brush_.move(pixel);
      hand_.move(pixel);
      break;
    case InputEvent::Kind::scroll:
      if (free) follow_scroll(event, pixel);
      break;
    case InputEvent::Kind::release: follow_release(event, pixel); break;
    case InputEvent::Kind::chord: follow_chord(event.chord); break;
    case InputEvent::Kind::drop: follow_drop(event.paths); break;
    case InputEvent::Kind::let_go:
      if (const ui::KeyBinding* key = ui::binding_of(event.chord); lens_.held() && key != nullptr && key->action == ui::KeyAction::lens) {
        lens_.let_go();
        run_command({"lens", {"off"}});
      }
      break;
  }
}

void Desk::follow_press(const InputEvent& event, glm::vec2 pixel) {
  const bool paints = session_.state().brush.on && event.button == MouseButton::left && !event.shift && !hand_.holding();
  if (paints && brush_.press(pixel, session_.state(), stance(), viewport_, ++model_.gestures)) {
    paint();
  } else {
    stop_flight();
    hand_.press(event.button, pixel, event.shift);
  }
}

void Desk::follow_scroll(const InputEvent& event, glm::vec2 pixel) {
  if (lens_.held()) {
    lens_.resize(event.scroll.y);
  } else if (over_skin(pixel)) {
    run_command(resized_by(session_.state().brush, event.scroll.y));
  } else {
    stop_flight();
    hand_.scroll(event.scroll, pixel, event.shift);
  }
}

void Desk::follow_release(const InputEvent& event, glm::vec2 pixel) {
  if (brush_.holding() && event.button == MouseButton::left) {
    brush_.move(pixel);
    paint();
    brush_.release();
    return;
  }
  hand_.move(pixel);
  // The drag so far belongs before what a click may do.
  if (auto command = hand_.take_drag(session_.state().camera, viewport_)) run_command(*command, 0, true);
  if (auto where = hand_.release(event.button, pixel, clock_())) click(*where);
}

void Desk::paint() {
  for (const state::Command& dab : brush_.take(session_.state(), stance(), viewport_)) run_command(dab, brush_.gesture());
}

/// Whether the wheel is the brush's here; beside the body it stays the camera's.
bool Desk::over_skin(glm::vec2 pixel) {
  return session_.state().brush.on && skin_under(pixel, session_.state(), stance(), viewport_).has_value();
}

void Desk::play_show() {
  if (!session_.state().panels.slow_show) {
    next_step_ = 0.0;  // when it begins again, it begins at once
    return;
  }
  if (clock_() < next_step_) return;
  run_command({"step", {"next"}});
  run_command({"card", {"points"}});
  if (session_.state().triggers->size() == 1) run_command({"point", {without_side(*session_.state().triggers->begin())}});
  next_step_ = clock_() + show_pace;
}

void Desk::click(const Hand::Click& where) {
  const state::State& state = session_.state();
  if (where.twice) {
    if (!state.selected.empty()) run_command({"focus", {state.selected}});
    return;
  }
  if (auto marker = picture::pick_marker(scenes_[pointed_], viewport_, where.at, marker_reach * glass_.pixels_per_point)) {
    const bool on = state.triggers->contains(*marker);
    const int gesture = ++model_.gestures;
    run_command({"trigger", {*marker, on ? "off" : "on"}}, gesture);
    if (!on && state.stroke && massage::check(session_.body(), {state.stroke->technique, {}, *marker, {}})) run_command({"stroke", {state.stroke->technique, "on", *marker}}, gesture);
    const body::PlacedTrigger* placed = session_.body().trigger(*marker);
    if (on || placed == nullptr) return;
    // The card turns to the point that was switched on.
    run_command({"select", {session_.body().atlas().structures[placed->structure()].id}}, gesture);
    run_command({"card", {"points"}}, gesture);
    run_command({"point", {session_.body().content().trigger_points[placed->point].id}}, gesture);
    model_.next_zone = 0;
    return;
  }
  if (const auto name = picture::pick_label(scenes_[pointed_], where.at)) {
    run_command({"select", {session_.body().atlas().structures[*name].id}});
    return;
  }
  const auto found = pick_at(where.at, shown_);
  if (found && lay_at(*found)) return;
  run_command({"select", {found ? session_.body().atlas().structures[found->structure].id : "none"}});
}

/// With a technique chosen that goes by fibres, a click on a muscle lays it there. Whether it did.
bool Desk::lay_at(const picture::Pick& pick) {
  const state::State& state = session_.state();
  const atlas::Structure& structure = session_.body().atlas().structures[pick.structure];
  if (!state.stroke || structure.kind != atlas::Kind::muscle) return false;
  const massage::Order order{state.stroke->technique, {}, structure.id, {}};
  if (!massage::check(session_.body(), order)) return false;
  const int gesture = ++model_.gestures;
  run_command({"select", {structure.id}}, gesture);
  run_command({"stroke", {order.technique, "on", structure.id, "at", pick.place.rest}}, gesture);
  return true;
}

/// The probe goes in at the skin under the pointer, or, where the pointer is elsewhere, in the middle of the picture.
void Desk::place_probe() {
  if (session_.state().probe) {
    run_command({"probe", {"off"}});
    return;
  }
  const glm::vec2 middle(static_cast<float>(viewport_.width) * 0.5F, static_cast<float>(viewport_.height) * 0.5F);
  const glm::vec2 pixel = in_picture(input_.pointer()) ? picture_pixel(input_.pointer()) : middle;
  // What is peeled off is there for the probe, and nothing is drawn apart.
  state::State closed = shown_;
  closed.depth = {};
  closed.explode = 0.0F;
  closed.lens.reset();
  if (const auto found = pick_at(pixel, closed)) {
    run_command({"probe", {"at", found->place.rest}});
  } else {
    model_.message = words_.say("Point at the body first: the probe goes in where the pointer is.");
  }
}

/// The hand takes the camera over where it is.
void Desk::stop_flight() {
  const state::Camera here = motion_.shown(clock_()).camera;
  if (here == session_.state().camera) return;
  run_command(picture::look_through(here), 0, true);
}

void Desk::hold_lens_at_pointer() {
  if (!in_picture(input_.pointer())) return;
  // Without the lens: its centre stays on the outer surface, however deep it opens.
  state::State around = shown_;
  around.lens.reset();
  if (const auto found = pick_at(picture_pixel(input_.pointer()), around)) {
    const state::Command command{"lens", {"at", found->place.rest, lens_.radius(), lens_.depth()}};
    const auto& lens = session_.state().lens;
    const bool same = lens && glm::distance(lens->centre.rest, found->place.rest) < 0.1F && lens->radius == lens_.radius() && lens->depth == lens_.depth();
    if (!same) run_command(command, 0, true);
  } else if (session_.state().lens) {
    run_command({"lens", {"off"}});
  }
}

void Desk::follow_chord(const std::string& chord) {
  const ui::KeyBinding* binding = ui::binding_of(chord);
  if (binding == nullptr) return;
  using enum ui::KeyAction;
  const bool window_key = binding->action == next_panel || binding->action == quit || binding->command == "dialog safety";
  const bool box = session_.state().panels.dialog != state::Panels::Dialog::none || (model_.open != nullptr && model_.open->stands());
  if (box) {  // it has the keyboard
    if (binding->action != quit) return;
  } else if (claims_.typing && !window_key) {
    return;
  }
  // In a panel the arrows go from control to control.
  const bool arrow = chord == "Left" || chord == "Right" || chord == "Up" || chord == "Down";
  if (arrow && model_.pane != ui::Pane::figure) return;
  if (lens_.held() && lens_.deepen(chord)) return;
  act(*binding);
}

void Desk::act(const ui::KeyBinding& binding) {
  using enum ui::KeyAction;
  switch (binding.action) {
    case lens: lens_.take(); break;
    case probe: place_probe(); break;
    case undo: session_.undo(); break;
    case redo: session_.redo(); break;
    case next_panel:
      run_command({"panels", {"on"}});
      model_.go_to_pane = model_.pane == ui::Pane::figure   ? ui::Pane::column
                          : model_.pane == ui::Pane::column ? ui::Pane::depth
                                                            : ui::Pane::figure;
      break;
    case search:
      run_command({"panels", {"on"}});
      model_.go_to_search = true;
      break;
    case open_file:
      if (opener_ != nullptr) opener_->follow({});  // what can be opened
      break;
    case save_picture: keep_picture(); break;
    case copy_state: copy_as_commands(); break;
    case reload:
      if (errands_.read_again) errands_.read_again();
      break;
    case quit:
      if (errands_.close) errands_.close();
      break;
    case leave:
      if (model_.pane != ui::Pane::figure) {
        model_.go_to_pane = ui::Pane::figure;
        break;
      }
      if (!model_.message.empty()) {
        model_.message.clear();
        break;
      }
      [[fallthrough]];
    case command:
      if (const auto text = ui::command_text(binding, session_.state())) {
        if (auto parsed = state::parse_command(*text)) {
          if (parsed->verb == "tab") run_command({"panels", {"on"}});  // a page that is asked for is seen
          run_command(*parsed);
        } else
          model_.message = words_.say(parsed.error().saying());
      } else {
        model_.message = words_.say("Select a structure first: click it, or find it in the list.");
      }
      break;
  }
  input_.stir();
}

void Desk::keep_picture() {
  if (!errands_.keep_picture) return;
  const int width = viewport_.width * static_cast<int>(scenes_.size());
  const auto kept = errands_.keep_picture(session_.state(), session_.body(), {.width = width, .height = viewport_.height});
  model_.message = kept ? words_.say_filled("The picture is saved as {}", *kept) : words_.say(kept.error().saying());
}

void Desk::copy_as_commands() {
  if (!errands_.copy) return;
  const std::string script = state::script_of(session_.state(), session_.body());
  errands_.copy(script);
  model_.message = words_.say_filled("Copied what you see as commands: {}", script);
}

}  // namespace dorsum::desk
