// Striation along fibre coordinates (mm along, mm across) at every zoom: of octaves of strands, each twice as wide as
// the one before, those are drawn that are a few pixels wide, and they change over smoothly. None is ever finer than
// the picture can show, so that nothing shimmers. Uses noise.glsl.
const float thinnest_strand = 0.35;  // mm: what the eye still tells apart in a muscle's fascicles

float strands(vec2 along_across, float width) {
  return noise(vec2(along_across.x / (width * 18.0) + width * 7.3, along_across.y / width)) - 0.5;
}

// The dark seam between two bundles: where strands pass from lighter to darker.
float seam(float strand) { return 1.0 - smoothstep(0.0, 0.09, abs(strand)); }

// mm that a pixel spans across the fibres.
float fibre_footprint(vec2 along_across) {
  vec2 pixel = fwidth(along_across);
  return max(pixel.y, pixel.x / 18.0);
}

// About -0.5 to 0.5.
float striation_at(vec2 along_across) {
  float footprint = fibre_footprint(along_across);
  float level = log2(max(footprint * 2.0, thinnest_strand)), whole = floor(level), part = level - whole;
  float width = exp2(whole);
  float fine = strands(along_across, width), middle = strands(along_across, width * 2.0), broad = strands(along_across, width * 4.0);
  return 0.72 * ((1.0 - part) * fine + middle + part * broad) - 0.13 * mix(seam(middle), seam(broad), part);
}

// Which way fibres run on the surface, unit; nothing where that can't be told.
vec3 fibre_direction(vec3 position, vec3 normal, vec2 along_across) {
  vec3 along = dFdx(position) * dFdy(along_across.y) - dFdy(position) * dFdx(along_across.y);
  along -= normal * dot(normal, along);
  float length_of = length(along);
  return length_of > 1e-9 ? along / length_of : vec3(0.0);
}

// Height in mm of the bundles that the striation draws: it stays as steep at every zoom.
float bundle_height(vec2 along_across, float striation) {
  return striation * clamp(fibre_footprint(along_across) * 2.0, thinnest_strand, 4.0) * 0.55;
}
