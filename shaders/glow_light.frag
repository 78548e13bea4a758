#version 410 core
in vec2 uv;
uniform sampler2D glow;
uniform float strength;
out vec4 fragment;

void main() {
  // Around a zone, not over it: none where most of the light arrives.
  float arriving = texture(glow, uv).r;
  float cover = 2.2 * arriving * (1.0 - smoothstep(0.30, 0.55, arriving)) * strength * 0.20;
  fragment = vec4(vec3(1.0, 0.30, 0.34) * cover, cover);
}
