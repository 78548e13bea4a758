#version 410 core
// Takes the grain out of the gathered shade, not across edges of depth. Four by four: the gather's pattern.
in vec2 uv;
uniform sampler2D depth;
uniform sampler2D shade;
uniform vec2 pixel;      // of the shade picture in uv
out vec4 fragment;

#include "eye_distance.glsl"

void main() {
  float here = eye_distance(on_texel(uv));
  float sum = 0.0, weight = 0.0;
  for (int y = -1; y <= 2; ++y) {
    for (int x = -1; x <= 2; ++x) {
      vec2 where = uv + vec2(x, y) * pixel;
      float w = 1.0 / (1.0 + abs(eye_distance(on_texel(where)) - here) * 0.25);
      sum += texture(shade, where).r * w;
      weight += w;
    }
  }
  fragment = vec4(vec3(sum / weight), 1.0);
}
