// Pain on the skin. Essential zones are solid; spillover zones are stippled (stipple.vert) on a faint tint;
// what a client painted is a cool wash. Where the zones of two points agree the solid is hatched, where three or more
// do it is cross-hatched: how many agree can be read without telling reds apart.
const vec3 essential_colour = vec3(0.70, 0.055, 0.02);
const vec3 essential_deep = vec3(0.30, 0.0, 0.015);
const vec3 spillover_tint = vec3(0.80, 0.30, 0.12);
const vec3 painted_colour = vec3(0.16, 0.12, 0.55);

// How much of a pixel lies in bars of a third of `period` mm; smooth at every distance.
float hatch(float position, float period) {
  float bar = abs(fract(position / period) - 0.5) * period;  // mm from the middle of the gap
  float pixel = max(fwidth(position), 1e-4);
  float sharp = clamp((bar - period * 0.33) / pixel + 0.5, 0.0, 1.0);
  return mix(sharp, 0.34, smoothstep(period * 0.25, period * 0.6, pixel));
}

vec3 with_zones(vec3 albedo, vec4 values, vec3 at) {
  vec3 painted = mix(albedo, painted_colour, clamp(values.z, 0.0, 1.0) * 0.60);
  vec3 tinted = mix(painted, spillover_tint, clamp(values.y, 0.0, 1.0) * 0.20);
  float two = smoothstep(1.4, 1.7, values.x), three = smoothstep(2.4, 2.7, values.x);
  vec3 solid = essential_colour;
  if (two > 0.0) {
    float bars = max(hatch(at.x + at.z, 11.0) * two, hatch(at.x - at.z, 11.0) * three);
    solid = mix(solid, essential_deep, bars);
  }
  return mix(tinted, solid, smoothstep(0.25, 0.8, values.x) * 0.88);
}

// How much skin stays for a zone where the skin is open: a rim of bare skin around the solid zone sets its red
// apart from the red of the muscles behind; spillover stays mostly dots.
float zone_cover(vec4 values) {
  return clamp(max(smoothstep(0.0, 0.25, values.x) * 0.72, max(smoothstep(0.0, 0.4, values.y) * 0.26, values.z * 0.6)), 0.0, 1.0);
}
