// The opening in the skin: how far inside it a point is, mm; negative where skin is left.
uniform vec2 opening;   // window distance beyond which skin is gone: x the body's left, y its right
uniform float midline;

float inside_window(float window_distance, float x) {
  float left = window_distance - opening.x;
  float right = window_distance - opening.y;
  // Each side's opening ends at the midline, unless the other side is open there too.
  return max(min(left, right), max(min(left, x - midline), min(right, midline - x)));
}
