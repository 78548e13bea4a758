#version 410 core
// Marks the pixels of what is selected or under the pointer.
uniform vec4 mark;
out vec4 fragment;
void main() { fragment = mark; }
