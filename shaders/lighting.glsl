// Light on a surface, and colours as the screen wants them. Linear RGB; directions in the body frame.
uniform vec3 eye;
uniform vec3 key_direction;
uniform vec3 key_colour;
uniform vec3 fill_direction;
uniform vec3 fill_colour;

// Soft light from all around: warm from above, a little from below, as over a dissecting table.
vec3 ambient(vec3 normal) { return mix(vec3(0.20, 0.17, 0.16), vec3(0.40, 0.41, 0.43), normal.z * 0.5 + 0.5); }

// `wrap` lets the key light reach past its terminator (skin, flesh); `gloss` is the exponent of the
// highlight and `shine` its strength.
vec3 lit(vec3 albedo, vec3 normal, vec3 position, float wrap, float gloss, float shine) {
  vec3 to_eye = normalize(eye - position);
  float key = clamp((dot(normal, key_direction) + wrap) / (1.0 + wrap), 0.0, 1.0);
  float fill = clamp(dot(normal, fill_direction) * 0.5 + 0.5, 0.0, 1.0);
  vec3 diffuse = albedo * (ambient(normal) + key_colour * key + fill_colour * fill);
  float highlight = pow(clamp(dot(normal, normalize(key_direction + to_eye)), 0.0, 1.0), gloss) * shine;
  float grazing = 1.0 - clamp(dot(normal, to_eye), 0.0, 1.0);
  float rim = grazing * grazing * grazing;
  return diffuse + key_colour * highlight * key + albedo * rim * 0.22;
}

// A gentle shoulder keeps highlights from burning out; then sRGB (its 2.2 power approximation).
vec3 encoded(vec3 linear) {
  vec3 toned = linear * (1.0 + linear * 0.12) / (1.0 + linear * 0.42) * 1.16;
  return pow(clamp(toned, 0.0, 1.0), vec3(1.0 / 2.2));
}
