#pragma once
// Small model files, made as exporters make them.

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dorsum/imports/import.h"
#include "small_pack.h"

namespace dorsum::imports::test {

using io::test::box;
using io::test::TemporaryFolder;
using io::test::write_text;

struct Part {
  const char* id;
  glm::vec3 low, high;
};
/// A body in few boxes, mm, body frame; no box is that of another turned.
inline const std::vector<Part>& body_parts() {
  static const std::vector<Part> parts{{"skin", {-230, -140, 0}, {230, 130, 1740}},
                                       {"vertebra-T6", {-18, 32, 1236}, {18, 108, 1264}},
                                       {"scapula.R", {-143, 85, 1218}, {-47, 105, 1362}},
                                       {"scapula.L", {47, 85, 1218}, {143, 105, 1362}},
                                       {"sternum-body", {-20, -110, 1180}, {20, -95, 1300}},
                                       {"sacrum", {-55, 40, 930}, {55, 95, 1030}}};
  return parts;
}

inline std::vector<atlas::Structure> body_table() {
  std::vector<atlas::Structure> table;
  const std::vector<std::string> concepts{"FMA7163", "FMA9945", "FMA13395", "FMA13396", "FMA7487", "FMA16202"};
  for (std::size_t i = 0; i < body_parts().size(); ++i) {
    atlas::Structure made;
    made.id = made.name = body_parts()[i].id;
    made.kind = i == 0 ? atlas::Kind::skin : atlas::Kind::bone;
    made.concepts = {concepts[i]};
    if (made.id.starts_with("scapula")) made.concepts.emplace_back("UBERON:0006849");
    table.push_back(made);
  }
  return table;
}

/// A place of the body in another frame: where the body's own axes go, and how large a millimetre is there.
struct To {
  glm::vec3 left{1, 0, 0}, posterior{0, 1, 0}, up{0, 0, 1};
  float scale = 1.0F;
  [[nodiscard]] glm::vec3 operator()(glm::vec3 p) const { return (left * p.x + posterior * p.y + up * p.z) * scale; }
};

inline geometry::TriangleMesh mesh_of(const Part& part, const To& to = {}) {
  geometry::TriangleMesh mesh = box(part.low, part.high);
  for (glm::vec3& p : mesh.positions) p = to(p);
  return mesh;
}

/// One object of an OBJ file; `first` is the number of its first vertex.
inline std::string obj_object(const std::string& head, const geometry::TriangleMesh& mesh, std::size_t first = 1) {
  std::string text = head;
  for (const glm::vec3& p : mesh.positions) text += fmt::format("v {:.6f} {:.6f} {:.6f}\n", p.x, p.y, p.z);
  for (const geometry::Triangle& t : mesh.triangles) text += fmt::format("f {} {} {}\n", t[0] + first, t[1] + first, t[2] + first);
  return text;
}

inline std::string obj_body(const To& to = {}, const std::string& head = {}) {
  std::string text = head;
  std::size_t first = 1;
  for (const Part& part : body_parts()) {
    text += obj_object(fmt::format("o {}\n", part.id), mesh_of(part, to), first);
    first += 8;
  }
  return text;
}

inline std::string collada_body(const To& to, const char* up, const char* meter) {
  std::string geometries, nodes;
  for (const Part& part : body_parts()) {
    const geometry::TriangleMesh mesh = mesh_of(part, to);
    std::string numbers, corners;
    for (const glm::vec3& p : mesh.positions) numbers += fmt::format("{} {} {} ", p.x, p.y, p.z);
    for (const geometry::Triangle& t : mesh.triangles) corners += fmt::format("{} {} {} ", t[0], t[1], t[2]);
    geometries += fmt::format(
        R"(<geometry id="g-{0}"><mesh><source id="g-{0}-p"><float_array id="g-{0}-a" count="24">{1}</float_array><technique_common><accessor source="#g-{0}-a" count="8" stride="3"><param name="X" type="float"/><param name="Y" type="float"/><param name="Z" type="float"/></accessor></technique_common></source><vertices id="g-{0}-v"><input semantic="POSITION" source="#g-{0}-p"/></vertices><triangles count="12"><input semantic="VERTEX" source="#g-{0}-v" offset="0"/><p>{2}</p></triangles></mesh></geometry>)",
        part.id, numbers, corners);
    nodes += fmt::format(R"(<node id="n-{0}" name="{0}"><instance_geometry url="#g-{0}"/></node>)", part.id);
  }
  return fmt::format(
      R"(<?xml version="1.0" encoding="utf-8"?><COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1"><asset><unit name="u" meter="{}"/><up_axis>{}</up_axis></asset><library_geometries>{}</library_geometries><library_visual_scenes><visual_scene id="S" name="S">{}</visual_scene></library_visual_scenes><scene><instance_visual_scene url="#S"/></scene></COLLADA>)",
      meter, up, geometries, nodes);
}

inline std::string fbx_body(const To& to, int up, int front, int front_sign, int side, int side_sign, const char* unit) {
  std::string objects, connections;
  int number = 1000;
  for (const Part& part : body_parts()) {
    const geometry::TriangleMesh mesh = mesh_of(part, to);
    std::string numbers, corners;
    for (const glm::vec3& p : mesh.positions) numbers += fmt::format("{}{:.6f},{:.6f},{:.6f}", numbers.empty() ? "" : ",", p.x, p.y, p.z);
    for (const geometry::Triangle& t : mesh.triangles) corners += fmt::format("{}{},{},{}", corners.empty() ? "" : ",", t[0], t[1], -static_cast<int>(t[2]) - 1);
    objects += fmt::format("\tGeometry: {0}, \"Geometry::{1}\", \"Mesh\" {{\n\t\tVertices: *24 {{\n\t\t\ta: {2}\n\t\t}}\n\t\tPolygonVertexIndex: *36 {{\n\t\t\ta: {3}\n\t\t}}\n\t\tGeometryVersion: 124\n\t}}\n\tModel: {4}, \"Model::{1}\", \"Mesh\" {{\n\t\tVersion: 232\n\t\tProperties70:  {{\n\t\t\tP: \"Lcl Translation\", \"Lcl Translation\", \"\", \"A\",0,0,0\n\t\t}}\n\t}}\n",
                           number, part.id, numbers, corners, number + 1000);
    connections += fmt::format("\tC: \"OO\",{0},0\n\tC: \"OO\",{1},{0}\n", number + 1000, number);
    ++number;
  }
  return fmt::format(
      "; FBX 7.4.0 project file\nFBXHeaderExtension:  {{\n\tFBXHeaderVersion: 1003\n\tFBXVersion: 7400\n}}\nGlobalSettings:  {{\n\tVersion: 1000\n\tProperties70:  {{\n\t\tP: \"UpAxis\", \"int\", \"Integer\", \"\",{}\n\t\tP: \"UpAxisSign\", \"int\", \"Integer\", \"\",1\n\t\tP: \"FrontAxis\", \"int\", \"Integer\", \"\",{}\n\t\tP: \"FrontAxisSign\", \"int\", \"Integer\", \"\",{}\n\t\tP: \"CoordAxis\", \"int\", \"Integer\", \"\",{}\n\t\tP: \"CoordAxisSign\", \"int\", \"Integer\", \"\",{}\n\t\tP: \"UnitScaleFactor\", \"double\", \"Number\", \"\",{}\n\t}}\n}}\nDefinitions:  {{\n\tVersion: 100\n\tCount: 3\n}}\nObjects:  {{\n{}}}\nConnections:  {{\n{}}}\n",
      up, front, front_sign, side, side_sign, unit, objects, connections);
}

inline std::string stl_of(const geometry::TriangleMesh& mesh, std::string header) {
  header.resize(80, ' ');
  const auto raw = [&header](auto value) { header.append(reinterpret_cast<const char*>(&value), sizeof value); };
  raw(static_cast<std::uint32_t>(mesh.triangles.size()));
  for (const geometry::Triangle& t : mesh.triangles) {
    for (int i = 0; i < 3; ++i) raw(0.0F);
    for (const std::uint32_t corner : t) {
      raw(mesh.positions[corner].x);
      raw(mesh.positions[corner].y);
      raw(mesh.positions[corner].z);
    }
    raw(std::uint16_t{0});
  }
  return header;
}

/// A glTF document under construction; buffers are put into the file itself.
class Gltf {
 public:
  nlohmann::json document{{"asset", {{"version", "2.0"}}}, {"scene", 0}, {"scenes", {{{"nodes", nlohmann::json::array()}}}}};
  std::string binary;

  template <class T>
  std::size_t view(const std::vector<T>& values, std::size_t stride = 0) {
    const std::size_t offset = binary.size();
    binary.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    nlohmann::json entry{{"buffer", 0}, {"byteOffset", offset}, {"byteLength", values.size() * sizeof(T)}};
    if (stride > 0) entry["byteStride"] = stride;
    binary.resize((binary.size() + 3) / 4 * 4, '\0');
    document["bufferViews"].push_back(entry);
    return document["bufferViews"].size() - 1;
  }
  std::size_t accessor(std::size_t view_number, int component, std::size_t count, const char* type) {
    document["accessors"].push_back({{"bufferView", view_number}, {"componentType", component}, {"count", count}, {"type", type}});
    return document["accessors"].size() - 1;
  }
  std::size_t mesh(const geometry::TriangleMesh& mesh, const char* name = nullptr) {
    std::vector<std::uint16_t> corners;
    for (const geometry::Triangle& t : mesh.triangles) {
      for (const std::uint32_t corner : t) corners.push_back(static_cast<std::uint16_t>(corner));
    }
    const std::size_t positions = accessor(view(mesh.positions), 5126, mesh.positions.size(), "VEC3");
    const std::size_t indices = accessor(view(corners), 5123, corners.size(), "SCALAR");
    nlohmann::json entry{{"primitives", {{{"attributes", {{"POSITION", positions}}}, {"indices", indices}}}}};
    if (name != nullptr) entry["name"] = name;
    document["meshes"].push_back(entry);
    return document["meshes"].size() - 1;
  }
  std::size_t node(nlohmann::json entry, bool in_scene = true) {
    document["nodes"].push_back(std::move(entry));
    const std::size_t number = document["nodes"].size() - 1;
    if (in_scene) document["scenes"][0]["nodes"].push_back(number);
    return number;
  }
  [[nodiscard]] std::string glb() {
    document["buffers"] = {{{"byteLength", binary.size()}}};
    std::string text = document.dump();
    text.resize((text.size() + 3) / 4 * 4, ' ');
    std::string made = "glTF";
    const auto word = [&made](std::size_t value) {
      const auto small = static_cast<std::uint32_t>(value);
      made.append(reinterpret_cast<const char*>(&small), 4);
    };
    word(2);
    word(28 + text.size() + binary.size());
    word(text.size());
    made += "JSON" + text;
    word(binary.size());
    made += std::string("BIN\0", 4) + binary;
    return made;
  }
};

/// From the body's frame to glTF's.
inline To to_gltf() { return {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, 0.001F}; }

/// A map that names each of these as it is.
inline std::string identity_map(const std::vector<Part>& parts = body_parts()) {
  nlohmann::json map = nlohmann::json::object();
  for (const Part& part : parts) map[part.id] = part.id;
  return map.dump();
}

/// A file and its map in a folder of their own, imported.
struct Try {
  TemporaryFolder folder;
  std::filesystem::path file;
  Try(const std::string& name, const std::string& bytes) : file(folder.path() / name) { write_text(file, bytes); }
  [[nodiscard]] Result<Imported> import(const std::string& map, const StatedFrame& frame = {}, const ReaderSetup& setup = {}) const {
    if (map.empty()) return import_model(file, {{}, frame}, body_table(), setup, silent_progress());
    write_text(folder.path() / "map.json", map);
    return import_model(file, {folder.path() / "map.json", frame}, body_table(), setup, silent_progress());
  }
  [[nodiscard]] std::string refusal(const std::string& map, const ReaderSetup& setup = {}) const {
    const auto imported = import(map, {}, setup);
    return imported ? std::string() : imported.error().message();
  }
};

inline geometry::Bounds bounds_of(const Imported& imported, const std::string& id) {
  const auto index = imported.atlas.index_of(id);
  return index ? geometry::bounds_of(imported.meshes[*index]) : geometry::Bounds{};
}

inline bool has_note(const std::vector<Note>& notes, std::initializer_list<const char*> parts) {
  for (const Note& note : notes) {
    bool all = true;
    for (const char* part : parts) all = all && note.text.find(part) != std::string::npos;
    if (all) return true;
  }
  return false;
}

}  // namespace dorsum::imports::test
