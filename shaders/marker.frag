#version 410 core
#include "mark.glsl"

in vec2 corner;
flat in vec3 looks;  // x: on, y: covered
flat in float reach;
out vec4 fragment;

void main() {
  bool on = looks.x > 0.5;
  fragment = mark(corner, reach - 1.5, on);
  if (looks.y > 0.5) fragment.a *= on ? 0.42 : 0.0;
}
