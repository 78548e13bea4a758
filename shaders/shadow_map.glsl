// How much of the key light reaches a point past what stands in its way, 0 to 1: the light's depth picture asked around
// the point's place in it. Every sample of the picture has the light at another spot of its disc (shadow_pass.cpp), so
// that shadows are sharp where they begin and soft far from what casts them.
uniform sampler2DShadow shadow_map;
uniform mat4 to_shadow;      // body mm to place and depth in the map, 0 to 1
uniform float shadow_texel;  // mm
uniform vec2 shadow_step;    // one texel
uniform float shadow_turn;   // of the pattern of questions, radians: another in every sample

// `depth` is how far light gets into the surface, mm: that much of itself throws no shadow on it.
float key_reaching(vec3 point, vec3 normal, vec3 towards_light, float depth) {
  // Asked a little off the surface, more where light grazes it: its own facets cast none.
  float slope = 1.0 - clamp(dot(normal, towards_light), 0.0, 1.0);
  vec3 asked = (to_shadow * vec4(point + normal * (0.35 + shadow_texel * (0.6 + 1.8 * slope) + depth * slope), 1.0)).xyz;
  float turn = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) * 6.2831853 + shadow_turn;
  vec2 across = vec2(cos(turn), sin(turn)) * shadow_step * 1.2;
  return 0.5 * (texture(shadow_map, vec3(asked.xy + across, asked.z)) + texture(shadow_map, vec3(asked.xy - across, asked.z)));
}
