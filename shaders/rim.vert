#version 410 core
// The edge of the window in the skin.
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in float depth_below;  // mm

uniform mat4 view_projection;
uniform vec4 section;

out vec3 at;
out vec3 outward;
out float below;

void main() {
  at = position;
  outward = normal;
  below = depth_below;
  gl_Position = view_projection * vec4(position, 1.0);
  gl_ClipDistance[0] = dot(section.xyz, at) + section.w;
}
