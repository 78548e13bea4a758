#include "bench.h"

#include <fmt/format.h>
#include <glad/gl.h>
#include <sys/resource.h>

#include <nlohmann/json.hpp>

#include "dorsum/body/explain.h"
#include "dorsum/gl/context.h"
#include "dorsum/picture/pick.h"
#include "dorsum/render/naive.h"
#include "dorsum/state/session.h"
#include "dorsum/terminal/open_body.h"
#include "frames.h"
#include "growth.h"
#include "time_query.h"

namespace dorsum::bench {
namespace {

using Json = nlohmann::ordered_json;

constexpr drawing::Viewport full_hd{.width = 1920, .height = 1080};  ///< what the graphics card is timed at
constexpr int card_frames = 36;
constexpr int frames_a_depth = 36;
constexpr int xray_frames = 12;
constexpr int naive_frames = 12;
constexpr int picks = 400;
constexpr int touches = 15;

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Milliseconds that the graphics card works on one full picture, while the body turns once.
double card_milliseconds(state::Session& session, render::Renderer& renderer, picture::SceneMemo& memo) {
  const Output output(full_hd);
  const TimeQuery query;
  std::vector<double> times;
  for (int i = 0; i <= card_frames; ++i) {
    if (!session.run("orbit 10 0")) break;
    const drawing::Scene scene = picture::make_scene(session.state(), session.body(), full_hd, {}, &memo);
    query.begin();
    const auto drawn = renderer.draw(scene, full_hd, render::Quality::high, output.framebuffer.name());
    query.end();
    if (!drawn) break;
    if (i > 0) times.push_back(query.milliseconds());
  }
  return at_part(times, 0.5);
}

double pick_microseconds(const state::Session& session) {
  const auto start = BenchClock::now();
  std::size_t hits = 0;
  state::StanceMemo stances;
  picture::PickMemo memo;
  for (int i = 0; i < picks; ++i) {
    // A grid over the figure.
    const glm::vec2 pixel(440.0F + 20.0F * static_cast<float>(i % 20), 40.0F + 36.0F * static_cast<float>(i / 20));
    hits += picture::pick(session.state(), stances.of(session.state(), session.body()), picture::ray_under(session.state().camera, bench_viewport, pixel), &memo) ? 1U : 0U;
  }
  // Said, so that no compiler leaves the picks out.
  if (hits == 0) fmt::print(stderr, "dorsum bench: no pick met the body\n");
  return milliseconds_since(start) * 1000.0 / picks;
}

/// One touch of a brush as large as a hand, and the ranking after it: the median of a stroke down the back.
Json paint_milliseconds(const body::Body& body) {
  const auto seventh = body.atlas().landmarks.find("spinous-process:T7");
  if (seventh == body.atlas().landmarks.end()) return nullptr;
  constexpr float hand = 60.0F, way = 10.0F;  // mm: the brush's radius, and from one touch to the next
  body::PaintedSkin painted;
  std::vector<double> times;
  for (int i = 0; i < touches; ++i) {
    const auto start = BenchClock::now();
    if (!body::brush(body, painted, seventh->second.position - glm::vec3(0, 0, way * static_cast<float>(i)), hand, false)) return nullptr;
    static_cast<void>(body::explain(body, painted));
    times.push_back(milliseconds_since(start));
  }
  return at_part(times, 0.5);
}

std::string as_text(const Json& figures) {
  std::string text;
  for (const auto& [name, value] : figures.items()) {
    if (name != "depths") text += fmt::format("{:<18} {}\n", name, value.is_null() ? "unmeasured" : value.dump());
  }
  for (const auto& depth : figures["depths"]) {
    text += fmt::format("depth {}            {:.1f} ms, 99th percentile {:.1f} ms\n", depth["depth"].get<int>(),
                        depth["frame_ms"].get<double>(), depth["frame_p99_ms"].get<double>());
  }
  return text;
}

}  // namespace

Result<void> run_bench(const BenchOptions& options) {
  const auto start = BenchClock::now();
  auto body = terminal::open_body(options.atlas);
  if (!body) return Failure(body.error());
  const auto context = gl::SurfacelessContext::create();
  if (!context) return Failure(context.error());
  auto renderer = render::Renderer::create();
  if (!renderer) return Failure(renderer.error());
  renderer->upload((*body)->meshes(), (*body)->skin());
  const Output output(bench_viewport);
  if (auto drawable = output.framebuffer.check(); !drawable) return drawable;
  state::Session session(*body);
  picture::SceneMemo memo;
  const drawing::Scene first = picture::make_scene(session.state(), **body, bench_viewport, {}, &memo);
  if (auto drawn = renderer->draw(first, bench_viewport, render::Quality::low, output.framebuffer.name()); !drawn) return drawn;
  glFinish();
  const double first_picture = milliseconds_since(start);

  renderer->add_levels(geometry::detail_levels_of_each((*body)->meshes()));
  std::vector<double> all;
  Json depths = Json::array();
  for (int depth = 0; depth <= atlas::deepest_layer; ++depth) {
    if (auto ran = session.run(fmt::format("depth {}", depth)); !ran) return ran;
    const std::vector<double> frames = orbit(session, *renderer, output, memo, frames_a_depth);
    all.insert(all.end(), frames.begin(), frames.end());
    depths.push_back({{"depth", depth}, {"frame_ms", at_part(frames, 0.5)}, {"frame_p99_ms", at_part(frames, 0.99)}});
  }
  if (auto ran = session.run("depth 1; xray on"); !ran) return ran;
  const double xray = at_part(orbit(session, *renderer, output, memo, xray_frames), 0.5);
  if (auto ran = session.run("xray off; view posterior"); !ran) return ran;
  // The technique with most strokes, beside the same turn without.
  const double bare = at_part(orbit(session, *renderer, output, memo, xray_frames), 0.5);
  double stroked = bare;
  if ((*body)->skin()) {
    if (auto ran = session.run("stroke stripping"); !ran) return ran;
    stroked = at_part(orbit(session, *renderer, output, memo, xray_frames), 0.5);
    if (auto ran = session.run("stroke none; view posterior"); !ran) return ran;
  }
  const double pick = pick_microseconds(session);
  const Json paint = paint_milliseconds(**body);
  const bool on_card = !context->driver().software;
  const Json card = on_card ? Json(card_milliseconds(session, *renderer, memo)) : Json(nullptr);
  const double peak = peak_megabytes();  // before the baseline, which holds every mesh a second time

  std::size_t triangles = 0;
  for (const auto& mesh : (*body)->meshes()) triangles += mesh.triangles.size();
  auto naive = render::NaiveDrawing::create((*body)->meshes(), bench_viewport);
  if (!naive) return Failure(naive.error());
  std::vector<double> naive_times;
  for (int i = 0; i <= naive_frames; ++i) {
    if (auto ran = session.run("orbit 30 0"); !ran) return ran;
    const auto begin = BenchClock::now();
    naive->draw(picture::matrices_of(session.state().camera, bench_viewport, (*body)->bounds()));
    if (i > 0) naive_times.push_back(milliseconds_since(begin));
  }
  Json growth = nullptr;
  if (options.growth) {
    const auto grown = measure_growth(**body, output);
    if (!grown) return Failure(grown.error());
    growth = {{"structures", grown->structures}, {"per_triangle", grown->per_triangle}};
  }
  if (!context->debug_log().errors().empty()) return machine_cannot("OpenGL reported an error: " + context->debug_log().errors().front());

  const Json figures = {{"renderer", context->driver().name},
                        {"triangles", triangles},
                        {"frame_ms", at_part(all, 0.5)},
                        {"frame_p99_ms", at_part(all, 0.99)},
                        {"xray_frame_ms", xray},
                        {"strokes_frame_ms", stroked},
                        {"strokes_cost_percent", 100.0 * (stroked - bare) / bare},
                        {"render_scale", render::Renderer::moving_scale},
                        {"naive_frame_ms", at_part(naive_times, 0.5)},
                        {"first_picture_ms", first_picture},
                        {"gpu_ms", card},
                        {"gpu_ms_note", on_card ? "a full picture at 1920x1080, median of one turn" : "unmeasured: the renderer is software"},
                        {"pick_us", pick},
                        {"paint_ms", paint},
                        {"peak_mb", peak},
                        {"growth", growth},
                        {"growth_note", options.growth ? "worst depth's frame, ten times the structures to as they are" : "unmeasured: --growth measures it"},
                        {"idle_cpu_percent", nullptr},
                        {"idle_cpu_percent_note", "unmeasured: bench opens no window"},
                        {"depths", depths}};
  fmt::print("{}", options.json ? figures.dump(2) + "\n" : as_text(figures));
  return {};
}

}  // namespace dorsum::bench
