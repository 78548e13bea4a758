#version 410 core
// Bone where a muscle holds.
layout(location = in_position) in vec3 position;
layout(location = in_normal) in vec3 normal;
layout(location = in_origin_insertion) in vec2 origin_insertion;

uniform mat4 view_projection;

#include "cut_vertex.glsl"

out vec3 at;
out vec3 outward;
out vec2 ends;

void main() {
  at = position;
  outward = normal;
  ends = origin_insertion;
  gl_Position = view_projection * vec4(at, 1.0);
  cut(at);
}
