#version 410 core
// A rectangle of the legend, in pixels from the picture's upper left corner.
uniform vec2 low;
uniform vec2 high;
uniform vec2 viewport;
out vec2 local;  // pixels from its upper left corner

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  local = corner * (high - low);
  vec2 device = mix(low, high, corner) / viewport * 2.0 - 1.0;
  gl_Position = vec4(device.x, -device.y, 0.0, 1.0);
}
