#version 410 core
// A ribbon over the picture, in pixels from its upper left corner.
layout(location = in_at) in vec2 at;
layout(location = in_across_at) in vec2 across_at;
layout(location = in_along_at) in vec2 along_at;
layout(location = in_ink) in vec4 ink;

uniform vec2 viewport;
out vec2 across;
out vec2 along;
out vec4 colour;

void main() {
  across = across_at;
  along = along_at;
  colour = ink;
  vec2 device = at / viewport * 2.0 - 1.0;
  gl_Position = vec4(device.x, -device.y, 0.0, 1.0);
}
