// From the depth picture to millimetres before the eye.
uniform vec4 eye_depth;     // see set_eye_space
uniform bool perspective;
uniform vec2 field_scale;   // from device coordinates to tangents, or to mm where the projection is parallel
uniform vec2 field_shift;

float eye_distance_at(float z) { return (eye_depth.x + eye_depth.y * z) / (eye_depth.z + eye_depth.w * z); }

float eye_distance(vec2 where) { return eye_distance_at(texture(depth, where).r); }

// The middle of the depth picture's texel at a place. A smaller picture's pixels have theirs between texels, where rounding
// would pick now one and now another, which shows as stripes.
vec2 on_texel(vec2 where) {
  vec2 size = vec2(textureSize(depth, 0));
  return (floor(where * size + 0.25) + 0.5) / size;
}

vec3 eye_point(vec2 where) {
  float z = eye_distance(where);
  return vec3((where * 2.0 - 1.0 + field_shift) * field_scale * (perspective ? z : 1.0), -z);
}
