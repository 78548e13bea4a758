#version 410 core
// A rectangle of the section plane.
uniform mat4 view_projection;
uniform vec3 origin;
uniform vec3 axis_u;
uniform vec3 axis_v;
uniform vec4 extent;  // lowest and highest along both axes, mm
out vec2 on_plane;    // mm
out vec3 at;

void main() {
  on_plane = mix(extent.xy, extent.zw, vec2(gl_VertexID & 1, gl_VertexID >> 1));
  at = origin + axis_u * on_plane.x + axis_v * on_plane.y;
  gl_Position = view_projection * vec4(at, 1.0);
}
