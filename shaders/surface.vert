#version 410 core
// Any mesh of the body. What leaves or is drawn apart is moved; the section cuts by a clip distance.
layout(location = in_position) in vec3 position;
layout(location = in_normal) in vec4 normal;
layout(location = in_fibre) in vec2 fibre;  // parts of 1024 mm (gpu_meshes.cpp)
layout(location = in_detail) in vec4 detail;  // x: tendon

uniform mat4 view_projection;

#include "moved.glsl"
#include "cut_vertex.glsl"

out vec3 at;
out vec3 outward;
out vec2 along_across;
out float tendon;

// The outline's marks must find the depth that the picture has, to the last bit.
invariant gl_Position;

void main() {
  at = moved(position);
  outward = normal.xyz;
  along_across = fibre * 1024.0;
  tendon = detail.x;
  gl_Position = view_projection * vec4(at, 1.0);
  cut(at);
}
