#pragma once
// The window's mind, without a window: events and time in, commands and frames out, and rest while nothing changes. Who
// runs it has a loop of their own; it draws on an easel, beside panels, by a clock, and each of the three can be replaced.

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/core/parallel.h"
#include "dorsum/core/result.h"
#include "dorsum/desk/brush.h"
#include "dorsum/desk/easel.h"
#include "dorsum/desk/glass.h"
#include "dorsum/desk/hand.h"
#include "dorsum/desk/input.h"
#include "dorsum/desk/lens_in_hand.h"
#include "dorsum/desk/opener.h"
#include "dorsum/desk/panels.h"
#include "dorsum/desk/report.h"
#include "dorsum/picture/motion.h"
#include "dorsum/picture/pick.h"
#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"
#include "dorsum/ui/keys.h"
#include "dorsum/ui/panels.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::desk {

/// Seconds of a steady clock.
using Clock = std::function<double()>;

/// What the desk asks of the machine that it stands on. What is left empty, that machine can't do.
struct Errands {
  /// Keeps what a state shows as a picture; returns where, for people.
  std::function<Result<std::string>(const state::State& state, const body::Body& body, drawing::Viewport size)> keep_picture;
  std::function<void(const std::string& text)> copy;  ///< to where other programs paste from
  std::function<void()> read_again;                   ///< the files that the body came from (Desk::take)
  std::function<void()> close;                        ///< the window
  std::function<void(bool whole)> fill_screen;        ///< with the window, or give it its own place back
  std::function<void()> wake = {};                    ///< called from another thread: something is ready that the next frame shows
};

struct Frame {
  bool drawn = false;    ///< the window holds another picture than before
  bool settled = false;  ///< the report should be written: nothing is on its way, or what flows has done so for a while
};

/// The state that a window opens with: as a picture's, all that can be clicked is marked, and signs are explained.
[[nodiscard]] state::State first_state(const body::Body& body);

class Desk {
 public:
  /// All are owned by whoever runs the desk and outlive it; the session outlives a window that is lost, too.
  Desk(state::Session& session, Easel& easel, Panels& panels, Input& input, Clock clock, Errands errands);

  /// Who opens the files that are handed to the window; without one nothing is.
  void receive_by(Opener& opener);
  /// A script to begin with; what fails in it is told over the picture.
  void begin_with(std::string_view script);
  /// The language of messages, English before; `tell_texts`: whether reports tell which texts the panels drew.
  void speak(words::Catalogue words, bool tell_texts = false);
  /// A message over the picture.
  void say(std::string message) { model_.message = std::move(message); }

  /// Another body under the hand, or why there is none: the files have changed.
  void take(Result<std::shared_ptr<const body::Body>> opened);

  /// Follows what happened since the last frame and draws where something has changed or moves. Fails when the easel can't
  /// draw.
  [[nodiscard]] Result<Frame> frame(const Glass& glass);
  /// When the next frame is due by itself; infinity: none is before something happens.
  [[nodiscard]] double due() const;

  /// What the desk shows and knows, as JSON for scripts and tests (desk/report.h).
  [[nodiscard]] std::string report(const std::vector<std::string>& gl_errors);

 private:
  [[nodiscard]] bool refines() const;
  [[nodiscard]] bool glows() const;
  /// Whether hands move over the picture.
  [[nodiscard]] bool hands_move() const;
  void find_hands(double now);
  [[nodiscard]] Result<void> draw_frame(const Glass& glass);
  void change_body(std::shared_ptr<const body::Body> body);

  // From events to commands.
  void follow_events();
  void follow(const InputEvent& event);
  void follow_press(const InputEvent& event, glm::vec2 pixel);
  void follow_scroll(const InputEvent& event, glm::vec2 pixel);
  void follow_release(const InputEvent& event, glm::vec2 pixel);
  void follow_chord(const std::string& chord);
  void act(const ui::KeyBinding& binding);
  void click(const Hand::Click& where);
  [[nodiscard]] bool lay_at(const picture::Pick& pick);
  void find_hovered();
  /// `by_hand`: what a drag or a slider changes is followed at once, without a glide.
  void run_command(const state::Command& command, int gesture = 0, bool by_hand = false);
  void place_probe();
  void stop_flight();
  void hold_lens_at_pointer();
  [[nodiscard]] std::optional<picture::Pick> pick_at(glm::vec2 pixel, const state::State& state);
  void find_rim(glm::vec2 pointer);
  /// How the body stands in the session's state.
  [[nodiscard]] const body::Stance& stance() { return stances_.of(session_.state(), session_.body()); }
  [[nodiscard]] bool in_hand() const { return hand_.holding() || brush_.holding(); }
  void paint();
  [[nodiscard]] bool over_skin(glm::vec2 pixel);
  void play_show();
  void receive();
  void follow_drop(const std::vector<std::string>& paths);
  void bind_for_motions();
  void follow_panels(const ui::PanelOutput& out);
  void keep_picture();
  void copy_as_commands();

  // From state to picture.
  /// All of a frame happens at one moment: what panels say and what the picture shows is of one state.
  [[nodiscard]] Result<void> refresh_picture(double now);
  void show_picture();
  /// In pixels from the corner of the picture that the point is in, of two side by side the one told in pointed_.
  [[nodiscard]] glm::vec2 picture_pixel(glm::vec2 window_point);
  [[nodiscard]] bool in_picture(glm::vec2 window_point) const;
  [[nodiscard]] int pixels(float points) const;

  static constexpr double show_pace = 6.0;      ///< seconds for each point of the slow show: time to read its card
  static constexpr float marker_reach = 11.0F;  ///< window points from a mark that still hit it

  state::Session& session_;
  Easel& easel_;
  Panels& panels_;
  Input& input_;
  Clock clock_;
  Errands errands_;
  Opener* opener_ = nullptr;

  picture::Motion motion_;                ///< from the session's state to what is shown
  state::State shown_;
  ui::PanelModel model_;
  Panels::Claims claims_;
  state::StanceMemo stances_;
  picture::PickMemo picks_;
  answers::Memo known_;
  answers::Answers answers_;             ///< to what is shown, of two pictures the left one
  std::array<picture::SceneMemo, 2> memos_;  ///< a memo serves the scene of its place
  std::vector<drawing::Scene> scenes_ = std::vector<drawing::Scene>(1);    ///< one, or two side by side; never none
  std::shared_ptr<const body::Body> bound_;  ///< the body that binder_ binds, so that its motions can be shown
  std::unique_ptr<Background> binder_;       // after bound_: it ends before what it works on goes
  Hand hand_;
  Brush brush_;
  LensInHand lens_;
  bool fills_screen_ = false;
  double next_step_ = 0.0;             ///< when the slow show goes on

  Glass glass_;
  ui::Rectangle picture_place_;        ///< window points
  std::vector<ui::Place> places_;
  std::vector<ui::DrawnText> texts_;
  words::Catalogue words_;
  drawing::Viewport viewport_;         ///< of the picture, of two the left one, pixels
  std::size_t pointed_ = 0;            ///< the picture under the pointer or in which the hand took hold; 1: of two, the right one
  std::optional<state::State> drawn_;  ///< what the picture shows now
  picture::Moment drawn_moment_;
  picture::Hover hover_, drawn_hover_;
  bool coarse_ = false;                ///< the picture could be finer, or is a hover behind
  bool fine_ = false;                  ///< the picture is of high quality, with all its samples or not
  double refine_at_ = 0.0;             ///< when it gets finer, if nothing moves before
  double pulse_at_ = 0.0;              ///< when the glow of zones is due to change
  double reported_at_ = -1.0;
  int frames_due_ = 2;                 ///< the panels settle in the second frame after a change
  unsigned long frames_ = 0, pictures_ = 0;
};

}  // namespace dorsum::desk
