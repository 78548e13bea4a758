#version 410 core
// The skin: as surface.vert, and the scalars that zones, paint and the window are drawn from.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 4) in vec4 scalars;  // essential zones, spillover zones, painted pain, window distance mm
layout(location = 5) in vec4 patterned;  // patterns.glsl

uniform mat4 view_projection;
uniform vec4 section;

#include "moved.glsl"

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
  gl_ClipDistance[0] = dot(section.xyz, at) + section.w;
}
