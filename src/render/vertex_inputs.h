#pragma once
// The numbers of the vertex shaders' inputs, kept here alone: shaders have them by name (`layout(location = in_position)`,
// which load_program defines), vertex arrays by location_of. A name that isn't here compiles on neither side.

#include <glad/gl.h>

#include <string_view>

namespace dorsum::render {

struct VertexInput {
  std::string_view name;
  GLuint location = 0;  ///< OpenGL has 0 to 15
};

inline constexpr VertexInput vertex_inputs[] = {
    // Meshes (gpu_meshes.h); much of the rest has a position and a normal, too.
    {"position", 0},
    {"normal", 1},
    {"fibre", 2},
    {"detail", 3},
    {"scalars", 4},
    {"patterned", 5},
    {"origin_insertion", 2},  // attachments_pass.h
    {"depth_below", 2},       // rim_pass.h
    {"mark", 2},              // hands_pass.h
    // Dots and marks (stipple_pass.h, markers_pass.h).
    {"centre", 0},
    {"look", 1},
    {"radius", 2},
    {"window_distance", 3},
    // What lies over the picture, in pixels (labels_pass.h, strokes_pass.h).
    {"at", 0},
    {"local_at", 1},
    {"kind", 2},
    {"across_at", 1},
    {"along_at", 2},
    {"ink", 3},
    // A section's outlines (section_pass.h).
    {"from", 0},
    {"to", 1},
};

consteval GLuint location_of(std::string_view name) {
  for (const VertexInput& input : vertex_inputs) {
    if (input.name == name) return input.location;
  }
  throw "no vertex shader has an input of that name";
}

}  // namespace dorsum::render
