#version 410 core
#include "lighting.glsl"
#include "section_light.glsl"
#include "skin_window.glsl"

in vec3 at;
in vec2 local;
flat in float reach;
flat in float span;
flat in vec2 window_ends;

uniform vec3 colour;
uniform bool erase;  // only where the skin is open, instead of only where it is not
out vec4 fragment;

void main() {
  vec2 beside = vec2(max(max(-local.x, local.x - span), 0.0), local.y);
  if (dot(beside, beside) > reach * reach) discard;
  float window = mix(window_ends.x, window_ends.y, clamp(local.x / max(span, 1e-6), 0.0, 1.0));
  if ((inside_window(window, at.x) > 0.0) != erase) discard;
  fragment = vec4(cut_light(colour), 1.0);
}
