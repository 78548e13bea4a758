#version 410 core
// Text, leaders and dots, placed in pixels from the picture's upper left corner.
layout(location = in_at) in vec2 at;
layout(location = in_local_at) in vec2 local_at;
layout(location = in_ink) in vec4 ink;
layout(location = in_kind) in vec2 kind;

uniform vec2 viewport;
out vec2 local;
out vec4 colour;
flat out vec2 shape;

void main() {
  local = local_at;
  colour = ink;
  shape = kind;
  vec2 device = at / viewport * 2.0 - 1.0;
  gl_Position = vec4(device.x, -device.y, 0.0, 1.0);
}
