#version 410 core
#include "lens.glsl"

in vec3 at;

void main() {
  if (is_opened(at)) discard;
}
