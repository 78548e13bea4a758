#version 410 core
// Bone, cartilage, ligament, fascia: pale and quiet, apart by colour, grain and how they shine.
#include "lens.glsl"
#include "lighting.glsl"
#include "noise.glsl"
#include "fibres.glsl"
#include "peel.glsl"

in vec3 at;
in vec3 outward;
in vec2 along_across;

uniform vec3 colour;
uniform float opacity;
uniform float glow;
uniform vec3 accent;
uniform float gloss;
uniform float shine;
uniform int grain;        // view::Material: 2 bone, 3 cartilage, 4 ligament, 5 fascia
uniform float striation;  // 0 where the mesh has no fibre coordinates

out vec4 fragment;

void main() {
  if (is_opened(at)) discard;
  pass_over_peeled();
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) normal = -normal;
  vec3 albedo = colour;
  float sheen = shine;
  if (grain == 2) {
    // Ivory, warmer in patches as old bone is.
    float patches = noise(vec2(at.x + at.y * 0.7, at.z + at.y * 0.7) / 11.0) - 0.5;
    albedo *= 1.0 + patches * vec3(0.05, 0.09, 0.17);
  } else if (grain == 3) {
    // Hyaline: light gets in and comes out at the edges.
    float grazing = 1.0 - clamp(dot(normal, normalize(eye - at)), 0.0, 1.0);
    albedo = mix(albedo * vec3(0.94, 0.97, 1.0), vec3(0.80, 0.88, 0.92), grazing * grazing * 0.7);
  } else if (striation > 0.0) {
    float strand = striation_at(along_across);
    albedo *= 1.0 + strand * (grain == 4 ? 0.34 : 0.22);
    sheen *= 1.0 + strand * 1.2;
  }
  vec3 shaded = lit(albedo, normal, at, 0.10, gloss, sheen);
  shaded = mix(shaded, accent, glow * 0.18);
  fragment = vec4(encoded(shaded), opacity);
}
