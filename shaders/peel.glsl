// Where PEELING is defined, what lies no deeper than the layers peeled off so far is passed over.
#ifdef PEELING
uniform sampler2D peeled;  // depth of the last layer taken
uniform bool first_layer;

void pass_over_peeled() {
  // The depth picture rounds to 24 bits: a little more than that counts as the same surface.
  if (!first_layer && gl_FragCoord.z <= texelFetch(peeled, ivec2(gl_FragCoord.xy), 0).r + 2.0e-7) discard;
}
#else
void pass_over_peeled() {}
#endif
