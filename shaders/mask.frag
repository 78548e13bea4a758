#version 410 core
// Marks the pixels of what is selected or under the pointer: x selected, y under the pointer, wherever they are;
// z, w the same where nothing covers them.
#include "cut.glsl"
#include "lens.glsl"

in vec3 at;
uniform vec4 mark;
out vec4 fragment;

void main() {
  if (is_cut_away() || is_opened(at)) discard;
  fragment = mark;
}
