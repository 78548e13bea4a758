// glTF as other programs write it.

#include <meshoptimizer.h>

#include <catch2/catch.hpp>

#include "gltf_reader.h"
#include "made_files.h"

using namespace dorsum;
using namespace dorsum::imports;
using namespace dorsum::imports::test;

namespace {

const std::string map = R"({"vertebra-T6": "vertebra-T6"})";
const Part& vertebra = body_parts()[1];

void check_vertebra(const Result<Imported>& imported) {
  if (!imported) FAIL(imported.error().message());
  const geometry::Bounds bounds = bounds_of(*imported, "vertebra-T6");
  for (glm::length_t c = 0; c < 3; ++c) {
    CHECK(bounds.low[c] == Approx(vertebra.low[c]).margin(0.05));
    CHECK(bounds.high[c] == Approx(vertebra.high[c]).margin(0.05));
  }
  CHECK(imported->meshes.front().triangles.size() == 12);
  CHECK(geometry::signed_volume_of(imported->meshes.front()) > 0.0);
}

Gltf one_mesh() {
  Gltf gltf;
  gltf.node({{"name", "vertebra-T6"}, {"mesh", gltf.mesh(mesh_of(vertebra, to_gltf()))}});
  return gltf;
}

}  // namespace

TEST_CASE("quantised positions are what they mean") {
  const geometry::TriangleMesh mesh = mesh_of(vertebra, to_gltf());
  const geometry::Bounds box = geometry::bounds_of(mesh);
  const glm::vec3 size = box.high - box.low;
  const bool normalized = GENERATE(false, true);
  std::vector<std::uint16_t> packed;
  for (const glm::vec3& p : mesh.positions) {
    for (glm::length_t c = 0; c < 3; ++c) packed.push_back(static_cast<std::uint16_t>((p[c] - box.low[c]) / size[c] * 65535.0F + 0.5F));
    packed.push_back(0);  // elements lie on four bytes
  }
  Gltf gltf = one_mesh();
  nlohmann::json& positions = gltf.document["accessors"][0];
  positions["bufferView"] = gltf.view(packed, 8);
  positions["componentType"] = 5123;
  if (normalized) positions["normalized"] = true;
  const glm::vec3 scale = normalized ? size : size / 65535.0F;
  gltf.document["nodes"][0]["scale"] = {scale.x, scale.y, scale.z};
  gltf.document["nodes"][0]["translation"] = {box.low.x, box.low.y, box.low.z};
  gltf.document["extensionsRequired"] = {"KHR_mesh_quantization"};
  check_vertebra(Try("a.glb", gltf.glb()).import(map));
}

TEST_CASE("compressed buffer views are unpacked, and damaged ones refused") {
  const geometry::TriangleMesh mesh = mesh_of(vertebra, to_gltf());
  Gltf gltf = one_mesh();
  std::vector<unsigned char> vertices(meshopt_encodeVertexBufferBound(mesh.positions.size(), 12));
  vertices.resize(meshopt_encodeVertexBuffer(vertices.data(), vertices.size(), mesh.positions.data(), mesh.positions.size(), 12));
  std::vector<unsigned char> corners(meshopt_encodeIndexBufferBound(mesh.triangles.size() * 3, mesh.positions.size()));
  corners.resize(meshopt_encodeIndexBuffer(corners.data(), corners.size(), mesh.triangles.front().data(), mesh.triangles.size() * 3));
  const auto packed = [&gltf](std::size_t accessor, const std::vector<unsigned char>& bytes, std::size_t stride, std::size_t count, const char* mode) {
    const std::size_t view = gltf.view(bytes);
    gltf.document["bufferViews"].push_back({{"buffer", 0}, {"byteLength", stride * count}});
    nlohmann::json& entry = gltf.document["bufferViews"].back();
    const nlohmann::json& from = gltf.document["bufferViews"][view];
    entry["extensions"]["EXT_meshopt_compression"] = {{"buffer", 0}, {"byteOffset", from["byteOffset"]}, {"byteLength", bytes.size()}, {"byteStride", stride}, {"count", count}, {"mode", mode}};
    gltf.document["accessors"][accessor]["bufferView"] = gltf.document["bufferViews"].size() - 1;
  };
  packed(0, vertices, 12, mesh.positions.size(), "ATTRIBUTES");
  packed(1, corners, 2, mesh.triangles.size() * 3, "TRIANGLES");
  gltf.document["extensionsRequired"] = {"EXT_meshopt_compression"};
  check_vertebra(Try("a.glb", gltf.glb()).import(map));
  vertices[0] = 0x55;
  packed(0, vertices, 12, mesh.positions.size(), "ATTRIBUTES");
  CHECK(Try("a.glb", gltf.glb()).refusal(map).find("compressed data are damaged") != std::string::npos);
}

TEST_CASE("sparse accessors patch what is there, and nothing else") {
  Gltf gltf = one_mesh();
  const geometry::TriangleMesh mesh = mesh_of(vertebra, to_gltf());
  const std::size_t where = gltf.view(std::vector<std::uint16_t>{7}), with = gltf.view(std::vector<glm::vec3>{{0.018F, 1.314F, -0.108F}});
  nlohmann::json& sparse = gltf.document["accessors"][0]["sparse"];
  sparse = {{"count", 1}, {"indices", {{"bufferView", where}, {"componentType", 5123}}}, {"values", {{"bufferView", with}}}};
  const auto imported = Try("a.glb", gltf.glb()).import(map);
  if (!imported) FAIL(imported.error().message());
  CHECK(bounds_of(*imported, "vertebra-T6").high.z == Approx(1314).margin(0.01));
  const nlohmann::json good = sparse;
  sparse.erase("values");
  CHECK(Try("a.glb", gltf.glb()).refusal(map).find("sparse") != std::string::npos);
  sparse = good;
  sparse.erase("indices");
  CHECK(Try("a.glb", gltf.glb()).refusal(map).find("sparse") != std::string::npos);
  sparse = good;
  sparse["indices"]["bufferView"] = gltf.view(std::vector<std::uint16_t>{60000});
  CHECK(Try("a.glb", gltf.glb()).refusal(map).find("index 60000 is out of range") != std::string::npos);
}

TEST_CASE("many placings of one mesh are all there") {
  Gltf gltf = one_mesh();
  const std::size_t places = gltf.accessor(gltf.view(std::vector<glm::vec3>{{0, 0, 0}, {0, 0.03F, 0}}), 5126, 2, "VEC3");
  gltf.document["nodes"][0]["extensions"]["EXT_mesh_gpu_instancing"] = {{"attributes", {{"TRANSLATION", places}}}};
  gltf.document["extensionsRequired"] = {"EXT_mesh_gpu_instancing"};
  const auto imported = Try("a.glb", gltf.glb()).import(map);
  if (!imported) FAIL(imported.error().message());
  CHECK(imported->meshes.front().triangles.size() == 24);
  CHECK(bounds_of(*imported, "vertebra-T6").high.z == Approx(1294).margin(0.01));
}

TEST_CASE("a rigged mesh lies as it was bound, with inverse bind matrices and without") {
  Gltf gltf = one_mesh();
  const std::size_t joint = gltf.node({{"name", "joint"}, {"translation", {0.5, 0.25, 0.0}}});
  gltf.document["skins"] = {{{"joints", {joint}}}};
  gltf.document["nodes"][0]["skin"] = 0;
  gltf.document["nodes"][0]["translation"] = {9, 9, 9};  // of a rigged mesh it does not count
  check_vertebra(Try("a.glb", gltf.glb()).import(map));
  // Bound where the joint lies now.
  std::vector<float> matrix{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -0.5F, -0.25F, 0, 1};
  const std::size_t view = gltf.view(matrix);
  gltf.document["skins"][0]["inverseBindMatrices"] = gltf.accessor(view, 5126, 1, "MAT4");
  check_vertebra(Try("a.glb", gltf.glb()).import(map));
}

TEST_CASE("a mirroring node turns no triangle inside out") {
  Gltf gltf;
  gltf.node({{"name", "vertebra-T6"}, {"scale", {-1, 1, 1}}, {"mesh", gltf.mesh(mesh_of(vertebra, to_gltf()))}});
  check_vertebra(Try("a.glb", gltf.glb()).import(map));
}

TEST_CASE("a required extension that is not understood is refused by its name") {
  Gltf gltf = one_mesh();
  gltf.document["extensionsRequired"] = {"KHR_draco_mesh_compression"};
  const std::string told = Try("a.glb", gltf.glb()).refusal(map);
  CHECK(told.find("KHR_draco_mesh_compression") != std::string::npos);
  CHECK(told.find("without Draco") != std::string::npos);
  gltf.document["extensionsRequired"] = {"ACME_new_shapes"};
  CHECK(Try("a.glb", gltf.glb()).refusal(map).find("ACME_new_shapes") != std::string::npos);
  gltf.document["extensionsRequired"] = {"KHR_materials_unlit", "KHR_texture_transform"};  // nothing of shape
  check_vertebra(Try("a.glb", gltf.glb()).import(map));
}

TEST_CASE("buffers beside the file are found by their escaped names, and none outside its folder") {
  Gltf gltf = one_mesh();
  nlohmann::json document = gltf.document;
  document["buffers"] = {{{"byteLength", gltf.binary.size()}, {"uri", "my%20bones%C3%BC.bin"}}};
  const Try one("a.gltf", document.dump());
  CHECK(one.refusal(map).find("is not beside it") != std::string::npos);
  write_text(one.folder.path() / "my bones\xC3\xBC.bin", gltf.binary);
  check_vertebra(one.import(map));
  for (const char* outside : {"../b.bin", "/etc/passwd", "%2e%2e/b.bin", "sub/../../b.bin"}) {
    CAPTURE(outside);
    document["buffers"][0]["uri"] = outside;
    CHECK(Try("a.gltf", document.dump()).refusal(map).find("is not beside it") != std::string::npos);
  }
}

TEST_CASE("damaged glTF is refused with the field") {
  const auto told = [](const auto& damage) {
    Gltf gltf = one_mesh();
    damage(gltf.document);
    const std::string message = Try("a.glb", gltf.glb()).refusal(map);
    CHECK(message.find("a.glb") != std::string::npos);
    return message;
  };
  CHECK(told([](auto& d) { d["nodes"][0]["children"] = {0}; }).find("ring") != std::string::npos);
  CHECK(told([](auto& d) { d["accessors"][0]["count"] = 900; }).find("past the end") != std::string::npos);
  CHECK(told([](auto& d) { d["accessors"][1]["componentType"] = 5126; }).find("another type") != std::string::npos);
  CHECK(told([](auto& d) { d["accessors"][0].erase("bufferView"); }).find("not in the file") != std::string::npos);
  CHECK(told([](auto& d) { d["bufferViews"][0]["byteLength"] = 1 << 29; }).find("past the end") != std::string::npos);
  CHECK(told([](auto& d) { d["nodes"][0]["mesh"] = 3; }).find("nodes[0].mesh") != std::string::npos);
  CHECK(told([](auto& d) { d["asset"]["version"] = "1.0"; }).find("2.0") != std::string::npos);
  Gltf gltf = one_mesh();
  const std::string whole = gltf.glb();
  for (std::size_t part = 1; part < 16; ++part) CHECK_FALSE(Try("a.glb", whole.substr(0, whole.size() * part / 16)).refusal(map).empty());
}
