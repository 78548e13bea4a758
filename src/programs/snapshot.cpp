// dorsum snapshot: one picture, drawn without a display.

#include "dorsum/app/session.h"
#include "dorsum/gl/context.h"
#include "dorsum/io/image.h"
#include "dorsum/view/side_by_side.h"
#include "open_body.h"
#include "picture_fonts.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

/// Pictures of one height, left to right, as one.
render::Pixels side_by_side(std::vector<render::Pixels> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  render::Pixels whole{0, parts.front().height, {}};
  for (const render::Pixels& part : parts) whole.width += part.width;
  for (int y = 0; y < whole.height; ++y) {
    for (const render::Pixels& part : parts) {
      const auto row = static_cast<std::ptrdiff_t>(part.width) * 4;
      whole.rgba.insert(whole.rgba.end(), part.rgba.begin() + y * row, part.rgba.begin() + (y + 1) * row);
    }
  }
  return whole;
}

}  // namespace

Result<void> run_snapshot(const SnapshotOptions& options) {
  // The script is read first: a slip in it should not cost the time of opening a pack.
  if (const auto script = app::parse_script(options.script); !script) return Failure(script.error());
  auto body = open_body(options.atlas);
  if (!body) return Failure(body.error());
  app::Session session(*body);
  if (auto ran = session.run(options.script); !ran) return ran;

  const auto context = gl::SurfacelessContext::create();
  if (!context) return Failure(context.error());
  auto renderer = render::Renderer::create();
  if (!renderer) return Failure(renderer.error());
  give_fonts(*renderer);
  renderer->upload((*body)->meshes(), (*body)->skin());

  const auto states = view::pictures_of(session.state());
  if (static_cast<std::size_t>(options.width) < states.size())
    return bad_input("--size", "the picture is too narrow for two side by side", "make it wider");
  std::vector<render::Pixels> parts;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const view::Viewport part = view::part_of(options.width, options.height, states.size(), i);
    auto pixels = renderer->snapshot(view::make_scene(states[i], **body, part), part, options.quality, options.ground);
    if (!pixels) return Failure(pixels.error());
    parts.push_back(*std::move(pixels));
  }
  const render::Pixels whole = side_by_side(std::move(parts));
  if (const auto& errors = context->debug_log().errors(); !errors.empty()) {
    return machine_cannot("OpenGL reported an error: " + errors.front(), "please report it with the name of your graphics card");
  }
  return io::write_png(options.output, {whole.width, whole.height, whole.rgba});
}

}  // namespace dorsum::programs
