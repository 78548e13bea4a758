#version 410 core
// The depth alone of what lies deeper than the layers peeled off so far: the nearest of it is the next layer.
#include "cut.glsl"
#include "lens.glsl"
#ifdef SKIN
#include "skin_window.glsl"
#include "skin_gone.glsl"
in vec4 values;
#endif

in vec3 at;

uniform sampler2D peeled;  // depth of the last layer taken
uniform bool first_layer;

void main() {
#ifdef SKIN
  if (is_cut_away() || is_gone(at, values.w)) discard;
#else
  if (is_cut_away() || is_opened(at)) discard;
#endif
  // The depth picture rounds to 24 bits: a little more than that counts as the same surface.
  if (!first_layer && gl_FragCoord.z <= texelFetch(peeled, ivec2(gl_FragCoord.xy), 0).r + 2.0e-7) discard;
}
