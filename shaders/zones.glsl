// Pain on the skin. Essential zones are solid, in a wine so dark that skin and opened muscle both stand out against it
// (3:1 and more by WCAG's relative luminance, for eyes that tell no red from green or no blue from yellow as well), within a
// pale edge that parts them from whatever lies around. Spillover zones are stippled (stipple.vert): dots of the same wine,
// each in a pale ring. What a client painted is a cool wash. Where the zones of two points agree the solid is hatched, where
// three or more do it is cross-hatched: how many agree can be read without telling colours apart.
const vec3 essential_colour = vec3(0.052, 0.0, 0.019);
const vec3 essential_hatch = vec3(0.62, 0.20, 0.22);
const vec3 zone_edge_colour = vec3(0.97, 0.90, 0.78);
const vec3 spillover_tint = vec3(0.86, 0.60, 0.44);
const vec3 painted_colour = vec3(0.16, 0.12, 0.55);

// Bounds of the pale edge, of a zone's strength from 0 outside to 1 within.
const float edge_outer = 0.12, edge_inner = 0.52;

// How much of a pixel lies in bars of a quarter of `period` mm; smooth at every distance.
float hatch(float position, float period) {
  float bar = abs(fract(position / period) - 0.5) * period;  // mm from the middle of the gap
  float pixel = max(fwidth(position), 1e-4);
  float sharp = clamp((bar - period * 0.38) / pixel + 0.5, 0.0, 1.0);
  return mix(sharp, 0.24, smoothstep(period * 0.25, period * 0.6, pixel));
}

// Whether a strength is beyond a bound: sharp to a pixel.
float beyond(float strength, float bound) { return clamp((strength - bound) / max(fwidth(strength), 1e-3) + 0.5, 0.0, 1.0); }

vec3 with_zones(vec3 albedo, vec4 values, vec3 at) {
  vec3 painted = mix(albedo, painted_colour, clamp(values.z, 0.0, 1.0) * 0.60);
  vec3 tinted = mix(painted, spillover_tint, clamp(values.y, 0.0, 1.0) * 0.35);
  float two = smoothstep(1.4, 1.7, values.x), three = smoothstep(2.4, 2.7, values.x);
  vec3 solid = essential_colour;
  if (two > 0.0) {
    float bars = max(hatch(at.x + at.z, 11.0) * two, hatch(at.x - at.z, 11.0) * three);
    solid = mix(solid, essential_hatch, bars);
  }
  vec3 edged = mix(tinted, zone_edge_colour, beyond(values.x, edge_outer));
  return mix(edged, solid, beyond(values.x, edge_inner));
}

// A dot of a spillover zone: `from` its middle, in parts of its radius, as a pixel's size is told.
vec4 spill_dot(float from, float pixel) {
  const float core = 0.70;  // of the radius; the rest is the pale ring
  float ink = clamp((core - from) / max(pixel, 1e-3) + 0.5, 0.0, 1.0);
  return vec4(mix(zone_edge_colour, essential_colour, ink), clamp((1.0 - from) / max(pixel, 1e-3) + 0.5, 0.0, 1.0));
}

// How much skin stays for a zone where the skin is open; spillover stays mostly dots.
float zone_cover(vec4 values) {
  float solid = beyond(values.x, edge_outer) * 0.97;
  return clamp(max(solid, max(smoothstep(0.0, 0.4, values.y) * 0.42, values.z * 0.6)), 0.0, 1.0);
}
