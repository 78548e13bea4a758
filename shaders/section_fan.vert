#version 410 core
// Triangles from one point of the plane to every segment of an outline; the second half of a segment's six
// corners is not needed here and falls into a point.
layout(location = in_from) in vec4 from;
layout(location = in_to) in vec4 to;
uniform mat4 view_projection;
uniform vec3 pivot;
out vec3 at;  // where the lens opens the body nothing is counted

void main() {
  int corner = gl_VertexID % 6;
  at = corner == 1 ? from.xyz : corner == 2 ? to.xyz : pivot;
  gl_Position = view_projection * vec4(at, 1.0);
}
