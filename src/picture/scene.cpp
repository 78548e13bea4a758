#include "dorsum/picture/scene.h"

#include <algorithm>
#include <iterator>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <span>

#include "arcs.h"
#include "attachment_tint.h"
#include "dorsum/core/assert.h"
#include "dorsum/motion/lengths.h"
#include "dorsum/picture/camera.h"
#include "fibre_arrows.h"
#include "hands_picture.h"
#include "labels.h"
#include "legend.h"
#include "markers.h"
#include "marks.h"
#include "palette.h"
#include "probe_picture.h"
#include "section_cuts.h"
#include "side_letters.h"
#include "skin_rim.h"
#include "skin_scalars.h"
#include "visibility.h"

namespace dorsum::picture {
namespace {

/// Outer shells have higher numbers: skin, then what leaves first.
std::uint8_t shell_of(const atlas::Structure& structure) {
  const float leaves = std::min(structure.leaves_at, 6.0F);
  return static_cast<std::uint8_t>((6.0F - leaves) * 4.0F);
}

/// The colour of what works in the pose comes forward, that of what lengthens goes back.
glm::vec3 as_it_works(glm::vec3 colour, const motion::Part& part) {
  constexpr glm::vec3 bright(1.0F, 0.16F, 0.05F), pale(0.62F, 0.56F, 0.60F);  // linear RGB
  constexpr float by_role[] = {1.0F, 0.55F, 0.3F, 0.8F};
  const float strength = by_role[static_cast<std::size_t>(part.role)] * (0.35F + 0.65F * static_cast<float>(part.share));
  return glm::mix(colour, part.role == motion::Role::lengthened ? pale : bright, 0.75F * strength);
}

/// What each structure does in the pose; empty where that isn't shown.
using Works = std::vector<std::optional<motion::Part>>;

Works works_of(const state::State& state, const body::Body& body) {
  Works works;
  if (!state.movers || state.pose->empty()) return works;
  for (const atlas::Structure& structure : body.atlas().structures) works.push_back(motion::part_of(structure, *state.pose, body.motions()));
  return works;
}

void add_items(drawing::Scene& scene, const state::State& state, const body::Body& body, const Visibility& visibility, const Hover& hover, const Works& works) {
  const auto& structures = body.atlas().structures;
  for (std::size_t i = 0; i < structures.size(); ++i) {
    const bool skin = body.skin() == i;
    if (visibility.only_skin_shows() && !skin) continue;
    const float opacity = visibility.opacity_of(i);
    if (opacity <= 0.0F || body.mesh(i).triangles.empty()) continue;
    if (skin && scene.opening.all_off()) continue;
    glm::vec3 colour = colour_of(structures[i]);
    if (!works.empty() && works[i]) colour = as_it_works(colour, *works[i]);
    scene.items.push_back({.mesh = static_cast<std::uint32_t>(i),
                           .material = material_of(structures[i].kind),
                           .colour = colour,
                           .opacity = opacity,
                           .moved = visibility.stance().displacement(i),
                           .bent = visibility.stance().bent(i) ? visibility.stance().pose_number() : 0,
                           .bounds = visibility.stance().bounds(i),
                           .outside_lens = visibility.opened_by_lens(i),
                           .shell = shell_of(structures[i]),
                           .selected = structures[i].id == state.selected,
                           .hovered = hover.structure == i});
  }
  // Outer shells first: seen from behind, that is front to back.
  std::stable_sort(scene.items.begin(), scene.items.end(), [](const drawing::DrawItem& a, const drawing::DrawItem& b) { return a.shell > b.shell; });
}

/// The bent meshes of a pose, kept for the next scene while the pose stays.
std::shared_ptr<const drawing::BentMeshes> bent_meshes(const body::Stance& stance, SceneMemo& memo) {
  if (stance.posed() == nullptr) return nullptr;
  if (memo.bent && memo.bent->number == stance.pose_number()) return memo.bent;
  auto meshes = std::make_shared<drawing::BentMeshes>();
  meshes->number = stance.pose_number();
  meshes->owner = stance.posed();
  for (std::size_t i = 0; i < stance.body().meshes().size(); ++i) {
    if (!stance.bent(i)) continue;
    const motion::Bent& bent = stance.posed()->bent(i);
    meshes->meshes.push_back({static_cast<std::uint32_t>(i), bent.positions, bent.normals});
  }
  return memo.bent = std::move(meshes);
}

/// Light goes with the viewer, as in a plate: the key over the left shoulder, a cool fill from the right.
void add_light(drawing::Scene& scene) {
  const glm::vec3 right(scene.camera.view[0][0], scene.camera.view[1][0], scene.camera.view[2][0]);
  const glm::vec3 up(scene.camera.view[0][1], scene.camera.view[1][1], scene.camera.view[2][1]);
  const glm::vec3 back(scene.camera.view[0][2], scene.camera.view[1][2], scene.camera.view[2][2]);
  scene.key = {glm::normalize(right * -0.55F + up * 0.62F + back * 0.70F), glm::vec3(0.82F, 0.78F, 0.72F)};
  scene.fill = {glm::normalize(right * 0.85F + up * 0.05F + back * 0.45F), glm::vec3(0.13F, 0.145F, 0.165F)};
}

/// What the section and the window lay bare, kept for the next scene while it stays as it is.
void add_cut_surfaces(drawing::Scene& scene, const body::Stance& stance, body::SkinWindow window, SceneMemo& memo) {
  if (scene.section) {
    const bool kept = memo.section_cuts && memo.cut_plane == *scene.section && memo.cut_window == window;
    if (!kept || !are_cuts_of(scene, *memo.section_cuts)) {
      const std::span<const drawing::SectionCut> before = kept ? std::span(*memo.section_cuts) : std::span<const drawing::SectionCut>{};
      memo.section_cuts = std::make_shared<const std::vector<drawing::SectionCut>>(section_cuts(scene, stance, window, before));
      memo.cut_plane = *scene.section;
      memo.cut_window = window;
    }
    scene.section_cuts = memo.section_cuts;
  }
  if (stance.body().skin() && !scene.opening.closed()) {
    if (!memo.skin_rim || memo.rim_opening != scene.opening || memo.rim_window != window || memo.rim_pose != stance.pose_number()) {
      memo.rim_pose = stance.pose_number();
      memo.rim_opening = scene.opening;
      memo.rim_window = window;
      memo.skin_rim = std::make_shared<const std::vector<drawing::RimVertex>>(skin_rim(stance, window, scene.opening, scene.midline));
    }
    scene.skin_rim = memo.skin_rim;
  }
}

const LabelAnchors& anchors_of(const body::Body& body, SceneMemo& memo) {
  if (!memo.label_anchors) memo.label_anchors = std::make_shared<const LabelAnchors>(label_anchors(body));
  return *memo.label_anchors;
}

/// Arrows along the fibres of the selected muscle, and a few along those of each that does the motion, where they show.
void add_fibre_arrows(std::vector<drawing::Stroke>& strokes, const state::State& state, const body::Body& body, const PicturePlane& plane,
                      const drawing::LabelStyle& style, const Moment& moment, const Works& works, SceneMemo& memo) {
  constexpr std::size_t of_selected = 12, of_mover = 3;
  for (std::size_t i = 0; i < body.atlas().structures.size(); ++i) {
    const bool selected = state.fibres && body.atlas().structures[i].id == state.selected;
    const bool does_it = !works.empty() && works[i] && works[i]->role == motion::Role::prime;
    if ((!selected && !does_it) || plane.visibility.opacity_of(i) < 0.5F) continue;
    auto& lines = memo.fibre_lines[i];
    if (!lines) lines = std::make_shared<const std::vector<FibreLine>>(fibre_lines(body, i, anchors_of(body, memo).spots[i]));
    std::vector<drawing::Stroke> arrows = fibre_arrows_of(*lines, plane, style, moment.fibre_flow, selected ? of_selected : of_mover);
    std::move(arrows.begin(), arrows.end(), std::back_inserter(strokes));
  }
}

/// What is drawn over the figure: the lens's rim, arcs, and either the probe or names, one thing at a time.
void add_overlays(drawing::Scene& scene, const state::State& state, const body::Body& body, const answers::Answers& answers,
                  const PicturePlane& plane, const Moment& moment, SceneMemo& memo, const words::Catalogue& words) {
  std::vector<drawing::Stroke> arcs = arcs_of(state, body, plane, scene.label_style, moment);
  std::move(arcs.begin(), arcs.end(), std::back_inserter(scene.strokes));
  MarksPicture marks = marks_of(state, body, plane, scene.label_style, scene.accent, words);
  std::move(marks.rings.begin(), marks.rings.end(), std::back_inserter(scene.strokes));
  if (answers.laid && !moment.hands_apart) {
    std::vector<drawing::Stroke> hands = still_hands(*answers.laid, plane, scene.label_style, scene.label_style.ink);
    std::move(hands.begin(), hands.end(), std::back_inserter(scene.strokes));
  }
  if (state.lens) scene.strokes.push_back(rim_of(*state.lens, plane, scene.label_style, scene.accent));
  // Names leave the legend its corner: what they add to it themselves has two lines at most.
  const float legend_em = 0.92F * scene.label_style.em;
  const auto lines_so_far = [&] { return legend_lines(scene, state, body, plane, memo, words); };
  float foot = 0.0F;
  if (state.legend && (state.labels || state.probe)) {
    drawing::Legend reserved{lines_so_far(), legend_em};
    reserved.lines.resize(reserved.lines.size() + 2);
    foot = drawing::height_of(reserved);
  }
  if (state.probe) {
    if (answers.probe) {
      ProbePicture picture = picture_of(answers.probe->probe, state, body, plane, scene.label_style, words, foot);
      std::move(picture.strokes.begin(), picture.strokes.end(), std::back_inserter(scene.strokes));
      scene.labels = std::move(picture.labels);
    }
  } else if (state.labels) {
    const LabelAnchors& anchors = anchors_of(body, memo);
    const std::span<const drawing::SectionCut> cuts = scene.section_cuts ? std::span(*scene.section_cuts) : std::span<const drawing::SectionCut>{};
    scene.labels = labels_of(state, body, {anchors, cuts}, plane, scene.label_style, words, foot);
  }
  std::vector<drawing::Label> ends = lying_words(state, plane.visibility.stance(), plane, scene.label_style, words);
  std::move(ends.begin(), ends.end(), std::back_inserter(scene.labels));
  std::move(marks.names.begin(), marks.names.end(), std::back_inserter(scene.labels));
  if (state.left_right) {
    std::vector<drawing::Label> letters = side_letters(plane, scene.label_style, words);
    std::move(letters.begin(), letters.end(), std::back_inserter(scene.labels));
  }
  if (state.legend) scene.legend = memo.legend = legend_of(lines_so_far(), legend_em, memo.legend);
}

}  // namespace

drawing::Scene make_scene(const state::State& state, const body::Body& body, drawing::Viewport viewport, const Hover& hover, SceneMemo* memo,
                          const Moment& moment, const words::Catalogue& words) {
  SceneMemo for_now;
  SceneMemo& kept = memo != nullptr ? *memo : for_now;
  const body::Stance& stance = kept.stance.of(state, body);
  return make_scene(state, stance, answers::answer(state, stance, &kept.answers), viewport, hover, &kept, moment, words);
}

drawing::Scene make_scene(const state::State& state, const body::Stance& stance, const answers::Answers& answers, drawing::Viewport viewport,
                          const Hover& hover, SceneMemo* memo, const Moment& moment, const words::Catalogue& words) {
  const body::Body& body = stance.body();
  assert((!answers.painted || answers.painted->empty() || answers.painted->size() == body.skin_areas().size()) && "answers of another body");
  assert(!hover.structure || *hover.structure < body.meshes().size());
  const Visibility visibility(state, stance);
  drawing::Scene scene;
  scene.camera = matrices_of(state.camera, viewport, stance.bounds());
  scene.axis = stance.axis();
  scene.lens = visibility.lens();
  scene.origin_colour = origin_colour();
  scene.insertion_colour = insertion_colour();
  scene.opening = visibility.opening();
  scene.midline = visibility.midline();
  scene.section = visibility.section();
  const Works works = works_of(state, body);
  add_items(scene, state, body, visibility, hover, works);
  add_light(scene);
  SceneMemo for_now;
  SceneMemo& kept = memo != nullptr ? *memo : for_now;
  scene.bent = bent_meshes(stance, kept);
  add_cut_surfaces(scene, stance, visibility.skin_window(), kept);
  scene.hands = hands_picture(state, stance, answers, kept);
  scene.hand_colour = hand_colour();
  scene.where_not_colour = where_not_colour();
  scene.attachments = attachment_tint(state, body, visibility, kept);

  const Backdrop backdrop = backdrop_of(state.theme);
  scene.background_top = backdrop.top;
  scene.background_bottom = backdrop.bottom;
  scene.accent = backdrop.accent;

  paint_skin(scene, state, body, answers, kept);
  scene.markers = markers_of(state, visibility, scene.camera.eye, answers.likeliest);
  scene.label_style = label_style_of(state, viewport);
  const PicturePlane plane{visibility, scene.camera, viewport};
  if ((state.fibres && !state.selected.empty()) || !works.empty()) add_fibre_arrows(scene.strokes, state, body, plane, scene.label_style, moment, works, kept);
  add_overlays(scene, state, body, answers, plane, moment, kept, words);
  return scene;
}

}  // namespace dorsum::picture
