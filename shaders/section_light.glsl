// A cut face is painted flat, as in a plate. Uses lighting.glsl.
uniform vec4 section;

vec3 cut_light(vec3 albedo) { return encoded(albedo * (0.86 + 0.16 * clamp(dot(-section.xyz, key_direction), 0.0, 1.0))); }
