#version 410 core
// Triangles from one point of the plane to every segment of an outline; the second half of a segment's six
// corners is not needed here and falls into a point.
layout(location = 0) in vec4 from;
layout(location = 1) in vec4 to;
uniform mat4 view_projection;
uniform vec3 pivot;

void main() {
  int corner = gl_VertexID % 6;
  gl_Position = view_projection * vec4(corner == 1 ? from.xyz : corner == 2 ? to.xyz : pivot, 1.0);
}
