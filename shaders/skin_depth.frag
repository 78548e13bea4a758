#version 410 core
// The depth of translucent skin, with its window.
#include "skin_window.glsl"

in vec3 at;
in vec4 values;

void main() {
  if (inside_window(values.w, at.x) > 0.0) discard;
}
