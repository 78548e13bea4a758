#version 410 core
// A mesh as the key light sees it: depth alone.
layout(location = in_position) in vec3 position;
#ifdef SKIN
layout(location = in_scalars) in vec4 scalars;  // w: window distance, mm
out float window_distance;
#endif

uniform mat4 view_projection;  // the light's

#include "moved.glsl"

out vec3 at;

void main() {
  at = moved(position);
#ifdef SKIN
  window_distance = scalars.w;
#endif
  gl_Position = view_projection * vec4(at, 1.0);
}
