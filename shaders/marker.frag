#version 410 core
// On: a filled red disc with a cross cut in it. Off: a ring with a dot. Different in shape as well as colour.
in vec2 corner;
flat in vec3 looks;
uniform float size;
out vec4 fragment;

float disc(float distance, float radius) { return clamp(radius - distance + 0.5, 0.0, 1.0); }

void main() {
  bool on = looks.x > 0.5;
  float radius = size - 2.0;
  float d = length(corner);
  float outer = disc(d, radius), inner = disc(d, radius * 0.72);
  vec3 ink = vec3(0.16, 0.05, 0.04), paper = vec3(1.0, 0.985, 0.95), red = vec3(0.84, 0.08, 0.04);
  vec4 mark;
  if (on) {
    vec2 arm = abs(corner);
    float cross_cut = disc(min(arm.x, arm.y), radius * 0.16) * disc(max(arm.x, arm.y), radius * 0.48);
    mark = vec4(mix(mix(paper, red, inner), paper, cross_cut * inner), outer);
  } else {
    float dot_in = disc(d, radius * 0.30);
    mark = vec4(mix(mix(ink, paper, inner), ink, dot_in), outer * 0.92);
  }
  float halo = disc(d, radius + 1.2) * 0.35;
  vec3 colour = mix(ink, mark.rgb, mark.a);
  float alpha = max(mark.a, halo);
  fragment = vec4(colour, alpha * (looks.y > 0.5 ? (on ? 0.42 : 0.0) : 1.0));
}
