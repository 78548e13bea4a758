// Shade in flesh is warm: the red is the last to go. Cheap stand-in for pow(open, (0.8, 1.0, 1.06)).
vec3 shade_tint(float open) { return vec3(open + 0.16 * open * (1.0 - open), open, open - 0.05 * open * (1.0 - open)); }
