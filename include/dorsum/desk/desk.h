#pragma once
// The open window on a body: events to commands, state to picture, and rest while nothing changes.

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/core/parallel.h"
#include "dorsum/desk/brush.h"
#include "dorsum/desk/hand.h"
#include "dorsum/easel/kept_picture.h"
#include "dorsum/opening/body_watch.h"
#include "dorsum/picture/motion.h"
#include "dorsum/picture/pick.h"
#include "dorsum/render/renderer.h"
#include "dorsum/state/session.h"
#include "dorsum/ui/keys.h"
#include "dorsum/ui/panels.h"
#include "dorsum/window/input.h"
#include "dorsum/window/panels_context.h"
#include "dorsum/window/window.h"

namespace dorsum::desk {

class Desk {
 public:
  /// All are owned by whoever runs the window and outlive this; the session outlives the window, too. `report` is
  /// kept up to date when given.
  Desk(window::Window& window, window::Ui& ui, window::Input& input, render::Renderer& renderer, state::Session& session,
            std::optional<std::filesystem::path> report);

  /// A script to begin with; what fails in it is shown in the window.
  void begin_with(std::string_view script);
  /// Takes the body that `watch` opens whenever its files have changed; the watch outlives the run.
  void follow(opening::BodyWatch& watch) { watch_ = &watch; }
  /// A message to begin with, over the picture.
  void say(std::string message) { model_.message = std::move(message); }
  enum class End { closed, graphics_lost };
  /// Runs until the window is closed or its context is lost.
  Result<End> run();

 private:
  void wait();
  /// When a frame is due by itself, seconds of GLFW's clock; infinity: none is before something happens.
  [[nodiscard]] double next_frame_at(double now) const;
  [[nodiscard]] bool refines() const;
  [[nodiscard]] bool glows() const;
  [[nodiscard]] bool minimised() const;
  Result<void> draw_frame();

  void upload(std::shared_ptr<const body::Body> body);

  // Another body, when the files have changed.
  void take_reloaded();
  void change_body(std::shared_ptr<const body::Body> body);

  // From events to commands.
  void follow_events();
  void follow_chord(const std::string& chord);
  void act(const ui::KeyBinding& binding);
  void click(const Hand::Click& where);
  void find_hovered();
  /// `by_hand`: what a drag or a slider changes is followed at once, without a glide.
  void run_command(const state::Command& command, int gesture = 0, bool by_hand = false);
  void place_probe();
  void stop_flight();
  void hold_lens_at_pointer();
  [[nodiscard]] std::optional<picture::Pick> pick_at(glm::vec2 pixel, const state::State& state) const;
  void find_rim(glm::vec2 pointer);
  [[nodiscard]] bool in_hand() const { return hand_.holding() || brush_.holding(); }
  void paint();
  [[nodiscard]] bool over_skin(glm::vec2 pixel) const;
  void play_show();
  void follow_panels(const ui::PanelOutput& out);
  void write_picture();
  void copy_as_commands();

  // From state to picture.
  Result<void> refresh_picture();
  /// In pixels from the corner of the picture that the point is in, of two side by side the one told in pointed_.
  [[nodiscard]] glm::vec2 picture_pixel(glm::vec2 window_point);
  [[nodiscard]] bool in_picture(glm::vec2 window_point) const;
  void write_report();

  static constexpr double show_pace = 6.0;    ///< seconds for each point of the slow show: time to read its card
  static constexpr float marker_reach = 11.0F;  ///< window points from a mark that still hit it

  window::Window& window_;
  window::Ui& ui_;
  window::Input& input_;
  render::Renderer& renderer_;
  state::Session& session_;
  picture::Motion motion_;                ///< from the session's state to what is shown
  state::State shown_;
  ui::PanelModel model_;
  std::array<picture::SceneMemo, 2> memos_;  ///< a memo serves the scene of its place
  std::vector<picture::Scene> scenes_ = std::vector<picture::Scene>(1);    ///< one, or two side by side; never none
  Hand hand_;
  Brush brush_;
  double next_step_ = 0.0;             ///< when the slow show goes on
  easel::KeptPicture picture_;
  std::optional<std::filesystem::path> report_;
  opening::BodyWatch* watch_ = nullptr;
  Later<std::vector<geometry::DetailLevels>> levels_;  ///< on their way to the renderer

  bool lens_held_ = false;             ///< its key is down
  float lens_radius_ = 45.0F, lens_depth_ = 5.0F;
  double reported_at_ = -1.0;
  ui::Rectangle picture_place_;        ///< window points
  std::vector<ui::Place> places_;
  drawing::Viewport viewport_;            ///< of the picture, of two the left one, pixels
  std::size_t pointed_ = 0;            ///< the picture under the pointer or in which the hand took hold; 1: of two, the right one
  std::optional<state::State> drawn_;    ///< what the picture shows now
  picture::Moment drawn_moment_;
  picture::Hover hover_, drawn_hover_;
  bool coarse_ = false;                ///< the picture has not all its samples yet, or is a hover behind
  int samples_ = 0;                    ///< of the picture in high quality; 0: what shows is of low quality
  double refine_at_ = 0.0;             ///< when it gets more samples, if nothing moves before
  double pulse_at_ = 0.0;              ///< when the glow of zones is due to change
  int frames_due_ = 2;                 ///< ImGui settles in the second frame after a change
  unsigned long frames_ = 0, pictures_ = 0;
};

}  // namespace dorsum::desk
