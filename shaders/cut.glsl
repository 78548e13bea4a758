// The other half of cut_vertex.glsl: whether a fragment is cut away that no clip distance has taken already.
#ifdef GL_ES
in float within_cut;
bool is_cut_away() { return within_cut < 0.0; }
#else
bool is_cut_away() { return false; }
#endif
