// A trigger point's mark. On: a filled disc with a cross cut in it. Off: a ring with a dot. Different in shape as well as
// colour. `corner`: pixels from its middle; `radius`: pixels.
float disc(float distance, float radius) { return clamp(radius - distance + 0.5, 0.0, 1.0); }

vec4 mark(vec2 corner, float radius, bool on) {
  float d = length(corner);
  float outer = disc(d, radius), inner = disc(d, radius * 0.72);
  vec3 ink = vec3(0.16, 0.05, 0.04), paper = vec3(1.0, 0.985, 0.95), red = vec3(0.84, 0.08, 0.04);
  vec4 drawn;
  if (on) {
    vec2 arm = abs(corner);
    float cross_cut = disc(min(arm.x, arm.y), radius * 0.16) * disc(max(arm.x, arm.y), radius * 0.48);
    drawn = vec4(mix(mix(paper, red, inner), paper, cross_cut * inner), outer);
  } else {
    float dot_in = disc(d, radius * 0.30);
    drawn = vec4(mix(mix(ink, paper, inner), ink, dot_in), outer * 0.92);
  }
  float halo = disc(d, radius + 1.2) * 0.35;
  return vec4(mix(ink, drawn.rgb, drawn.a), max(drawn.a, halo));
}
