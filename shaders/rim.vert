#version 410 core
// The edge of the window in the skin.
layout(location = in_position) in vec3 position;
layout(location = in_normal) in vec3 normal;
layout(location = in_depth_below) in float depth_below;  // mm

uniform mat4 view_projection;

#include "cut_vertex.glsl"

out vec3 at;
out vec3 outward;
out float below;

void main() {
  at = position;
  outward = normal;
  below = depth_below;
  gl_Position = view_projection * vec4(position, 1.0);
  cut(at);
}
