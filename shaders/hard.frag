#version 410 core
// Bone, cartilage, ligament, fascia: pale and quiet, apart by colour, grain and how they shine.
#include "lens.glsl"
#include "lighting.glsl"
#include "noise.glsl"
#include "fibres.glsl"

in vec3 at;
in vec3 outward;
in vec2 along_across;

uniform vec3 colour;
uniform float opacity;
uniform float glow;
uniform vec3 accent;
uniform float striation;         // 0 where the mesh has no fibre coordinates
uniform float depth_of_strands;  // how much darker and lighter than the mean

out vec4 fragment;

void main() {
  if (is_opened(at)) discard;
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) normal = -normal;
  vec3 albedo = colour;
#if defined(BONE)
  const float gloss = 14.0, sheen = 0.035;
  // Ivory, warmer in patches as old bone is.
  float patches = noise(vec2(at.x + at.y * 0.7, at.z + at.y * 0.7) / 11.0) - 0.5;
  albedo *= 1.0 + patches * vec3(0.05, 0.09, 0.17);
#elif defined(CARTILAGE)
  const float gloss = 40.0, sheen = 0.14;
  // Hyaline: light gets in and comes out at the edges.
  float grazing = 1.0 - clamp(dot(normal, normalize(eye - at)), 0.0, 1.0);
  albedo = mix(albedo * vec3(0.94, 0.97, 1.0), vec3(0.80, 0.88, 0.92), grazing * grazing * 0.7);
#else  // FIBROUS: ligament and fascia
  const float gloss = 30.0;
  float strand = striation > 0.0 ? striation_at(along_across) : 0.0;
  albedo *= 1.0 + strand * depth_of_strands;
  float sheen = 0.10 * (1.0 + strand * 1.2);
#endif
  vec3 shaded = lit(albedo, normal, at, 0.10, gloss, sheen);
  shaded = mix(shaded, accent, glow * 0.18);
  fragment = vec4(encoded(shaded), opacity);
}
