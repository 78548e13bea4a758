#version 410 core
// A trigger point's mark: a disc that faces the viewer, its size in pixels.
layout(location = in_centre) in vec3 centre;
layout(location = in_look) in vec3 look;  // x: on, y: covered, z: under the pointer

uniform mat4 view_projection;
uniform vec2 viewport;
uniform float size;  // pixels, half the square
out vec2 corner;
flat out vec3 looks;
flat out float reach;  // pixels, half the square drawn

const float unlit = 0.62;  // rings that only say where a point is serve those that are on

void main() {
  reach = look.x > 0.5 ? size : size * unlit;
  corner = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * reach;
  looks = look;
  vec4 clip = view_projection * vec4(centre, 1.0);
  clip.xy += corner / viewport * 2.0 * clip.w;
  gl_Position = clip;
}
