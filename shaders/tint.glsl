// Where a muscle holds on bone. Origin: bars. Insertion: dots. Both on a thin tint of their colour, with a darker edge, as
// in a bone atlas. `ends`: x origin, y insertion, 0 to 1, 0.5 at the edge; `p`: mm along the surface; `pixel`: mm.
bool is_origin(vec2 ends) { return ends.x >= ends.y; }

// x: how much of the bone is covered by tint and pattern together; y: how much of that is pattern.
vec2 tint_at(vec2 ends, vec2 p, float pixel) {
  float far = smoothstep(1.2, 3.0, pixel);  // finer than the pixels: an even tint of the same weight
  float bar = mix(clamp(0.5 - (abs(fract((p.x + p.y) / 4.6) - 0.5) * 4.6 - 1.2) / pixel, 0.0, 1.0), 0.5, far);
  float dot_at = mix(clamp(0.5 - (length(fract(p / 4.4) - 0.5) * 4.4 - 1.3) / pixel, 0.0, 1.0), 0.4, far);
  float amount = max(ends.x, ends.y);
  float inside = smoothstep(0.42, 0.58, amount);
  float edge = inside * (1.0 - smoothstep(0.60, 0.86, amount));
  return vec2(inside, max(is_origin(ends) ? bar : dot_at, edge));
}
