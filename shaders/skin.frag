#version 410 core
// Skin, left whole outside the window. The edge is smooth (alpha to coverage); skin pales into the fat that
// the cut lays bare; seen from inside, through the window, it is a warm dark lining.
#include "lighting.glsl"
#include "cut.glsl"
#include "skin_window.glsl"
#include "zones.glsl"

in vec3 at;
in vec3 outward;
in vec4 values;

uniform vec3 colour;
uniform float opacity;
uniform float glow;
uniform vec3 accent;

out vec4 fragment;

void main() {
  float inside = inside_window(values.w, at.x);
  float cover = clamp(0.5 - inside / max(fwidth(inside), 1e-4), 0.0, 1.0);
  if (cover <= 0.0) discard;
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) {
    vec3 lining = vec3(0.36, 0.15, 0.11);
    vec3 shaded = sectioned ? cut_face(vec3(0.86, 0.66, 0.42)) : lining * (0.35 + 0.45 * clamp(dot(-normal, key_direction), 0.0, 1.0));
    fragment = vec4(encoded(shaded), opacity * cover);
    return;
  }
  vec3 albedo = with_zones(colour, values);
  // The lip of the cut: a thin darker crease, then the skin's edge turning over.
  float lip = smoothstep(-5.0, -0.8, inside);
  albedo = mix(albedo, vec3(0.62, 0.36, 0.24), lip * 0.75);
  vec3 shaded = lit(albedo, normal, at, 0.35, 18.0, 0.045);
  // Blood under the skin: the terminator is warmer than the lit side.
  float key = dot(normal, key_direction);
  shaded += albedo * vec3(0.10, 0.025, 0.012) * (1.0 - smoothstep(0.0, 0.5, abs(key)));
  shaded = mix(shaded, accent, glow * 0.10);
  fragment = vec4(encoded(shaded), opacity * cover);
}
