#version 410 core
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
uniform mat4 view_projection;
out vec3 outward;

void main() {
  outward = normal.xyz;
  gl_Position = view_projection * vec4(position, 1.0);
}
