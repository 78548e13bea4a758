#version 410 core
// Multiplies the shade onto the picture; near an edge of depth the half-size shade of the same side counts.
in vec2 uv;
uniform sampler2D depth;
uniform sampler2D shade;
uniform vec2 pixel;
out vec4 fragment;

#include "eye_distance.glsl"
#include "shade_tint.glsl"

void main() {
  if (texture(depth, uv).r >= 1.0) {
    fragment = vec4(1.0);
    return;
  }
  float here = eye_distance(uv);
  float sum = 0.0, weight = 0.0;
  for (int i = 0; i < 4; ++i) {
    vec2 where = uv + (vec2(i & 1, i >> 1) - 0.5) * pixel;
    float w = 1.0 / (1.0 + abs(eye_distance(where) - here) * 0.25);
    sum += texture(shade, where).r * w;
    weight += w;
  }
  fragment = vec4(shade_tint(sum / weight), 1.0);
}
