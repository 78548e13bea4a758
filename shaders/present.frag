#version 410 core
// The finished picture: smoothed edges where there are no samples to do it, the outline of what is selected.
in vec2 uv;
uniform sampler2D picture;
uniform sampler2D marked;
uniform sampler2D shade;
uniform bool shaded;          // the shade is applied here instead of by a pass of its own
uniform bool smooth_edges;
uniform bool outlined;
uniform vec2 pixel;
uniform vec3 accent;
uniform float outline_width;  // pixels
out vec4 fragment;

#include "shade_tint.glsl"

float luma(vec3 colour) { return dot(colour, vec3(0.299, 0.587, 0.114)); }

// After Lottes, "FXAA" (NVIDIA 2009), its console form: one blur along the edge where contrast is high.
vec3 smoothed(vec2 at) {
  vec3 middle = texture(picture, at).rgb;
  float nw = luma(texture(picture, at + vec2(-0.5, 0.5) * pixel).rgb), ne = luma(texture(picture, at + vec2(0.5, 0.5) * pixel).rgb);
  float sw = luma(texture(picture, at + vec2(-0.5, -0.5) * pixel).rgb), se = luma(texture(picture, at + vec2(0.5, -0.5) * pixel).rgb);
  float low = min(min(nw, ne), min(sw, se)), high = max(max(nw, ne), max(sw, se));
  if (high - low < max(0.04, high * 0.10)) return middle;
  vec2 edge = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
  vec2 along = vec2(edge.x, edge.y);
  float smallest = min(abs(along.x), abs(along.y)) + 0.03;
  vec2 step = clamp(along / smallest, -4.0, 4.0) * pixel;
  vec3 near = 0.5 * (texture(picture, at - step / 6.0).rgb + texture(picture, at + step / 6.0).rgb);
  vec3 far = near * 0.5 + 0.25 * (texture(picture, at - step * 0.5).rgb + texture(picture, at + step * 0.5).rgb);
  float bright = luma(far);
  return bright < low || bright > high ? near : far;
}

void main() {
  vec3 colour = smooth_edges ? smoothed(uv) : texture(picture, uv).rgb;
  if (shaded) colour *= shade_tint(texture(shade, uv).r);
  if (outlined) {
    vec2 here = texture(marked, uv).rg, around = vec2(0.0);
    for (int i = 0; i < 8; ++i) {
      float angle = float(i) * 0.7853982;
      around = max(around, texture(marked, uv + vec2(cos(angle), sin(angle)) * pixel * outline_width).rg);
    }
    float line = clamp(around.x - here.x, 0.0, 1.0);
    float thin = clamp(around.y - here.y, 0.0, 1.0) * 0.55;
    colour = mix(colour, pow(accent, vec3(1.0 / 2.2)), max(line, thin));
  }
  fragment = vec4(colour, 1.0);
}
