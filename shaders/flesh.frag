#version 410 core
// Muscle: warm red, striated along its fibres where it has fibre coordinates, paling into tendon.
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "shadow.glsl"
#include "noise.glsl"
#include "fibres.glsl"
#include "relief.glsl"

in vec3 at;
in vec3 outward;
in vec2 along_across;
in float tendon;

uniform vec3 colour;
uniform float opacity;
uniform float glow;       // 0 none, 1 under the pointer or selected
uniform vec3 accent;
uniform float striation;  // 0 where the mesh has no fibre coordinates

out vec4 fragment;

void main() {
  if (is_cut_away() || is_opened(at)) discard;
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) normal = -normal;
  const vec3 pale = vec3(0.76, 0.67, 0.52);
  float grain = striation > 0.0 ? striation_at(along_across) : 0.0;
  // Flesh runs out into tendon bundle by bundle, not along a line.
  float sinew = smoothstep(0.12, 0.88, tendon + grain * 0.55 * (1.0 - abs(tendon * 2.0 - 1.0)));
  vec3 flesh = colour * (1.0 + grain * vec3(0.62, 0.74, 0.74));
  float shine = (0.10 + 0.10 * sinew) * (1.0 + grain) * highlight(normal, at, mix(24.0, 38.0, sinew));
#ifdef FINE
  if (striation > 0.0) {
    // Fascicles differ a little in colour, and lie side by side as ropes do.
    float fascicle = strands(along_across, 7.0) + 0.6 * strands(along_across + 31.0, 17.0);
    flesh *= 1.0 + fascicle * vec3(0.14, 0.26, 0.24);
    vec3 along = fibre_direction(at, normal, along_across);
    normal = tilted(normal, at, bundle_height(along_across, grain));
    float moist = 0.16 * silk(along, normal, at, 34.0) + 0.30 * highlight(normal, at, 90.0) * (0.7 + grain);
    float pearl = 0.34 * silk(along, normal, at, 16.0) * (1.0 + grain * 1.3);
    shine = mix(moist, pearl, sinew);
  }
#endif
  vec3 albedo = mix(flesh, pale * (1.0 + grain * 0.30), sinew * 0.92);
  vec3 shaded = lit(albedo, normal, at, mix(vec3(0.26, 0.14, 0.12), vec3(0.16), sinew), shine, key_light_at(at, normal, 1.2));
  shaded = mix(shaded, accent, glow * 0.18);
  fragment = vec4(encoded(shaded), opacity);
}
