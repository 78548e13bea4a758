// Whether no skin is drawn at a point: within its window, and in the lens on the near side. The far wall stays, for
// what is in the lens to lie against. Uses lens.glsl and skin_window.glsl.
bool is_gone(vec3 point, float window_distance) {
  return inside_window(window_distance, point.x) > 0.0 || (is_opened(point) && gl_FrontFacing);
}
