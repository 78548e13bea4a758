// Fine relief that the meshes don't have, in high quality: a height in mm tilts the normal. After Mikkelsen, "Bump mapping
// unparametrized surfaces on the GPU" (J Graphics GPU Game Tools 2010).
vec3 tilted(vec3 normal, vec3 position, float height) {
  vec3 right = dFdx(position), up = dFdy(position);
  vec3 from_right = cross(up, normal), from_up = cross(normal, right);
  float area = dot(right, from_right);
  vec3 slope = sign(area) * (dFdx(height) * from_right + dFdy(height) * from_up);
  vec3 turned = abs(area) * normal - slope;
  float length_of = length(turned);
  return length_of > 1e-12 ? turned / length_of : normal;
}

// mm that a pixel spans at a point.
float footprint_of(vec3 position) { return max(length(dFdx(position)), length(dFdy(position))); }

// How much of a pattern of so many mm can be shown: none of it shimmers.
float shown_at(float size, float footprint) { return 1.0 - smoothstep(0.22, 0.6, footprint / size); }

// Noise in space is asked so: its own grid, which lies along the axes, does not show on what stands upright.
vec3 askew(vec3 position) { return mat3(0.36, 0.48, -0.80, -0.80, 0.60, 0.0, 0.48, 0.64, 0.60) * position; }
