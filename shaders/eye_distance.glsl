// How far from the eye a pixel is, mm, by the depth picture. Uses: depth, near_far.
float eye_distance(vec2 where) {
  float z = texture(depth, where).r;
  return near_far.x * near_far.y / (near_far.y - z * (near_far.y - near_far.x));
}
