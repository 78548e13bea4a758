// What the section cuts away: by a clip distance or, where GL has none (OpenGL ES), fragment by fragment (cut.glsl).
uniform vec4 section;

#ifdef GL_ES
out float within_cut;
void cut(vec3 point) { within_cut = dot(section.xyz, point) + section.w; }
#else
void cut(vec3 point) { gl_ClipDistance[0] = dot(section.xyz, point) + section.w; }
#endif
