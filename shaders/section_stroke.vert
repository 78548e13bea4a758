#version 410 core
// A segment of an outline as a stroke with round ends, lying in the plane.
layout(location = in_from) in vec4 from;  // w: window distance, mm
layout(location = in_to) in vec4 to;

uniform mat4 view_projection;
uniform vec3 normal;
uniform vec3 eye;
uniform float width;         // mm to each side
uniform float least_pixels;
uniform float pixel_angle;   // mm a pixel at 1 mm from the eye

out vec3 at;
out vec2 local;              // mm along the segment from its beginning, and across
flat out float reach;
flat out float span;
flat out vec2 window_ends;

void main() {
  int corner = gl_VertexID % 6;
  bool far_end = corner == 1 || corner == 2 || corner == 4;
  bool left = corner == 2 || corner == 4 || corner == 5;
  vec3 along = to.xyz - from.xyz;
  span = length(along);
  along = span > 1e-6 ? along / span : normalize(cross(normal, vec3(0.36, 0.48, 0.8)));
  vec3 across = cross(normal, along);
  reach = max(width, least_pixels * pixel_angle * distance(eye, from.xyz));
  local = vec2(far_end ? span + reach : -reach, left ? reach : -reach);
  window_ends = vec2(from.w, to.w);
  at = from.xyz + along * local.x + across * local.y;
  gl_Position = view_projection * vec4(at, 1.0);
}
