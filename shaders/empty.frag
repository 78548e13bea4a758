#version 410 core
// Depth and stencil alone.
void main() {}
