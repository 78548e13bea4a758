#version 410 core
// Smooths the shade where depth is smooth, and multiplies it onto the picture.
in vec2 uv;
uniform sampler2D depth;
uniform sampler2D shade;
uniform vec2 pixel;       // of the shade picture in uv
uniform vec2 near_far;    // mm
out vec4 fragment;

float eye_distance(vec2 where) {
  float z = texture(depth, where).r;
  return near_far.x * near_far.y / (near_far.y - z * (near_far.y - near_far.x));
}

void main() {
  float here = eye_distance(uv);
  float sum = 0.0, weight = 0.0;
  for (int y = -1; y <= 2; ++y) {
    for (int x = -1; x <= 2; ++x) {
      vec2 where = uv + (vec2(x, y) - 0.5) * pixel;
      float w = 1.0 / (1.0 + abs(eye_distance(where) - here) * 0.25);
      sum += texture(shade, where).r * w;
      weight += w;
    }
  }
  float open = sum / weight;
  // Shade in flesh is warm: the red is the last to go.
  fragment = vec4(pow(vec3(open), vec3(0.80, 1.0, 1.06)), 1.0);
}
