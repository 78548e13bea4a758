#version 410 core
in vec2 uv;
uniform vec3 top;
uniform vec3 bottom;
out vec4 fragment;

void main() {
  // Lighter behind the figure, quietly darker to the corners.
  float away = length((uv - vec2(0.5, 0.55)) * vec2(1.0, 0.8));
  vec3 linear = mix(bottom, top, smoothstep(0.0, 1.0, uv.y)) * (1.0 - 0.16 * smoothstep(0.25, 0.85, away));
  fragment = vec4(pow(linear, vec3(1.0 / 2.2)), 1.0);
}
