#version 410 core
in vec2 uv;
uniform sampler2D glow;
uniform float strength;
out vec4 fragment;

void main() {
  float cover = texture(glow, uv).r * strength * 0.30;
  fragment = vec4(vec3(1.0, 0.20, 0.10) * cover, cover);
}
