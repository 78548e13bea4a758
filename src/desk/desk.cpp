#include "dorsum/desk/desk.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "dorsum/desk/report.h"
#include "dorsum/picture/pick.h"
#include "dorsum/picture/side_by_side.h"

namespace dorsum::desk {
namespace {

constexpr double rest_before_refining = 0.18;  ///< seconds
constexpr double pulse_period = 2.6, pulse_frame = 1.0 / 12.0;  ///< seconds: as a breath in rest

/// How bright zones glow at a time: never out, seldom full.
float glow_at(double seconds) {
  return 0.66F + 0.34F * static_cast<float>(std::cos(seconds * 2.0 * 3.14159265358979 / pulse_period));
}
constexpr double flowing_frame = 1.0 / 30.0;   ///< seconds between frames while only the arrows along fibres move
constexpr double between_reports = 0.2;        ///< seconds, while something flows

}  // namespace

Desk::Desk(window::Window& window, window::Ui& ui, window::Input& input, render::Renderer& renderer,
                     state::Session& session, std::optional<std::filesystem::path> report)
    : window_(window), ui_(ui), input_(input), renderer_(renderer), session_(session), motion_(session_.state()), shown_(session_.state()), report_(std::move(report)) {
  upload(session_.shared_body());
}

void Desk::upload(std::shared_ptr<const body::Body> body) {
  renderer_.upload(body->meshes(), body->skin());
  // On a thread of its own: the first picture does not wait for what only the hand and moving pictures need.
  levels_ = later([body = std::move(body)] {
    static_cast<void>(body->surfaces());
    static_cast<void>(body->skin_regions());
    return geometry::detail_levels_of_each(body->meshes());
  });
}

void Desk::begin_with(std::string_view script) {
  if (auto done = session_.run(script); !done)
    model_.message = "None of --run's commands was followed. " + done.error().message() + "\nSee: dorsum commands";
  motion_ = picture::Motion(session_.state());  // what one begins with is there at once
  shown_ = session_.state();
}

Result<Desk::End> Desk::run() {
  while (glfwWindowShouldClose(window_.handle()) == GLFW_FALSE) {
    wait();
    take_reloaded();
    if (levels_.ready()) renderer_.add_levels(levels_.take());
    play_show();
    if (input_.take_stirred()) frames_due_ = 2;
    const bool moves = motion_.on_the_way(glfwGetTime()) || motion_.flows();
    const bool pulse = glows() && glfwGetTime() >= pulse_at_;
    if (frames_due_ == 0 && !refines() && !pulse && !moves) continue;
    if (minimised()) continue;  // what is due is drawn when it is seen again
    if (auto drawn = draw_frame(); !drawn) return Failure(drawn.error());
    if (window_.is_lost()) return End::graphics_lost;
    frames_due_ = input_.take_stirred() ? 2 : std::max(0, frames_due_ - 1);
    const double now = glfwGetTime();
    const bool rests = frames_due_ == 0 && !motion_.on_the_way(now);
    const bool flows = motion_.flows() && now - reported_at_ > between_reports && !motion_.on_the_way(now);
    if (report_ && (rests || flows)) write_report();
  }
  return End::closed;
}

// What the hands have done meanwhile comes first.
bool Desk::refines() const { return coarse_ && !in_hand() && !input_.for_panels().waiting() && glfwGetTime() >= refine_at_; }

bool Desk::glows() const { return renderer_.glows() && !session_.state().reduced_motion; }

bool Desk::minimised() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_.handle(), &width, &height);
  return width == 0 || height == 0 || glfwGetWindowAttrib(window_.handle(), GLFW_ICONIFIED) == GLFW_TRUE;
}

void Desk::wait() {
  if (minimised()) {
    glfwWaitEvents();
    return;
  }
  const double now = glfwGetTime();
  const double due = next_frame_at(now);
  if (due <= now) {
    glfwPollEvents();
  } else if (std::isfinite(due)) {
    glfwWaitEventsTimeout(std::max(0.001, due - now));
  } else {
    glfwWaitEvents();
  }
}

double Desk::next_frame_at(double now) const {
  if (frames_due_ > 0 || motion_.on_the_way(now)) return now;
  double due = std::numeric_limits<double>::infinity();
  if (coarse_ && !in_hand()) due = std::min(due, refine_at_);
  if (glows()) due = std::min(due, pulse_at_);
  if (motion_.flows()) due = std::min(due, now + flowing_frame);
  if (model_.show_playing) due = std::min(due, next_step_);
  return due;
}

Result<void> Desk::draw_frame() {
  ui_.restyle(session_.state().theme, session_.state().text_scale);
  ui_.begin_frame();
  follow_events();
  shown_ = motion_.shown(glfwGetTime());
  find_hovered();
  const ui::PanelOutput out = ui::draw_panels(session_, scenes_.front(), model_);
  follow_panels(out);
  if (auto fresh = refresh_picture(); !fresh) return fresh;

  int width = 0, height = 0;
  glfwGetFramebufferSize(window_.handle(), &width, &height);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width, height);
  const ImVec4 ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(ground.x, ground.y, ground.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  const float scale = window::pixels_per_point(window_.handle());
  const int left = static_cast<int>(std::lround(picture_place_.left * scale));
  const int bottom = height - static_cast<int>(std::lround(picture_place_.top * scale)) - viewport_.height;
  picture_.show(left, bottom);
  const double now = glfwGetTime();
  // The glow is that of the picture drawn last, of two the right one.
  const int before = scenes_.size() > 1 ? viewport_.width : 0;
  const int width_of_last = static_cast<int>(std::lround(picture_place_.width * scale)) - before;
  renderer_.draw_glow({.width = scenes_.size() > 1 ? width_of_last : viewport_.width, .height = viewport_.height, .left = left + before, .bottom = bottom},
                      session_.state().reduced_motion ? 1.0F : glow_at(now));
  pulse_at_ = now + pulse_frame;
  ui_.end_frame();
  glfwSwapBuffers(window_.handle());
  ++frames_;
  return {};
}

void Desk::follow_panels(const ui::PanelOutput& out) {
  // What one click asked for is undone as one.
  const int gesture = model_.gesture > 0 ? model_.gesture : out.commands.size() > 1 ? ++model_.gestures : 0;
  for (const state::Command& command : out.commands) run_command(command, gesture, model_.gesture > 0);
  if (out.undo) session_.undo();
  if (out.redo) session_.redo();
  motion_.go_to(session_.state(), glfwGetTime(), false);
  if (out.picture != picture_place_) input_.stir();
  picture_place_ = out.picture;
  places_ = out.places;
}

void Desk::run_command(const state::Command& command, int gesture, bool by_hand) {
  if (auto done = session_.run(command, gesture); !done) model_.message = done.error().message();
  motion_.go_to(session_.state(), glfwGetTime(), by_hand);
  input_.stir();
}

Result<void> Desk::refresh_picture() {
  const float scale = window::pixels_per_point(window_.handle());
  const int width = std::max(2, static_cast<int>(std::lround(picture_place_.width * scale)));
  const int height = std::max(1, static_cast<int>(std::lround(picture_place_.height * scale)));
  const double now = glfwGetTime();
  shown_ = motion_.shown(now);
  const auto states = picture::pictures_of(shown_);
  const drawing::Viewport viewport = picture::part_of(width, height, states.size(), 0);
  const bool resized = viewport.width != viewport_.width || viewport.height != viewport_.height;
  const picture::Moment moment = motion_.moment(now);
  const bool moves = !(moment == drawn_moment_);
  const bool changed = resized || !drawn_ || moves || !(*drawn_ == shown_);
  const bool hover_changed = hover_.structure != drawn_hover_.structure;
  const bool refine = refines();
  if (!changed && !hover_changed && !refine) return {};
  viewport_ = viewport;

  const bool software = window_.driver().software;
  if (!changed && hover_changed && software && !refine) {
    // On a processor alone a highlight that chases the pointer costs more than it gives: it waits for rest.
    coarse_ = true;
    samples_ = 0;
    refine_at_ = glfwGetTime() + rest_before_refining;
    drawn_hover_ = hover_;
    return {};
  }
  if (!changed && !hover_changed && samples_ > 0 && scenes_.size() == 1) {
    samples_ = picture_.refine(renderer_, scenes_.front());
    coarse_ = samples_ < render::Renderer::full_samples;
    return {};
  }
  ++pictures_;
  scenes_.clear();
  for (std::size_t i = 0; i < states.size(); ++i)
    scenes_.push_back(picture::make_scene(states[i], session_.body(), picture::part_of(width, height, states.size(), i), hover_, &memos_[i], moment));
  const bool at_rest = refine && !changed;  // what sets off while the picture is being refined is drawn lightly, too
  const bool low = software && !at_rest;
  auto drawn = picture_.draw(renderer_, scenes_, width, height, low ? render::Quality::low : render::Quality::high);
  drawn_ = shown_;
  drawn_moment_ = moment;
  drawn_hover_ = hover_;
  samples_ = low ? 0 : 1;
  coarse_ = low || scenes_.size() == 1;  // two side by side are drawn in full at once
  refine_at_ = glfwGetTime() + (at_rest ? 0.0 : rest_before_refining);
  if (!motion_.flows()) input_.stir();  // the panels read the scene: one more frame shows what it says
  return drawn;
}

bool Desk::in_picture(glm::vec2 p) const {
  return p.x >= picture_place_.left && p.x < picture_place_.left + picture_place_.width && p.y >= picture_place_.top &&
         p.y < picture_place_.top + picture_place_.height;
}

glm::vec2 Desk::picture_pixel(glm::vec2 p) {
  const glm::vec2 pixel = (p - glm::vec2(picture_place_.left, picture_place_.top)) * window::pixels_per_point(window_.handle());
  const auto width = static_cast<float>(viewport_.width);
  // A gesture belongs to the picture that it began in, also where it leaves it.
  if (!in_hand()) pointed_ = scenes_.size() > 1 && pixel.x >= width ? 1 : 0;
  return {pixel.x - static_cast<float>(pointed_) * width, pixel.y};
}

void Desk::find_hovered() {
  hover_.structure.reset();
  model_.hovered_marker.clear();
  model_.brush_rim.clear();
  const glm::vec2 pointer = input_.pointer();
  if (session_.state().brush.on) {
    if (in_picture(pointer)) find_rim(pointer);
    model_.hovered.reset();
    return;
  }
  if (!in_hand() && in_picture(pointer) && !ImGui::GetIO().WantCaptureMouse) {
    const glm::vec2 pixel = picture_pixel(pointer);
    if (auto marker = picture::pick_marker(scenes_[pointed_], viewport_, pixel, marker_reach * window::pixels_per_point(window_.handle()))) {
      model_.hovered_marker = *marker;
    } else if (const auto name = picture::pick_label(scenes_[pointed_], pixel)) {
      hover_.structure = *name;
    } else if (const auto found = pick_at(pixel, shown_)) {
      hover_.structure = found->structure;
    }
  }
  model_.hovered = hover_.structure;
}

std::optional<picture::Pick> Desk::pick_at(glm::vec2 pixel, const state::State& state) const {
  return picture::pick(state, session_.body(), picture::ray_under(state.camera, viewport_, pixel));
}

void Desk::find_rim(glm::vec2 pointer) {
  const glm::vec2 corner(picture_place_.left, picture_place_.top);
  for (const glm::vec2 pixel : rim_under(picture_pixel(pointer), session_.state(), session_.body(), viewport_))
    model_.brush_rim.push_back(corner + pixel / window::pixels_per_point(window_.handle()));
}

void Desk::write_report() {
  reported_at_ = glfwGetTime();
  write_report_file(*report_, {.session = session_,
                                 .model = model_,
                                 .places = places_,
                                 .picture = picture_place_,
                                 .labels = scenes_.front().labels,
                                 .zones_behind = scenes_.front().zones_behind.size(),
                                 .explanation = scenes_.front().explanation.get(),
                                 .frames = frames_,
                                 .pictures = pictures_,
                                 .fine = samples_ > 0,
                                 .rests = !std::isfinite(next_frame_at(reported_at_)),
                                 .gl_errors = window_.debug_log().errors()});
}

}  // namespace dorsum::desk
