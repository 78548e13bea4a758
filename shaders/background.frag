#version 410 core
in vec3 colour;
uniform float alpha;  // 0 where the last pass must tell the body from it (present.frag)
out vec4 fragment;

void main() { fragment = vec4(colour, alpha); }
