#version 410 core
// Ambient obscurance, soft shade from the depth picture, after McGuire, Mara and Luebke, "Scalable Ambient Obscurance"
// (HPG 2012): how much of the half-space over a point nearby surfaces fill.
in vec2 uv;
uniform sampler2D depth;
uniform vec2 pixel;         // size of one pixel of this pass in uv
uniform float reach;        // mm
uniform float reach_pixels; // reach at 1 mm from the eye, in uv height
uniform float disc_limit;  // in uv height: close up, the search stays within the caches
uniform int taps;
uniform float turned;       // of the pattern of taps, radians: another in every sample of the picture
out vec4 fragment;          // the shade, and how far before the eye in mm; negative: nothing there

#include "eye_distance.glsl"
#ifdef SHADOWED
// While things move the key light's shadows come with the shade: a walk from the point towards the light, which something
// that is seen may stop, and what the light would have given is taken out again. It knows no more than the eye does, but
// the light stands beside the eye. After Ritschel, Grosch and Seidel, "Approximating dynamic global illumination in image
// space" (I3D 2009).
uniform vec3 key_seen;  // towards the light, as the eye sees it

float without_key(vec3 point, vec3 normal, float start) {
  float key = clamp(dot(normal, key_seen), 0.0, 1.0);
  float reaching = 1.0, way = 2.0 + 0.9 * start;
  for (int i = 0; i < 14; ++i) {
    vec3 on_way = point + normal * 1.0 + key_seen * way;
    vec2 there = (on_way.xy / field_scale / (perspective ? -on_way.z : 1.0) - field_shift) * 0.5 + 0.5;
    float behind = -on_way.z - eye_distance(there);  // mm that the way passes behind what is seen there
    // What is seen is about as thick as it is far away: else the way passes behind it.
    float stopped = smoothstep(0.6, 2.0 + 0.05 * way, behind) * (1.0 - smoothstep(12.0 + 0.6 * way, 20.0 + 1.0 * way, behind));
    reaching = min(reaching, 1.0 - stopped);
    way *= 1.36;
  }
  const float rest = 0.42;  // of light from all around and of the fill, to the key's
  return sqrt((rest + key * reaching) / (rest + key));  // about as the screen has it
}
#endif

const float contact_part = 0.28;

void main() {
  vec2 middle = on_texel(uv);
  vec3 here = eye_point(middle);
  if (texture(depth, middle).r >= 1.0) {
    fragment = vec4(1.0, -1.0, 0.0, 1.0);
    return;
  }
  // The normal from the smaller of the two differences each way: edges don't smear into what is behind.
  vec3 right = eye_point(middle + vec2(pixel.x, 0.0)) - here, left = here - eye_point(middle - vec2(pixel.x, 0.0));
  vec3 up = eye_point(middle + vec2(0.0, pixel.y)) - here, down = here - eye_point(middle - vec2(0.0, pixel.y));
  // At the picture's edge the texture repeats its last pixel: only the inner difference counts there.
  bool take_left = uv.x + pixel.x > 1.0 || (uv.x > pixel.x && abs(left.z) <= abs(right.z));
  bool take_down = uv.y + pixel.y > 1.0 || (uv.y > pixel.y && abs(down.z) <= abs(up.z));
  vec3 normal = normalize(cross(take_left ? left : right, take_down ? down : up));

  float disc = min(reach_pixels / (perspective ? -here.z : 1.0), disc_limit);
  float turn = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) * 6.2831853 + turned;
  // The even taps look as far as the furrow between two muscles, the odd ones for what touches or all but touches.
  float filled = 0.0, touched = 0.0;
  for (int i = 0; i < taps; ++i) {
    bool near_by = (i & 1) == 1;
    float within = near_by ? reach * contact_part : reach;
    float part = (float(i >> 1) + 0.5) / float(taps >> 1) * (near_by ? contact_part : 1.0);
    float angle = turn + float(i) * 2.3999632;
    vec2 step = vec2(cos(angle), sin(angle)) * disc * part;
    vec2 there = middle + vec2(step.x * pixel.x / pixel.y, step.y);
    if (any(lessThan(there, vec2(0.0))) || any(greaterThan(there, vec2(1.0)))) continue;
    vec3 to = eye_point(there) - here;
    float square = dot(to, to);
    float fall = max(0.0, 1.0 - square / (within * within));
    float above = max(0.0, (dot(to, normal) - 0.4 - 0.0006 * -here.z) / sqrt(square + 1.0));
    if (near_by) touched += fall * above;
    else filled += fall * fall * above;
  }
  float half_taps = float(taps >> 1);
  float open = clamp(1.0 - filled / half_taps * 1.9 - touched / half_taps * 0.75, 0.0, 1.0);
#ifdef SHADOWED
  open *= without_key(here, normal, turn / 6.2831853);
#endif
  fragment = vec4(open, -here.z, 0.0, 1.0);
}
