// Pain on the skin. Essential zones are solid; spillover zones are stippled (stipple.vert) on a faint tint;
// what a client painted is a cool wash. Several zones at once deepen the colour.
const vec3 essential_colour = vec3(0.70, 0.055, 0.02);
const vec3 essential_deep = vec3(0.32, 0.0, 0.015);
const vec3 spillover_tint = vec3(0.80, 0.30, 0.12);
const vec3 painted_colour = vec3(0.16, 0.12, 0.55);

vec3 with_zones(vec3 albedo, vec4 values) {
  vec3 painted = mix(albedo, painted_colour, clamp(values.z, 0.0, 1.0) * 0.60);
  vec3 tinted = mix(painted, spillover_tint, clamp(values.y, 0.0, 1.0) * 0.20);
  vec3 solid = mix(essential_colour, essential_deep, clamp((values.x - 1.0) / 2.0, 0.0, 1.0));
  return mix(tinted, solid, smoothstep(0.25, 0.8, values.x) * 0.88);
}

// How much skin stays for a zone where the skin is open: a rim of bare skin around the solid zone sets its red
// apart from the red of the muscles behind; spillover stays mostly dots.
float zone_cover(vec4 values) {
  return clamp(max(smoothstep(0.0, 0.25, values.x) * 0.72, max(smoothstep(0.0, 0.4, values.y) * 0.26, values.z * 0.6)), 0.0, 1.0);
}
