#version 410 core
// What is cut away, and skin that is open, lets the light through.
#ifndef WHOLE
in vec3 at;
uniform vec4 section;
#endif
#ifdef SKIN
#include "skin_window.glsl"
in float window_distance;
#endif

void main() {
#ifndef WHOLE
  if (dot(section.xyz, at) + section.w < 0.0) discard;
#endif
#ifdef SKIN
  if (inside_window(window_distance, at.x) > 0.0) discard;
#endif
}
