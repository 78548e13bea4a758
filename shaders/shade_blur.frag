#version 410 core
// Takes the grain out of the gathered shade, not across edges of depth. Four by four: the gather's pattern.
in vec2 uv;
uniform sampler2D shade;  // as gathered: the shade, and how far before the eye in mm; negative: nothing there
uniform vec2 pixel;       // of the shade picture in uv
out vec4 fragment;

void main() {
  float here = texture(shade, uv).g;
  float sum = 0.0, weight = 0.0;
  for (int y = -1; y <= 2; ++y) {
    for (int x = -1; x <= 2; ++x) {
      vec2 there = texture(shade, uv + vec2(x, y) * pixel).rg;
      // Beside the body lies what its edge has, so that no light fringe is mixed into the edge.
      float w = here < 0.0 ? (there.g < 0.0 ? 1.0e-4 : 1.0) : 1.0 / (1.0 + abs(there.g - here) * 0.25);
      sum += there.r * w;
      weight += w;
    }
  }
  fragment = vec4(vec3(sum / weight), 1.0);
}
