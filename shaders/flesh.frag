#version 410 core
// Muscle: warm red, striated along its fibres where it has fibre coordinates, paling into tendon.
#include "lighting.glsl"
#include "cut.glsl"
#include "noise.glsl"

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
  vec3 normal = normalize(outward);
  vec3 pale = vec3(0.70, 0.60, 0.45);
  vec3 albedo = colour;
  if (is_cut_face()) {
    fragment = vec4(encoded(cut_face(albedo * 1.15)), opacity);
    return;
  }
  if (striation > 0.0) {
    // Bundles about 3 mm wide and threads about 1 mm wide, long in the fibre direction. Each fades out
    // before it gets finer than a pixel, so that nothing shimmers.
    float pixel = fwidth(along_across.y);
    float bundles = noise(vec2(along_across.x / 60.0, along_across.y / 3.2)) - 0.5;
    float threads = noise(vec2(along_across.x / 25.0 + 17.0, along_across.y / 1.1)) - 0.5;
    float grain = bundles * (1.0 - smoothstep(0.8, 3.0, pixel)) * 0.62 + threads * (1.0 - smoothstep(0.3, 1.1, pixel)) * 0.40;
    albedo *= 1.0 + grain * striation * (1.0 - 0.55 * tendon);
    albedo = mix(albedo, pale * (1.0 + grain * 0.35), tendon * 0.88);
  }
  if (!gl_FrontFacing) normal = -normal;
  vec3 shaded = lit(albedo, normal, at, 0.18, 26.0, 0.10);
  shaded = mix(shaded, accent, glow * 0.18);
  fragment = vec4(encoded(shaded), opacity);
}
