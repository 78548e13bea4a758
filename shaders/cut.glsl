// Where a section plane has cut a closed mesh open, its back faces show: painted flat, they read as the cut
// surface of the solid.
uniform vec4 section;
uniform bool sectioned;

bool is_cut_face() { return sectioned && !gl_FrontFacing; }

vec3 cut_face(vec3 albedo) {
  float facing = clamp(dot(-section.xyz, key_direction) * 0.35 + 0.75, 0.0, 1.2);
  return albedo * facing * 0.95;
}
