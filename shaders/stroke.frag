#version 410 core
in vec2 across;  // x: pixels from the middle; y: the half width here
in vec2 along;   // x: pixels from the start; y: a dash and its gap, 0 for solid
in vec4 colour;
out vec4 fragment;

void main() {
  float cover = clamp(across.y - abs(across.x) + 0.5, 0.0, 1.0) * min(1.0, across.y * 2.0);
  if (along.y > 0.0) {
    // The dash takes three fifths; its ends are smooth over a pixel.
    float from_middle = abs(fract(along.x / along.y) - 0.5) * along.y;
    cover *= clamp(along.y * 0.3 - from_middle + 0.5, 0.0, 1.0);
  }
  fragment = vec4(colour.rgb, colour.a * cover);
}
