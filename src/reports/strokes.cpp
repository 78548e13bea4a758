#include "dorsum/reports/strokes.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "dorsum/massage/strokes.h"

namespace dorsum::reports {
namespace {

using Json = nlohmann::ordered_json;

struct Found {
  std::shared_ptr<const massage::WhereNotAreas> where_not;
  massage::Laid laid;
};

Result<Found> find(const body::Stance& stance, const std::string& technique, const std::string& on) {
  const body::Body& body = stance.body();
  std::vector<massage::Order> orders;
  if (!technique.empty()) {
    const Side side = side_of(technique);
    orders.push_back({without_side(technique), side == Side::midline ? std::nullopt : std::optional(side), on, {}});
    if (const auto good = massage::check(body, orders.front()); !good) return Failure(good.error());
  } else {
    Result<void> last;
    for (const atlas::Technique& each : body.content().techniques) {
      massage::Order order{each.id, {}, on, {}};
      if (const auto good = massage::check(body, order); good) orders.push_back(std::move(order));
      else last = good;
    }
    if (orders.empty() && !last) return Failure(last.error());
  }
  const auto ground = massage::Ground::of(stance);
  if (!ground) return Failure(ground.error());
  Found found{massage::where_not_areas(body), {}};
  for (const massage::Order& order : orders) {
    massage::Laid laid = massage::lay(**ground, *found.where_not, order);
    std::move(laid.strokes.begin(), laid.strokes.end(), std::back_inserter(found.laid.strokes));
    std::move(laid.problems.begin(), laid.problems.end(), std::back_inserter(found.laid.problems));
  }
  return found;
}

Json json_of_point(glm::vec3 v) { return Json::array({v.x, v.y, v.z}); }

const char* letter(Side side) { return side == Side::right ? "R" : side == Side::left ? "L" : ""; }

Json stroke_json(const body::Body& body, const massage::WhereNotAreas& where_not, const massage::Stroke& stroke) {
  const auto& structures = body.atlas().structures;
  Json points = Json::array(), normals = Json::array(), under = Json::array(), layers = Json::array(), reached = Json::array(), triggers = Json::array(), crosses = Json::array();
  for (std::size_t i = 0; i < stroke.line.size(); ++i) {
    points.push_back(json_of_point(stroke.line.points[i]));
    normals.push_back(json_of_point(stroke.line.normals[i]));
  }
  for (const massage::Under& each : stroke.under) {
    under.push_back(structures[each.structure].id);
    layers.push_back({{"id", structures[each.structure].id}, {"depth_mm", each.depth}, {"share", each.share}});
    if (each.reached) reached.push_back(structures[each.structure].id);
  }
  for (const massage::OnTheWay& each : stroke.points)
    triggers.push_back({{"id", body.triggers()[each.trigger].id}, {"at_mm", each.along}, {"aside_mm", each.aside}, {"reached", each.reached}});
  for (const massage::Crossing& each : stroke.crossings) {
    const atlas::WhereNotSite& site = body.content().where_not.sites[where_not.areas[each.area].site];
    crosses.push_back({{"id", site.id}, {"mm", each.length}, {"most_pressure", each.allowed}, {"instead", site.instead}});
  }
  return {{"technique", stroke.technique},
          {"id", stroke.id},
          {"side", letter(stroke.side)},
          {"closed", stroke.closed},
          {"width_mm", stroke.width},
          {"pressure", stroke.most_pressure()},
          {"points", std::move(points)},
          {"normals", std::move(normals)},
          {"fibre_angle_deg", stroke.fibre_angle ? Json(*stroke.fibre_angle) : Json(nullptr)},
          {"under", std::move(under)},
          {"length_mm", stroke.length()},
          {"seconds", stroke.seconds()},
          {"tool", atlas::name_of(stroke.tool)},
          {"hands", stroke.both_hands ? "both" : "one"},
          {"pressures", stroke.pressure},
          {"reached", std::move(reached)},
          {"layers", std::move(layers)},
          {"trigger_points", std::move(triggers)},
          {"crosses", std::move(crosses)}};
}

}  // namespace

Result<std::string> strokes_json(const body::Stance& stance, const std::string& technique, const std::string& on) {
  const auto found = find(stance, technique, on);
  if (!found) return Failure(found.error());
  const body::Body& body = stance.body();
  Json strokes = Json::array(), where_not = Json::array();
  for (const massage::Stroke& stroke : found->laid.strokes) strokes.push_back(stroke_json(body, *found->where_not, stroke));
  for (const massage::WhereNotArea& area : found->where_not->areas) {
    const atlas::WhereNotSite& site = body.content().where_not.sites[area.site];
    where_not.push_back({{"id", site.id},
                         {"centre", json_of_point(stance.place(area.skin.centre))},
                         {"area_mm2", area.skin.area_mm2},
                         {"level", site.level},
                         {"side", letter(area.side)},
                         {"name", site.name},
                         {"why", site.why},
                         {"instead", site.instead}});
  }
  std::vector<std::string> problems;
  for (const auto* list : {&found->laid.problems, &found->where_not->warnings})
    for (const Saying& each : *list) problems.push_back(each.english());
  const Json whole{{"strokes", std::move(strokes)}, {"where_not", std::move(where_not)}, {"problems", problems}};
  return whole.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<std::string> strokes_text(const body::Stance& stance, const std::string& technique, const std::string& on) {
  const auto found = find(stance, technique, on);
  if (!found) return Failure(found.error());
  const body::Body& body = stance.body();
  std::string text;
  const auto out = std::back_inserter(text);
  for (const massage::Stroke& stroke : found->laid.strokes) {
    fmt::format_to(out, "{}, {}{}: {:.0f} mm in {:.0f} s, {} {:.0f} mm wide, pressure {}{}{}\n", stroke.technique, stroke.id,
                   stroke.side == Side::midline || stroke.id.ends_with(".R") || stroke.id.ends_with(".L") ? "" : fmt::format(".{}", letter(stroke.side)), stroke.length(), stroke.seconds(),
                   atlas::name_of(stroke.tool), stroke.width, stroke.most_pressure(), stroke.closed ? ", a closed loop" : "",
                   stroke.fibre_angle ? fmt::format(", {:.0f} degrees to the fibres", *stroke.fibre_angle) : "");
    for (const massage::Under& each : stroke.under)
      fmt::format_to(out, "  {:4.0f} mm  {}{}\n", each.depth, body.atlas().structures[each.structure].id, each.reached ? "  (reached)" : "");
    for (const massage::Crossing& each : stroke.crossings) {
      const atlas::WhereNotSite& site = body.content().where_not.sites[found->where_not->areas[each.area].site];
      fmt::format_to(out, "  Too hard over {} for {:.0f} mm: {}\n", site.name, each.length, site.instead);
    }
  }
  fmt::format_to(out, "\nWhere not to press:\n");
  for (const atlas::WhereNotSite& site : body.content().where_not.sites) fmt::format_to(out, "  {} ({}): {} {}\n", site.name, site.level, site.why, site.instead);
  for (const Saying& problem : found->laid.problems) fmt::format_to(out, "Left out: {}\n", problem);
  for (const Saying& warning : found->where_not->warnings) fmt::format_to(out, "Note: {}\n", warning);
  return text;
}

}  // namespace dorsum::reports
