// The lens: a round opening around a line of sight. Things marked `opened_by_lens` are not drawn within it.
uniform bool opened_by_lens;
uniform vec3 lens_eye;
uniform vec3 lens_axis;    // unit, away from the eye
uniform float lens_slope;  // mm a mm of the way along the axis

bool is_opened(vec3 point) {
  if (!opened_by_lens) return false;
  vec3 way = point - lens_eye;
  float along = dot(way, lens_axis);
  return length(way - lens_axis * along) < lens_slope * along;
}
