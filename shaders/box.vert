#version 410 core
// A box as one strip of 14 corners.
uniform mat4 view_projection;
uniform vec3 low;
uniform vec3 high;

void main() {
  int bit = 1 << gl_VertexID;
  vec3 corner = vec3((0x287A & bit) != 0, (0x02AF & bit) != 0, (0x31E3 & bit) != 0);
  gl_Position = view_projection * vec4(mix(low, high, corner), 1.0);
}
