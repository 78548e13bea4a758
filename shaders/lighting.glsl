// Light on a surface, and colours as the screen wants them. Linear RGB; directions in the body frame.
uniform vec3 eye;
uniform vec3 key_direction;
uniform vec3 key_colour;
uniform vec3 fill_direction;
uniform vec3 fill_colour;

// Soft light from all around: warm from above, a little from below, as over a dissecting table.
vec3 ambient(vec3 normal) { return mix(vec3(0.20, 0.17, 0.16), vec3(0.40, 0.41, 0.43), normal.z * 0.5 + 0.5); }

// How strongly a surface throws the key light back at the eye: a highlight, the smaller the larger `gloss`.
float highlight(vec3 normal, vec3 position, float gloss) {
  vec3 between = normalize(key_direction + normalize(eye - position));
  return pow(clamp(dot(normal, between), 0.0, 1.0), gloss);
}

// The same of a bundle of fibres along a direction: a band of light across them (Kajiya and Kay, "Rendering fur with three
// dimensional textures", SIGGRAPH 1989), on the side that faces the light.
float silk(vec3 along, vec3 normal, vec3 position, float gloss) {
  vec3 between = normalize(key_direction + normalize(eye - position));
  float slant = dot(along, between), facing = clamp(dot(normal, between), 0.0, 1.0);
  return pow(max(1.0 - slant * slant, 0.0), gloss) * facing * facing * facing;
}

// `wrap` lets the key light reach past its terminator, red the farthest where light gets into a surface (skin, flesh);
// `shine` is what it throws back; `reaching` is how much of the key light gets there.
vec3 lit(vec3 albedo, vec3 normal, vec3 position, vec3 wrap, float shine, float reaching) {
  vec3 key = clamp((dot(normal, key_direction) + wrap) / (1.0 + wrap), 0.0, 1.0) * reaching;
  float fill = clamp(dot(normal, fill_direction) * 0.5 + 0.5, 0.0, 1.0);
  vec3 diffuse = albedo * (ambient(normal) + key_colour * key + fill_colour * fill);
  // Where the key light is kept off, some of it comes from the warm flesh around that it does reach.
  diffuse += albedo * vec3(0.17, 0.085, 0.045) * (1.0 - reaching);
  float grazing = 1.0 - clamp(dot(normal, normalize(eye - position)), 0.0, 1.0);
  float rim = grazing * grazing * grazing;
  return diffuse + key_colour * shine * key.g + albedo * rim * 0.22;
}

// A gentle shoulder keeps highlights from burning out; then sRGB (its 2.2 power approximation, by roots, to within half a
// step of 255: powers are what a software renderer can spare least).
vec3 encoded(vec3 linear) {
  vec3 toned = linear * (1.0 + linear * 0.12) / (1.0 + linear * 0.42) * 1.16;
  vec3 light = clamp(toned, 0.0, 1.0), root = sqrt(light);
  return 1.00786 * root + 0.06988 * sqrt(root) - 0.07969 * light;
}
