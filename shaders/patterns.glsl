// The zones of the likeliest points for a painted pain, each in a pattern of its own so that no colour is needed to
// tell them apart: x diagonal stripes, y rings, z crosses; thinner where only some people feel it. w is gooseflesh:
// small pale bumps, nothing of pain.
const vec3 pattern_ink = vec3(0.13, 0.012, 0.03);

// How much of a pixel is ink when the ink's edge is `inside` mm away (positive: within the ink).
float inked(float inside) {
  float pixel = max(fwidth(inside), 1e-4);
  return clamp(inside / pixel + 0.5, 0.0, 1.0);
}

vec3 with_patterns(vec3 albedo, vec4 patterns, vec3 at, vec3 normal) {
  if (max(max(patterns.x, patterns.y), max(patterns.z, patterns.w)) < 0.02) return albedo;
  // A map of the skin that is flat enough where it is looked at straight.
  vec2 flat_at = vec2(abs(normal.x) > abs(normal.y) ? at.y : at.x, at.z);
  vec3 strength = smoothstep(0.12, 0.9, patterns.xyz);  // how bold: spill-over is thinner
  vec3 there = smoothstep(0.1, 0.2, patterns.xyz);      // no hairline is left where there is nothing
  float stripe = abs(fract((flat_at.x + flat_at.y) / 15.0) - 0.5) * 15.0;  // mm from the stripe's middle, across the slant
  float ink = there.x * inked(strength.x * 3.2 - stripe);
  vec2 cell = (fract(flat_at / 16.0) - 0.5) * 16.0;
  ink = max(ink, there.y * inked(0.3 + strength.y * 1.3 - abs(length(cell) - 4.8)));
  vec2 other = abs((fract(flat_at / 16.0 + 0.5) - 0.5) * 16.0);  // between the rings
  float cross_shape = max(min(other.x, other.y), max(other.x, other.y) - 4.4 + 1.3 * strength.z);
  ink = max(ink, there.z * inked(0.3 + strength.z * 1.3 - cross_shape));
  vec3 shown = mix(albedo, pattern_ink, ink * 0.85);
  vec2 bump = (fract(flat_at / 4.5 + vec2(0.5 * floor(flat_at.y / 4.5), 0.0)) - 0.5) * 4.5;
  vec3 goose = mix(albedo * 0.86 + vec3(0.02, 0.03, 0.06), vec3(0.93, 0.90, 0.86), inked(1.15 - length(bump)));
  return mix(shown, goose, smoothstep(0.2, 0.8, patterns.w));
}

// How much skin stays for them where the skin is open.
float pattern_cover(vec4 patterns) {
  return clamp(smoothstep(0.1, 0.5, max(max(patterns.x, patterns.y), max(patterns.z, patterns.w))) * 0.78, 0.0, 1.0);
}
