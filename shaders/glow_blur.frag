#version 410 core
in vec2 uv;
uniform sampler2D picture;
uniform vec2 stride;  // between taps, in uv
out vec4 fragment;

void main() {
  float sum = 0.0, weight = 0.0;
  for (int i = -4; i <= 4; ++i) {
    float w = exp(-float(i * i) / 8.0);
    sum += texture(picture, uv + stride * float(i)).r * w;
    weight += w;
  }
  fragment = vec4(sum / weight);
}
