#version 410 core
layout(location = in_position) in vec3 position;
layout(location = in_normal) in vec4 normal;
uniform mat4 view_projection;
out vec3 outward;

void main() {
  outward = normal.xyz;
  gl_Position = view_projection * vec4(position, 1.0);
}
