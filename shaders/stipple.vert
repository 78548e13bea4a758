#version 410 core
// One dot of a spillover zone: a small disc lying on the skin, fixed to it, so that dots neither swim nor
// shimmer. Instanced; the corner comes from the vertex number.
layout(location = in_centre) in vec3 centre;
layout(location = in_normal) in vec3 normal;
layout(location = in_radius) in float radius;           // mm
layout(location = in_window_distance) in float window_distance;  // mm

uniform mat4 view_projection;
uniform float pixel_angle;  // radians a pixel: dots never get smaller than this allows
uniform vec3 eye;

#include "cut_vertex.glsl"

out vec2 corner;
out float window_at;
out vec3 at;
out vec3 outward;
out float softness;

void main() {
  corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  vec3 helper = abs(normal.z) < 0.9 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0);
  vec3 across = normalize(cross(helper, normal));
  vec3 along = cross(normal, across);
  float pixel = distance(eye, centre) * pixel_angle;
  float drawn = max(radius, pixel * 0.9);
  at = centre + normal * 0.8 + (across * corner.x + along * corner.y) * (drawn + pixel);
  corner *= (drawn + pixel) / drawn;
  softness = pixel / drawn;
  window_at = window_distance;
  outward = normal;
  gl_Position = view_projection * vec4(at, 1.0);
  cut(at);
}
