#version 410 core
in vec3 outward;
uniform vec3 to_light;
out vec4 fragment;

void main() { fragment = vec4(vec3(0.2 + 0.8 * max(0.0, dot(normalize(outward), to_light))), 1.0); }
