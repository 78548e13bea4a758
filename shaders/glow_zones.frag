#version 410 core
// Where essential zones show.
in vec3 at;
in vec4 values;
uniform sampler2D depth;  // the picture's
uniform vec2 pixel;       // of this pass in uv
out vec4 fragment;

#include "cut.glsl"
#include "eye_distance.glsl"

void main() {
  if (is_cut_away()) discard;
  const float slack = 6.0;  // mm: this pass is coarser than the picture
  if (eye_distance_at(gl_FragCoord.z) > eye_distance(gl_FragCoord.xy * pixel) + slack) discard;
  fragment = vec4(smoothstep(0.2, 0.8, values.x));
}
