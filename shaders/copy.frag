#version 410 core
// One picture as it is, or with its colours multiplied by its alpha.
in vec2 uv;
uniform sampler2D picture;
uniform bool multiply;
out vec4 fragment;

void main() {
  vec4 colour = texture(picture, uv);
  fragment = multiply ? vec4(colour.rgb * colour.a, colour.a) : colour;
}
