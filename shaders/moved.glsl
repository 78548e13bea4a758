// Where a vertex is drawn: a leaving layer lifts off from the upright axis of the body, so that sheets rise as a whole
// instead of swelling; a layer drawn apart is moved whole.
uniform float lift;   // mm
uniform vec3 offset;  // mm
uniform vec2 axis;    // x and y, mm

vec3 moved(vec3 position) {
  vec2 away = position.xy - axis;
  return position + offset + vec3(away * (lift / max(length(away), 1.0)), 0.0);
}
