#include "dorsum/desk/desk.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "dorsum/picture/hands.h"
#include "dorsum/picture/side_by_side.h"

namespace dorsum::desk {
namespace {

constexpr double rest_before_refining = 0.18;  ///< seconds
constexpr double pulse_period = 2.6, pulse_frame = 1.0 / 12.0;  ///< seconds: as a breath in rest
constexpr double flowing_frame = 1.0 / 30.0;   ///< seconds between frames while only the arrows along fibres move
constexpr double between_reports = 0.2;        ///< seconds, while something flows

/// How bright zones glow at a time: never out, seldom full.
float glow_at(double seconds) {
  return 0.66F + 0.34F * static_cast<float>(std::cos(seconds * 2.0 * 3.14159265358979 / pulse_period));
}

}  // namespace

state::State first_state(const body::Body& body) {
  state::State state = state::first_state(body);
  state.markers = state::Markers::all;
  state.legend = true;
  return state;
}

Desk::Desk(state::Session& session, Easel& easel, Panels& panels, Input& input, Clock clock, Errands errands)
    : session_(session),
      easel_(easel),
      panels_(panels),
      input_(input),
      clock_(std::move(clock)),
      errands_(std::move(errands)),
      motion_(session_.state()),
      shown_(session_.state()) {
  easel_.take(session_.shared_body());
}

void Desk::speak(words::Catalogue words, bool tell_texts) {
  words_ = std::move(words);
  model_.tell_texts = tell_texts;
}

void Desk::begin_with(std::string_view script) {
  if (auto done = session_.run(script); !done)
    model_.message = words_.say_filled("None of --run's commands was followed. {}\nSee: dorsum commands", words_.say(done.error().saying()));
  motion_ = picture::Motion(session_.state());  // what one begins with is there at once
  shown_ = session_.state();
}

Result<Frame> Desk::frame(const Glass& glass) {
  receive();
  play_show();
  bind_for_motions();
  if (const bool fills = session_.state().panels.full_screen; fills != fills_screen_ && errands_.fill_screen) {
    fills_screen_ = fills;
    errands_.fill_screen(fills);
  }
  if (input_.take_stirred()) frames_due_ = 2;
  const double before = clock_();
  const bool moves = motion_.on_the_way(before) || motion_.flows() || hands_move();
  const bool pulse = glows() && before >= pulse_at_;
  if (frames_due_ == 0 && !refines() && !pulse && !moves) return Frame{};
  if (!glass.is_seen()) return Frame{};  // what is due is drawn when it is seen again
  if (auto drawn = draw_frame(glass); !drawn) return Failure(drawn.error());
  frames_due_ = input_.take_stirred() ? 2 : std::max(0, frames_due_ - 1);
  const double now = clock_();
  const bool rests = frames_due_ == 0 && !motion_.on_the_way(now);
  const bool flows = (motion_.flows() || hands_move()) && now - reported_at_ > between_reports && !motion_.on_the_way(now);
  return Frame{.drawn = true, .settled = rests || flows};
}

double Desk::due() const {
  const double now = clock_();
  if (frames_due_ > 0 || motion_.on_the_way(now)) return now;
  double due = std::numeric_limits<double>::infinity();
  if (coarse_ && !in_hand()) due = std::min(due, refine_at_);
  if (glows()) due = std::min(due, pulse_at_);
  if (motion_.flows() || hands_move()) due = std::min(due, now + flowing_frame);
  if (session_.state().panels.slow_show) due = std::min(due, next_step_);
  return due;
}

// What the hands have done meanwhile comes first.
bool Desk::refines() const { return coarse_ && !in_hand() && !input_.for_panels().waiting() && clock_() >= refine_at_; }

bool Desk::glows() const { return easel_.glows() && !session_.state().reduced_motion; }

bool Desk::hands_move() const { return session_.state().stroke && !session_.state().reduced_motion && scenes_.size() == 1 && !session_.state().compared; }

/// Where the hands are by now, of the picture that was drawn last.
void Desk::find_hands(double now) {
  model_.hands.clear();
  if (!hands_move() || !answers_.laid) return;
  const glm::vec2 corner(picture_place_.left, picture_place_.top);
  for (const picture::HandOutline& hand : picture::hands_at(*answers_.laid, now, scenes_.front().camera, viewport_)) {
    auto& outline = model_.hands.emplace_back();
    for (const glm::vec2 pixel : hand.points) outline.push_back(corner + pixel / glass_.pixels_per_point);
  }
}

Result<void> Desk::draw_frame(const Glass& glass) {
  glass_ = glass;
  claims_ = panels_.begin(input_.for_panels().take(), session_.state().theme, session_.state().text_scale);
  input_.set_typing(claims_.typing);
  if (input_.for_panels().waiting()) input_.stir();  // another frame for the rest
  follow_events();
  const double now = clock_();
  shown_ = motion_.shown(now);
  find_hovered();
  answers_ = answers::answer(picture::pictures_of(shown_).front(), stances_.of(shown_, session_.body()), &known_);
  find_hands(now);
  follow_panels(panels_.draw(session_, shown_, answers_, model_));
  if (auto fresh = refresh_picture(now); !fresh) return fresh;
  show_picture();
  panels_.end();
  ++frames_;
  return {};
}

/// A page of motions needs a body that is bound: some seconds' work, once a pack, beside the window.
void Desk::bind_for_motions() {
  if (binder_ && binder_->done()) {
    binder_.reset();
    input_.stir();
  }
  const auto& body = session_.shared_body();
  if (binder_ || body->bound() || session_.state().panels.tab != state::Panels::Tab::motion) return;
  bound_ = body;
  binder_ = std::make_unique<Background>([body = bound_.get()] { static_cast<void>(body->binding()); }, errands_.wake);
}

void Desk::show_picture() {
  const int left = pixels(picture_place_.left);
  const int bottom = glass_.height - pixels(picture_place_.top) - viewport_.height;
  const int whole = pixels(picture_place_.width);
  const Easel::Stand stand{.left = left, .bottom = bottom, .width = whole, .height = viewport_.height};
  // The glow is that of the picture drawn last, of two the right one.
  Easel::Stand glowing = stand;
  if (scenes_.size() > 1) {
    glowing.left += viewport_.width;
    glowing.width -= viewport_.width;
  } else {
    glowing.width = viewport_.width;
  }
  const double now = clock_();
  easel_.show(stand, glowing, session_.state().reduced_motion ? 1.0F : glow_at(now));
  pulse_at_ = now + pulse_frame;
}

void Desk::follow_panels(const ui::PanelOutput& out) {
  // What one click asked for is undone as one.
  const int gesture = model_.gesture > 0 ? model_.gesture : out.commands.size() > 1 ? ++model_.gestures : 0;
  for (const state::Command& command : out.commands) run_command(command, gesture, model_.gesture > 0);
  if (out.open && opener_ != nullptr) {
    opener_->follow(*out.open);
    input_.stir();
  }
  if (out.undo) session_.undo();
  if (out.redo) session_.redo();
  motion_.go_to(session_.state(), clock_(), false);
  if (out.picture != picture_place_) input_.stir();
  picture_place_ = out.picture;
  places_ = out.places;
  texts_ = out.texts;
}

void Desk::run_command(const state::Command& command, int gesture, bool by_hand) {
  if (auto done = session_.run(command, gesture); !done) model_.message = words_.say(done.error().saying());
  motion_.go_to(session_.state(), clock_(), by_hand);
  input_.stir();
}

Result<void> Desk::refresh_picture(double now) {
  const int width = std::max(2, pixels(picture_place_.width));
  const int height = std::max(1, pixels(picture_place_.height));
  shown_ = motion_.shown(now);
  const auto states = picture::pictures_of(shown_);
  const drawing::Viewport viewport = picture::part_of(width, height, states.size(), 0);
  const bool resized = viewport.width != viewport_.width || viewport.height != viewport_.height;
  picture::Moment moment = motion_.moment(now);
  moment.hands_apart = hands_move();
  const bool moves = !(moment == drawn_moment_);
  const bool changed = resized || !drawn_ || moves || !look_alike(*drawn_, shown_);
  const bool hover_changed = hover_.structure != drawn_hover_.structure;
  const bool refine = refines();
  if (!changed && !hover_changed && !refine) return {};
  viewport_ = viewport;

  if (!changed && hover_changed && easel_.slow() && !refine) {
    // A highlight that chases the pointer costs more than it gives: it waits for rest.
    coarse_ = true;
    fine_ = false;
    refine_at_ = clock_() + rest_before_refining;
    drawn_hover_ = hover_;
    return {};
  }
  if (!changed && !hover_changed && fine_ && scenes_.size() == 1) {
    const auto finer = easel_.refine(scenes_.front());
    if (!finer) return Failure(finer.error());
    coarse_ = *finer;
    return {};
  }
  ++pictures_;
  scenes_.clear();
  for (std::size_t i = 0; i < states.size(); ++i) {
    const body::Stance& stance = stances_.of(states[i], session_.body());
    const answers::Answers answers = answers::answer(states[i], stance, &known_);
    scenes_.push_back(picture::make_scene(states[i], stance, answers, picture::part_of(width, height, states.size(), i), hover_, &memos_[i], moment, words_));
    if (i == 0) answers_ = answers;
  }
  const bool at_rest = refine && !changed;  // what sets off while the picture is being refined is drawn lightly, too
  const bool light = easel_.slow() && !at_rest;
  auto drawn = easel_.draw(scenes_, width, height, light);
  drawn_ = shown_;
  drawn_moment_ = moment;
  drawn_hover_ = hover_;
  fine_ = !light;
  coarse_ = light || scenes_.size() == 1;  // two side by side are drawn in full at once
  refine_at_ = clock_() + (at_rest ? 0.0 : rest_before_refining);
  if (!motion_.flows()) input_.stir();  // the pointer may be over something else now, and what was on its way has arrived
  return drawn;
}

bool Desk::in_picture(glm::vec2 p) const {
  return p.x >= picture_place_.left && p.x < picture_place_.left + picture_place_.width && p.y >= picture_place_.top &&
         p.y < picture_place_.top + picture_place_.height;
}

int Desk::pixels(float points) const { return static_cast<int>(std::lround(points * glass_.pixels_per_point)); }

glm::vec2 Desk::picture_pixel(glm::vec2 p) {
  const glm::vec2 pixel = (p - glm::vec2(picture_place_.left, picture_place_.top)) * glass_.pixels_per_point;
  const auto width = static_cast<float>(viewport_.width);
  // A gesture belongs to the picture that it began in, also where it leaves it.
  if (!in_hand()) pointed_ = scenes_.size() > 1 && pixel.x >= width ? 1 : 0;
  return {pixel.x - static_cast<float>(pointed_) * width, pixel.y};
}

void Desk::find_hovered() {
  hover_.structure.reset();
  model_.hovered_marker.clear();
  model_.hovered_room.reset();
  model_.brush_rim.clear();
  const glm::vec2 pointer = input_.pointer();
  if (session_.state().brush.on) {
    if (in_picture(pointer)) find_rim(pointer);
    model_.hovered.reset();
    return;
  }
  if (!in_hand() && in_picture(pointer) && !claims_.pointer) {
    const glm::vec2 pixel = picture_pixel(pointer);
    if (auto marker = picture::pick_marker(scenes_[pointed_], viewport_, pixel, marker_reach * glass_.pixels_per_point)) {
      model_.hovered_marker = *marker;
    } else if (const auto name = picture::pick_label(scenes_[pointed_], pixel)) {
      hover_.structure = *name;
    } else if (const auto room = picture::cut_room(shown_, stances_.of(shown_, session_.body()), picture::ray_under(shown_.camera, viewport_, pixel))) {
      model_.hovered_room = *room;
    } else if (const auto found = pick_at(pixel, shown_)) {
      hover_.structure = found->structure;
    }
  }
  model_.hovered = hover_.structure;
}

std::optional<picture::Pick> Desk::pick_at(glm::vec2 pixel, const state::State& state) {
  return picture::pick(state, stances_.of(state, session_.body()), picture::ray_under(state.camera, viewport_, pixel), &picks_);
}

void Desk::find_rim(glm::vec2 pointer) {
  const glm::vec2 corner(picture_place_.left, picture_place_.top);
  for (const glm::vec2 pixel : rim_under(picture_pixel(pointer), session_.state(), stance(), viewport_))
    model_.brush_rim.push_back(corner + pixel / glass_.pixels_per_point);
}

std::string Desk::report(const std::vector<std::string>& gl_errors) {
  reported_at_ = clock_();
  return report_text({.session = session_,
                      .model = model_,
                      .places = places_,
                      .texts = texts_,
                      .picture = picture_place_,
                      .labels = scenes_.front().labels,
                      .answers = answers_,
                      .frames = frames_,
                      .pictures = pictures_,
                      .fine = fine_,
                      .rests = !std::isfinite(due()),
                      .gl_errors = gl_errors});
}

}  // namespace dorsum::desk
