// In high quality the key light is stopped here; in low quality afterwards, with the shade (shade.frag).
#ifdef FINE
#include "shadow_map.glsl"
float key_light_at(vec3 point, vec3 normal, float depth) { return key_reaching(point, normal, key_direction, depth); }
#else
float key_light_at(vec3 point, vec3 normal, float depth) { return 1.0; }
#endif
