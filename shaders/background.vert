#version 410 core
// One triangle over the whole picture, its colours already as the screen wants them: on a software renderer
// every operation a pixel counts.
uniform vec3 top;
uniform vec3 bottom;
out vec3 colour;

void main() {
  vec2 uv = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  colour = mix(bottom, top, uv.y);
  gl_Position = vec4(uv * 2.0 - 1.0, 1.0, 1.0);
}
