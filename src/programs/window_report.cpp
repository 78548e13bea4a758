#include "window_report.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "dorsum/app/state_script.h"

namespace dorsum::programs {
namespace {

nlohmann::json to_json(const ui::Rectangle& r) { return {r.left, r.top, r.width, r.height}; }

}  // namespace

void write_window_report(const std::filesystem::path& file, const WindowNews& news) {
  const app::State& state = news.session.state();
  nlohmann::json report;
  report["state"] = app::script_of(state, news.session.body());
  report["depth"] = {{"left", state.depth.left}, {"right", state.depth.right}};
  report["camera"] = {{"azimuth", state.camera.azimuth},
                      {"elevation", state.camera.elevation},
                      {"target", {state.camera.target.x, state.camera.target.y, state.camera.target.z}},
                      {"distance", state.camera.distance},
                      {"field_of_view", state.camera.field_of_view}};
  report["selected"] = state.selected;
  report["hidden"] = *state.hidden;
  report["isolated"] = *state.isolated;
  report["triggers"] = *state.triggers;
  report["zones_on_the_far_side"] = news.zones_behind;
  report["can_undo"] = news.session.can_undo();
  report["can_redo"] = news.session.can_redo();
  report["hovered"] = news.model.hovered ? news.session.body().atlas().structures[*news.model.hovered].id : "";
  report["hovered_point"] = news.model.hovered_marker;
  report["message"] = news.model.message;
  report["picture"] = to_json(news.picture);
  report["frames"] = news.frames;
  report["pictures"] = news.pictures;
  report["gl_errors"] = news.gl_errors;
  for (const ui::Place& place : news.places) report["places"][place.name] = to_json(place.rectangle);

  const std::filesystem::path fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << report.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  out.close();
  std::error_code ignored;
  if (out) std::filesystem::rename(fresh, file, ignored);
}

}  // namespace dorsum::programs
