#version 410 core
// The skin: as surface.vert, and the scalars that zones, paint and the window are drawn from.
layout(location = in_position) in vec3 position;
layout(location = in_normal) in vec4 normal;
layout(location = in_scalars) in vec4 scalars;  // essential zones, spillover zones, painted pain, window distance mm
layout(location = in_patterned) in vec4 patterned;  // patterns.glsl

uniform mat4 view_projection;

#include "moved.glsl"
#include "cut_vertex.glsl"

out vec3 at;
out vec3 outward;
out vec4 values;
out vec4 patterns;

invariant gl_Position;

void main() {
  at = moved(position);
  outward = normal.xyz;
  values = scalars;
  patterns = patterned;
  gl_Position = view_projection * vec4(at, 1.0);
  cut(at);
}
