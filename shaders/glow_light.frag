#version 410 core
in vec2 uv;
uniform sampler2D glow;
uniform float strength;
out vec4 fragment;

void main() {
  float light = texture(glow, uv).r;
  fragment = vec4(vec3(0.60, 0.23, 0.08) * light * strength * 0.62, light * strength * 0.37);
}
