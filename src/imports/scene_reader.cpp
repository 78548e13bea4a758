#include "scene_reader.h"

#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <assimp/Importer.hpp>
#include <assimp/ProgressHandler.hpp>
#include <charconv>
#include <cmath>
#include <cstring>
#include <exception>
#include <map>
#include <new>

#include "text.h"

namespace dorsum::imports {
namespace {

constexpr auto fetch_or_export_again = "fetch or export the file again";
constexpr int max_depth = 256;

class ProgressToUs : public Assimp::ProgressHandler {
 public:
  explicit ProgressToUs(const ReadingProgress& progress) : progress_(progress) {}
  bool Update(float done) override {
    if (done >= 0.0F) progress_(done);
    return true;
  }

 private:
  const ReadingProgress& progress_;
};

class SceneWalk {
 public:
  SceneWalk(const aiScene& scene, Findings& findings) : scene_(scene), findings_(findings) {}

  /// Walks the node tree. Empty text, or what is wrong.
  std::string walk(const aiNode& node, const aiMatrix4x4& above, std::uint32_t parent, int depth) {
    if (depth > max_depth) return fmt::format("its nodes are nested deeper than {}", max_depth);
    const aiMatrix4x4 placing = above * node.mTransformation;
    FoundNode found;
    found.parent = parent;
    found.name = own_name(node.mName.C_Str());
    add_ids(found.ids, found.name);
    add_ids_of(found.ids, node.mMetaData);
    for (unsigned int i = 0; i < node.mNumMeshes; ++i) {
      const unsigned int number = node.mMeshes[i];
      if (number >= scene_.mNumMeshes) return fmt::format("node \"{}\" refers to mesh {}, which is not there", found.name, number);
      const aiMesh& mesh = *scene_.mMeshes[number];
      if (const std::string alias = own_name(mesh.mName.C_Str()); !alias.empty() && alias != found.name && !has(found.aliases, alias)) found.aliases.push_back(alias);
      const std::string problem = append_mesh(found.mesh, mesh, placing);
      if (!problem.empty()) return fmt::format("node \"{}\": {}", found.name, problem);
    }
    if (findings_.nodes.size() >= most_nodes) return fmt::format("more than {} nodes are not read", most_nodes);
    if (found.name.empty() && found.aliases.size() == 1) found.name = found.aliases.front();
    const auto made = static_cast<std::uint32_t>(findings_.nodes.size());
    findings_.nodes.push_back(std::move(found));
    for (unsigned int i = 0; i < node.mNumChildren; ++i) {
      if (node.mChildren[i] == nullptr) continue;
      const std::string problem = walk(*node.mChildren[i], placing, made, depth + 1);
      if (!problem.empty()) return problem;
    }
    return {};
  }

  [[nodiscard]] std::size_t triangles() const { return triangles_; }
  void tell() const {
    if (others_ > 0) findings_.notes.push_back(fmt::format("{} points and lines are passed over", others_));
    if (dropped_ > 0) findings_.notes.push_back(fmt::format("{} polygons could not be cut into triangles and are passed over", dropped_));
  }

 private:
  static bool has(const std::vector<std::string>& texts, const std::string& text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); }

  /// Names that Assimp makes up are none.
  static std::string own_name(const char* text) {
    std::string name = to_utf8(text);
    if (name.starts_with('<') && name.ends_with('>')) return {};  // "<STL_BINARY>"
    for (const std::string_view made_up : {"defaultobject", "RootNode", "ROOT"}) {
      if (name == made_up) return {};
    }
    return name;
  }

  static void add_ids_of(std::vector<std::string>& ids, const aiMetadata* data) {
    if (data == nullptr) return;
    for (unsigned int i = 0; i < data->mNumProperties; ++i) {
      aiString text;
      if (data->mValues[i].mType != AI_AISTRING || !data->Get(i, text)) continue;
      add_ids(ids, std::string(data->mKeys[i].C_Str()) + " " + text.C_Str());
      add_ids(ids, text.C_Str());
    }
  }

  /// Appends one Assimp mesh to a part. Empty text, or what is wrong.
  std::string append_mesh(geometry::TriangleMesh& whole, const aiMesh& mesh, const aiMatrix4x4& placing) {
    geometry::TriangleMesh part;
    if (mesh.mNumVertices > 0 && mesh.mVertices == nullptr) return "its mesh has no places";
    part.positions.reserve(mesh.mNumVertices);
    for (unsigned int i = 0; i < mesh.mNumVertices; ++i) {
      const aiVector3D position = placing * mesh.mVertices[i];
      part.positions.emplace_back(position.x, position.y, position.z);
      if (!geometry::is_finite(part.positions.back())) return fmt::format("vertex {} is not a finite number", i);
    }
    part.triangles.reserve(mesh.mNumFaces);
    for (unsigned int f = 0; f < mesh.mNumFaces; ++f) {
      const aiFace& face = mesh.mFaces[f];
      if (face.mNumIndices != 3) {
        ++(face.mNumIndices < 3 ? others_ : dropped_);
        continue;
      }
      const geometry::Triangle triangle{face.mIndices[0], face.mIndices[1], face.mIndices[2]};
      for (const std::uint32_t corner : triangle) {
        if (corner >= mesh.mNumVertices) return fmt::format("index {} is out of range: there are {} vertices", corner, mesh.mNumVertices);
      }
      part.triangles.push_back(triangle);
    }
    if (placing.Determinant() < 0.0F) {
      for (geometry::Triangle& triangle : part.triangles) std::swap(triangle[1], triangle[2]);
    }
    triangles_ += part.triangles.size();
    if (triangles_ > most_triangles) return fmt::format("more than {} triangles are not read", most_triangles);
    if (part.triangles.empty()) return {};
    if (whole.positions.empty()) {
      whole = std::move(part);
    } else {
      geometry::append(whole, part);
    }
    return {};
  }

  const aiScene& scene_;
  Findings& findings_;
  std::size_t triangles_ = 0, others_ = 0, dropped_ = 0;
};

/// FBX's global settings: axes by number and sign, unit in centimetres.
StatedFrame stated_by_fbx(const aiMetadata& data) {
  StatedFrame stated;
  const auto whole = [&data](const char* key, int fallback) {
    int32_t value = fallback;
    return data.Get(key, value) ? static_cast<int>(value) : fallback;
  };
  const int up = whole("UpAxis", -1), front = whole("FrontAxis", -1), side = whole("CoordAxis", -1);
  if (up >= 0 && up <= 2 && front >= 0 && front <= 2 && up != front) {
    stated.up = Axis{up, whole("UpAxisSign", 1) < 0 ? -1 : 1};
    stated.front = Axis{front, whole("FrontAxisSign", 1) < 0 ? -1 : 1};
    // Seen from in front, the third axis goes to the picture's right, the body's left; else the frame is left-handed.
    if (side >= 0 && side <= 2) {
      Frame frame;
      frame.up = *stated.up;
      frame.front = *stated.front;
      glm::vec3 along(0.0F);
      along[side] = whole("CoordAxisSign", 1) < 0 ? -1.0F : 1.0F;
      stated.mirrored = (matrix_of(frame) * along).x < 0.0F;
    }
  }
  double centimetres = 0.0;
  float small = 0.0F;
  if (!data.Get("UnitScaleFactor", centimetres) && data.Get("UnitScaleFactor", small)) centimetres = small;
  if (std::isfinite(centimetres) && centimetres > 1e-6 && centimetres < 1e5) stated.mm = static_cast<float>(centimetres * 10.0);
  return stated;
}

/// The value of an attribute of the XML tag that begins there.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string wanted = " " + std::string(name) + "=";
  const std::size_t at = tag.find(wanted);
  if (at == std::string_view::npos || at + wanted.size() >= tag.size()) return {};
  const char quote = tag[at + wanted.size()];
  const std::size_t start = at + wanted.size() + 1, end = tag.find(quote, start);
  return end == std::string_view::npos ? std::string() : to_utf8(tag.substr(start, end - start));
}

/// The unit in a 3MF package's model, millimetres where it names none (3MF core specification, 3.4).
float unit_of_3mf(std::string_view bytes) {
  constexpr float millimetre = 1.0F;
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* const package = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
  if (package == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return millimetre;
  }
  std::string start(4096, '\0');
  zip_int64_t got = -1;
  if (zip_file_t* const model = zip_fopen(package, "3D/3dmodel.model", ZIP_FL_NOCASE)) {
    got = zip_fread(model, start.data(), start.size());
    zip_fclose(model);
  }
  zip_discard(package);
  start.resize(static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
  const std::size_t model = start.find("<model");
  if (model == std::string::npos) return millimetre;
  return millimetres_in(attribute(std::string_view(start).substr(model, start.find('>', model) - model), "unit")).value_or(millimetre);
}

/// What formats say of unit and axes beside the triangles.
StatedFrame stated_by_format(const aiScene& scene, std::string_view bytes, const std::string& format) {
  StatedFrame stated;
  if (format == "fbx" && scene.mMetaData != nullptr) return stated_by_fbx(*scene.mMetaData);
  if (format == "dae" || format == "zae") {
    // Assimp has turned and scaled it: metres, +Y up.
    stated = {1000.0F, Axis{1, 1}, Axis{2, 1}, false};
  } else if (format == "x3d" || format == "x3db" || format == "wrl") {
    stated = {1000.0F, Axis{1, 1}, Axis{2, 1}, false};  // ISO/IEC 19775-1, 4.3.6
  } else if (format == "stl") {
    stated = stated_in(bytes.substr(0, std::min(bytes.find('\n'), std::size_t{80})));
  } else if (format == "ply") {
    stated = stated_in(bytes.substr(0, std::min(bytes.find("end_header"), std::size_t{16384})));
  } else if (format == "off") {
    std::string comments;
    for (std::size_t at = bytes.find('#'); at < std::min(bytes.size(), std::size_t{16384}); at = bytes.find('#', at + 1)) comments += std::string(bytes.substr(at, bytes.find('\n', at) - at)) + "\n";
    stated = stated_in(comments);
  } else if (format == "3mf") {
    stated.mm = unit_of_3mf(bytes);
  } else if (format == "amf") {
    if (const std::size_t at = bytes.find("unit=\""); at != std::string_view::npos) {
      const std::size_t end = bytes.find('"', at + 6);
      stated.mm = millimetres_in(bytes.substr(at + 6, std::min(end, at + 40) - at - 6));
    }
  }
  return stated;
}

/// Collada's nodes have names, which people see, and ids, which scripts know; Assimp hands over one of the two.
void add_collada_ids(Findings& findings, std::string_view bytes) {
  std::multimap<std::string, std::string> ids;
  for (std::size_t at = bytes.find("<node "); at != std::string_view::npos; at = bytes.find("<node ", at + 1)) {
    const std::string_view tag = bytes.substr(at, bytes.substr(at, 4096).find('>'));
    const std::string id = attribute(tag, "id"), name = attribute(tag, "name");
    if (!id.empty() && !name.empty() && id != name) ids.emplace(name, id);
  }
  for (FoundNode& node : findings.nodes) {
    const auto found = ids.find(node.name);
    if (found == ids.end()) continue;
    node.aliases.push_back(found->second);
    ids.erase(found);  // the next of that name has the next id
  }
}

/// Our own STL says in its header whose mesh it holds, since the format has no names.
std::string named_in_header(std::string_view bytes) {
  const std::string_view header = bytes.substr(0, std::min(bytes.size(), std::size_t{80}));
  const std::size_t at = header.find("NAME=");
  return at == std::string_view::npos ? std::string() : to_utf8(header.substr(at + 5));
}

/// Assimp (5.2) believes the element counts in a PLY file's header and works for minutes on a file of a hundred
/// bytes; every element takes at least one byte.
Result<void> check_ply_counts(std::string_view bytes, const std::string& name) {
  constexpr std::string_view keyword = "element ";
  const std::string_view header = bytes.substr(0, bytes.find("end_header"));
  if (!header.starts_with("ply")) return {};
  for (std::size_t at = header.find(keyword); at != std::string_view::npos; at = header.find(keyword, at + 1)) {
    std::string_view line = header.substr(at, header.find_first_of("\r\n", at) - at);
    while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
    const std::string_view number = line.substr(line.find_last_of(' ') + 1);
    unsigned long long count = 0;
    const auto [rest, problem] = std::from_chars(number.data(), number.data() + number.size(), count);
    if (problem != std::errc() || rest != number.data() + number.size() || count > bytes.size()) {
      return bad_input(name, fmt::format("the header speaks of {:.40} elements, the file has {} bytes", number, bytes.size()), fetch_or_export_again);
    }
  }
  return {};
}

/// A binary STL's triangles are counted in its header: Assimp (5.2) reads a file that is cut short as if it were whole, or past its end.
Result<void> check_stl_count(std::string_view bytes, const std::string& name) {
  if (bytes.size() < 84 || bytes.starts_with("solid")) return {};
  std::uint32_t count = 0;
  std::memcpy(&count, bytes.data() + 80, sizeof count);
  if (bytes.size() < 84 + std::size_t{count} * 50) {
    return bad_input(name, fmt::format("the header speaks of {} triangles, the file has room for {}: it is cut short", count, (bytes.size() - 84) / 50), fetch_or_export_again);
  }
  return {};
}

}  // namespace

bool scene_format_known(const std::string& format) {
  return Assimp::Importer().IsExtensionSupported(format.c_str());
}

Result<Findings> read_scene(std::string_view bytes, const std::string& format, const std::string& name, const ReadingProgress& progress) {
  if (const auto counts = check_ply_counts(bytes, name); !counts) return Failure(counts.error());
  if (format == "stl") {
    if (const auto counts = check_stl_count(bytes, name); !counts) return Failure(counts.error());
  }
  try {
    ProgressToUs handler(progress);
    Assimp::Importer importer;
    importer.SetProgressHandler(&handler);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_PRESERVE_PIVOTS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_COLLADA_USE_COLLADA_NAMES, true);
    const aiScene* const scene = importer.ReadFileFromMemory(bytes.data(), bytes.size(), aiProcess_Triangulate | aiProcess_ValidateDataStructure, format.c_str());
    importer.SetProgressHandler(nullptr);
    if (scene == nullptr || scene->mRootNode == nullptr) {
      const std::string reason = importer.GetErrorString();
      return bad_input(name, reason.empty() ? "it can't be read as a mesh file" : showable(reason), fetch_or_export_again);
    }
    Findings findings;
    findings.nodes.emplace_back();
    SceneWalk walk(*scene, findings);
    const std::string problem = walk.walk(*scene->mRootNode, aiMatrix4x4(), 0, 0);
    if (!problem.empty()) return bad_input(name, problem, fetch_or_export_again);
    if (walk.triangles() == 0) return bad_input(name, "it holds no triangles", fetch_or_export_again);
    walk.tell();
    if (format == "dae") add_collada_ids(findings, bytes);
    findings.stated = stated_by_format(*scene, bytes, format);
    if (format == "stl") {
      if (std::string own = named_in_header(bytes); !own.empty()) findings.nodes.back().name = std::move(own);
    }
    return findings;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& problem) {
    return bad_input(name, fmt::format("it can't be read as a mesh file: {}", showable(problem.what())), fetch_or_export_again);
  }
}

}  // namespace dorsum::imports
