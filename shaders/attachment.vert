#version 410 core
// Bone where a muscle holds.
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 origin_insertion;

uniform mat4 view_projection;
uniform vec4 section;

out vec3 at;
out vec3 outward;
out vec2 ends;

void main() {
  at = position;
  outward = normal;
  ends = origin_insertion;
  gl_Position = view_projection * vec4(at, 1.0);
  gl_ClipDistance[0] = dot(section.xyz, at) + section.w;
}
