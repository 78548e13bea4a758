#include "scene_reader.h"

#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <fmt/format.h>

#include <assimp/Importer.hpp>
#include <charconv>
#include <cmath>
#include <exception>

#include "obj_file.h"
#include "dorsum/io/read_file.h"

namespace dorsum::imports {
namespace {

constexpr auto fetch_or_export_again = "fetch or export the file again";
constexpr int max_depth = 64;

bool finite(const aiVector3D& v) { return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z); }

glm::vec3 to_glm(const aiVector3D& v) { return {v.x, v.y, v.z}; }

/// The channels of the colour sets after the first. Empty text, or what is wrong.
std::string append_masks(geometry::TriangleMesh& part, const aiMesh& mesh) {
  for (unsigned int set = 1; set < AI_MAX_NUMBER_OF_COLOR_SETS && mesh.HasVertexColors(set); ++set) {
    for (unsigned int channel = 0; channel < 4; ++channel) {
      std::vector<float>& mask = part.masks.emplace_back();
      mask.reserve(mesh.mNumVertices);
      for (unsigned int i = 0; i < mesh.mNumVertices; ++i) {
        const float value = mesh.mColors[set][i][channel];
        if (!std::isfinite(value)) return fmt::format("the colour of vertex {} is not a finite number", i);
        mask.push_back(value);
      }
    }
  }
  return {};
}

/// Appends one Assimp mesh to a part. Empty text, or what is wrong.
std::string append_mesh(geometry::TriangleMesh& whole, const aiMesh& mesh, const aiMatrix4x4& placing) {
  geometry::TriangleMesh part;
  aiMatrix3x3 turning(placing);
  turning.Inverse().Transpose();
  part.positions.reserve(mesh.mNumVertices);
  for (unsigned int i = 0; i < mesh.mNumVertices; ++i) {
    const aiVector3D position = placing * mesh.mVertices[i];
    if (!finite(position)) return fmt::format("vertex {} is not a finite number", i);
    part.positions.push_back(to_glm(position));
    if (mesh.HasNormals()) {
      aiVector3D normal = turning * mesh.mNormals[i];
      if (!finite(normal)) return fmt::format("the normal of vertex {} is not a finite number", i);
      part.normals.push_back(to_glm(normal.NormalizeSafe()));
    }
    if (mesh.HasTextureCoords(0)) {
      const aiVector3D& coordinate = mesh.mTextureCoords[0][i];
      if (!finite(coordinate)) return fmt::format("the texture coordinate of vertex {} is not a finite number", i);
      part.fibre.emplace_back(coordinate.x, coordinate.y);
    }
    if (mesh.HasVertexColors(0)) {
      const float red = mesh.mColors[0][i].r;
      if (!std::isfinite(red)) return fmt::format("the colour of vertex {} is not a finite number", i);
      part.tendon.push_back(red);
    }
  }
  if (const std::string problem = append_masks(part, mesh); !problem.empty()) return problem;
  part.triangles.reserve(mesh.mNumFaces);
  for (unsigned int f = 0; f < mesh.mNumFaces; ++f) {
    const aiFace& face = mesh.mFaces[f];
    if (face.mNumIndices != 3) continue;  // points and lines
    const geometry::Triangle triangle{face.mIndices[0], face.mIndices[1], face.mIndices[2]};
    for (const std::uint32_t corner : triangle) {
      if (corner >= mesh.mNumVertices) return fmt::format("index {} is out of range: there are {} vertices", corner, mesh.mNumVertices);
    }
    part.triangles.push_back(triangle);
  }
  if (part.triangles.empty()) return {};
  if (whole.positions.empty()) {
    whole = std::move(part);
  } else {
    geometry::append(whole, part);
  }
  return {};
}

/// Walks the node tree, which Assimp has already checked to be a tree.
std::string collect(std::vector<ScenePart>& parts, const aiScene& scene, const aiNode& node, const aiMatrix4x4& above, int depth) {
  if (depth > max_depth) return fmt::format("its nodes are nested deeper than {}", max_depth);
  const aiMatrix4x4 placing = above * node.mTransformation;
  ScenePart part;
  part.node = node.mName.C_Str();
  for (unsigned int i = 0; i < node.mNumMeshes; ++i) {
    const unsigned int number = node.mMeshes[i];
    if (number >= scene.mNumMeshes) return fmt::format("node \"{}\" refers to mesh {}, which is not there", part.node, number);
    const std::string problem = append_mesh(part.mesh, *scene.mMeshes[number], placing);
    if (!problem.empty()) return fmt::format("node \"{}\": {}", part.node, problem);
  }
  if (!part.mesh.triangles.empty()) parts.push_back(std::move(part));
  for (unsigned int i = 0; i < node.mNumChildren; ++i) {
    const std::string problem = collect(parts, scene, *node.mChildren[i], placing, depth + 1);
    if (!problem.empty()) return problem;
  }
  return {};
}

Result<std::vector<ScenePart>> parts_of(const aiScene* scene, const Assimp::Importer& importer, const std::string& name) {
  if (scene == nullptr || scene->mRootNode == nullptr) {
    const std::string reason = importer.GetErrorString();
    return bad_input(name, reason.empty() ? "it can't be read as a mesh file" : reason, fetch_or_export_again);
  }
  std::vector<ScenePart> parts;
  const std::string problem = collect(parts, *scene, *scene->mRootNode, aiMatrix4x4(), 0);
  if (!problem.empty()) return bad_input(name, problem, fetch_or_export_again);
  if (parts.empty()) return bad_input(name, "it holds no triangles", fetch_or_export_again);
  return parts;
}

/// Assimp (5.2) believes the element counts in a PLY file's header and works for minutes on a file of a hundred
/// bytes; every element takes at least one byte.
Result<void> check_ply_counts(std::string_view bytes, const std::string& name) {
  constexpr std::string_view keyword = "element ";
  const std::string_view header = bytes.substr(0, bytes.find("end_header"));
  if (!header.starts_with("ply")) return {};
  for (std::size_t at = header.find(keyword); at != std::string_view::npos; at = header.find(keyword, at + 1)) {
    const std::string_view line = header.substr(at, header.find_first_of("\r\n", at) - at);
    const std::string_view number = line.substr(line.find_last_of(' ') + 1);
    unsigned long long count = 0;
    const auto [rest, problem] = std::from_chars(number.data(), number.data() + number.size(), count);
    if (problem != std::errc() || rest != number.data() + number.size() || count > bytes.size()) {
      return bad_input(name, fmt::format("the header speaks of {:.40} elements, the file has {} bytes", number, bytes.size()), fetch_or_export_again);
    }
  }
  return {};
}

}  // namespace

Result<std::vector<ScenePart>> read_scene(std::string_view bytes, const std::string& format, const std::string& name) {
  try {
    Assimp::Importer importer;
    // Triangulate leaves triangles as they are; no step that would reorder or merge vertices.
    const aiScene* const scene = importer.ReadFileFromMemory(bytes.data(), bytes.size(), aiProcess_Triangulate, format.c_str());
    return parts_of(scene, importer, name);
  } catch (const std::exception& problem) {
    return bad_input(name, fmt::format("it can't be read as a mesh file: {}", problem.what()), fetch_or_export_again);
  }
}

Result<std::vector<ScenePart>> read_scene_file(const std::filesystem::path& file) {
  // Read once for the checks that read_file makes: that it is there, readable, not empty and not too large.
  const auto bytes = io::read_file(file);
  if (!bytes) return Failure(bytes.error());
  if (const auto counts = check_ply_counts(*bytes, file.string()); !counts) return Failure(counts.error());
  if (const auto extension = file.extension(); extension == ".obj" || extension == ".OBJ") {
    if (const auto good = check_obj(*bytes, file.string()); !good) return Failure(good.error());
  }
  try {
    Assimp::Importer importer;
    const unsigned int steps = aiProcess_Triangulate | aiProcess_ValidateDataStructure;
    const aiScene* const scene = importer.ReadFile(file.string(), steps);
    return parts_of(scene, importer, file.string());
  } catch (const std::exception& problem) {
    return bad_input(file.string(), fmt::format("it can't be read as a mesh file: {}", problem.what()), fetch_or_export_again);
  }
}

}  // namespace dorsum::imports
