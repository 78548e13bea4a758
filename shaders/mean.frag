#version 410 core
// The mean of a picture's samples.
in vec2 uv;
uniform sampler2D sum;
uniform float part;  // one over the number of samples and the steps of each (present.frag)
out vec4 fragment;

void main() { fragment = texture(sum, uv) * part; }
