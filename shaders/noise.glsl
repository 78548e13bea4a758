// Value noise on the plane and in space, 0 to 1, from an integer hash: the same on every driver.
uint mixed(uvec2 cell) {
  uint h = cell.x * 0x9E3779B1u ^ cell.y * 0x85EBCA77u;
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  return h ^ (h >> 13);
}

float lattice(ivec2 cell) { return float(mixed(uvec2(cell)) & 0xFFFFu) / 65535.0; }

float noise(vec2 p) {
  ivec2 cell = ivec2(floor(p));
  vec2 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(lattice(cell), lattice(cell + ivec2(1, 0)), f.x),
             mix(lattice(cell + ivec2(0, 1)), lattice(cell + ivec2(1, 1)), f.x), f.y);
}

float lattice(ivec3 cell) { return lattice(cell.xy + ivec2(cell.z * 7919, cell.z * -104729)); }

float noise(vec3 p) {
  ivec3 cell = ivec3(floor(p));
  vec3 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  vec4 low = vec4(lattice(cell), lattice(cell + ivec3(1, 0, 0)), lattice(cell + ivec3(0, 1, 0)), lattice(cell + ivec3(1, 1, 0)));
  vec4 high = vec4(lattice(cell + ivec3(0, 0, 1)), lattice(cell + ivec3(1, 0, 1)), lattice(cell + ivec3(0, 1, 1)), lattice(cell + ivec3(1, 1, 1)));
  vec4 level = mix(low, high, f.z);
  return mix(mix(level.x, level.y, f.x), mix(level.z, level.w, f.x), f.y);
}
