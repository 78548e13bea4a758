// dorsum snapshot: one picture, drawn without a display.

#include "dorsum/core/parallel.h"
#include "dorsum/easel/rehearsal.h"
#include "dorsum/easel/still_picture.h"
#include "dorsum/gl/context.h"
#include "dorsum/io/image.h"
#include "dorsum/state/session.h"
#include "dorsum/terminal/fonts.h"
#include "dorsum/terminal/open_body.h"
#include "programs.h"

namespace dorsum::programs {
Result<void> run_snapshot(const SnapshotOptions& options, const words::Catalogue& words) {
  // The script is read first: a slip in it should not cost the time of opening a pack.
  if (const auto script = state::parse_script(options.script); !script) return Failure(script.error());
  // The driver compiles shaders here while the body is opened there.
  auto opened = later([&options] { return terminal::open_body(options.atlas); });
  const auto context = gl::SurfacelessContext::create();
  auto renderer = context ? render::Renderer::create() : Result<render::Renderer>(Failure(context.error()));
  if (renderer) {
    terminal::give_fonts(*renderer);
    easel::rehearse(*renderer);
  }

  const auto body = opened.take();
  if (!body) return Failure(body.error());
  state::Session session(*body);
  if (auto ran = session.run(options.script); !ran) return ran;
  if (!renderer) return Failure(renderer.error());
  renderer->upload((*body)->meshes(), (*body)->skin());

  const auto picture = easel::still_picture(*renderer, session.state(), **body, {.width = options.width, .height = options.height}, options.quality, options.ground, words);
  if (!picture) return Failure(picture.error());
  if (const auto& errors = context->debug_log().errors(); !errors.empty()) {
    return machine_cannot(to_fill("OpenGL reported an error: {}", errors.front()), to_say("please report it with the name of your graphics card"));
  }
  return io::write_png(options.output, {picture->width, picture->height, picture->rgba});
}

}  // namespace dorsum::programs
