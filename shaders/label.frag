#version 410 core
// shape.x: 0 a letter's ink, 1 its halo (local: pixels of the atlas); 2 a line of half width shape.y (local.y:
// pixels from its middle); 3 a dot of radius shape.y (local: pixels from its centre).
in vec2 local;
in vec4 colour;
flat in vec2 shape;
uniform sampler2D letters;
uniform vec2 letters_size;
out vec4 fragment;

void main() {
  float cover;
  if (shape.x < 1.5) {
    vec2 texel = texture(letters, local / letters_size).rg;
    cover = shape.x < 0.5 ? texel.r : texel.g * 0.85;
  } else {
    float from_middle = shape.x < 2.5 ? abs(local.y) : length(local);
    cover = clamp(shape.y - from_middle + 0.5, 0.0, 1.0) * min(1.0, shape.y * 2.0);
  }
  fragment = vec4(colour.rgb, colour.a * cover);
}
