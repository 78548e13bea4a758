#version 410 core
// Bone, cartilage, ligament, fascia: pale and quiet, apart by colour and by how they shine.
#include "lighting.glsl"
#include "cut.glsl"

in vec3 at;
in vec3 outward;

uniform vec3 colour;
uniform float opacity;
uniform float glow;
uniform vec3 accent;
uniform float gloss;
uniform float shine;

out vec4 fragment;

void main() {
  if (is_cut_face()) {
    fragment = vec4(encoded(cut_face(colour)), opacity);
    return;
  }
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) normal = -normal;
  vec3 shaded = lit(colour, normal, at, 0.10, gloss, shine);
  shaded = mix(shaded, accent, glow * 0.18);
  fragment = vec4(encoded(shaded), opacity);
}
