#version 410 core
// What hands do on the skin: ribbons of strokes, and skin that no hand presses.
layout(location = in_position) in vec3 position;
layout(location = in_normal) in vec3 normal;
layout(location = in_mark) in vec4 mark;

uniform mat4 view_projection;

#include "cut_vertex.glsl"

out vec3 at;
out vec3 outward;
out vec4 marked;

void main() {
  at = position;
  outward = normal;
  marked = mark;
  gl_Position = view_projection * vec4(at, 1.0);
  cut(at);
}
