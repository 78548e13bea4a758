#version 410 core
// The finished picture. SMOOTHED: edges, where there are no samples to do it. SHADED: the shade is applied here and not by
// a pass of its own, as far as the picture's alpha says that the body is there. OUTLINED: the outline of what is selected.
in vec2 uv;
uniform sampler2D picture;
uniform sampler2D marked;
uniform sampler2D shade;
uniform vec2 pixel;
uniform vec3 accent;
uniform float outline_width;  // pixels
uniform float steps;          // from dark to light: what is one sample of many is rounded to whole ones
uniform float rounding;       // steps
out vec4 fragment;

#include "shade_tint.glsl"

float luma(vec4 colour) { return dot(colour.rgb, vec3(0.299, 0.587, 0.114)); }

// After Lottes, "FXAA" (NVIDIA 2009), its console form, made shorter: a blur along the edge where contrast is high. No branch
// spares a software renderer anything, so that each question of the picture counts.
vec4 smoothed(vec2 at) {
  float nw = luma(texture(picture, at + vec2(-0.5, 0.5) * pixel)), ne = luma(texture(picture, at + vec2(0.5, 0.5) * pixel));
  float sw = luma(texture(picture, at + vec2(-0.5, -0.5) * pixel)), se = luma(texture(picture, at + vec2(0.5, -0.5) * pixel));
  float low = min(min(nw, ne), min(sw, se)), high = max(max(nw, ne), max(sw, se));
  vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
  float smallest = min(abs(along.x), abs(along.y)) + 0.03;
  vec2 step = high - low < max(0.04, high * 0.10) ? vec2(0.0) : clamp(along / smallest, -4.0, 4.0) * 0.3 * pixel;
  return 0.5 * (texture(picture, at - step) + texture(picture, at + step));
}

// The outline runs around what is marked; where something covers it, it is broken into dashes and paler.
float outline() {
  vec2 here = texture(marked, uv).rg;
  vec4 around = vec4(0.0);
  for (int i = 0; i < 8; ++i) {
    float angle = float(i) * 0.7853982;
    around = max(around, texture(marked, uv + vec2(cos(angle), sin(angle)) * pixel * outline_width));
  }
  vec2 line = clamp(around.rg - here, 0.0, 1.0);
  vec2 shown = clamp(around.ba, 0.0, 1.0);
  // Bars across the picture's two diagonals: whatever way an outline runs, it crosses some.
  float period = outline_width * 5.0;
  vec2 bars = fract(vec2(gl_FragCoord.x + gl_FragCoord.y, gl_FragCoord.x - gl_FragCoord.y) / period);
  float dash = (bars.x < 0.5) != (bars.y < 0.5) ? 0.62 : 0.10;
  vec2 strength = mix(vec2(dash), vec2(1.0), shown) * line;
  return max(strength.x, strength.y * 0.55);
}

void main() {
#ifdef SMOOTHED
  vec4 colour = smoothed(uv);
#else
  vec4 colour = texture(picture, uv);
#endif
#ifdef SHADED
  colour.rgb *= mix(vec3(1.0), shade_tint(texture(shade, uv).r), colour.a);
#endif
#ifdef OUTLINED
  colour = mix(colour, vec4(pow(accent, vec3(1.0 / 2.2)), 1.0), outline());
#endif
#ifdef SHADED
  colour.a = 1.0;
#endif
#ifdef SMOOTHED
  fragment = colour;
#else
  fragment = floor(colour * steps + rounding);
#endif
}
