// Meshes for other programs.

#include "dorsum/io/export.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "dorsum/atlas/tissue_colour.h"
#include "dorsum/body/body.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::small_pack;
using io::test::TemporaryFolder;

namespace {

/// The JSON chunk of a GLB: its length stands at byte 12, it begins at byte 20 (glTF 2.0, section 4.4).
nlohmann::json document_of(const std::string& glb) {
  REQUIRE(glb.size() > 20);
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length |= std::size_t{static_cast<unsigned char>(glb[12 + i])} << (8 * i);
  return nlohmann::json::parse(glb.substr(20, length));
}

}  // namespace

TEST_CASE("An exported GLB shows each structure in the colour of its tissue") {
  auto pack = small_pack();
  atlas::Structure second = pack.atlas.structures[2];
  second.id = second.name = "vertebra-T7";
  pack.atlas.structures.push_back(second);
  pack.meshes.push_back(pack.meshes[2]);
  body::Parts parts;
  parts.atlas = std::move(pack.atlas);
  parts.meshes = std::move(pack.meshes);
  const auto body = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(body);
  const TemporaryFolder folder;
  constexpr std::array<std::size_t, 4> all{0, 1, 2, 3};
  REQUIRE(io::export_meshes(body::Stance(**body), all, io::ExportFormat::glb, folder.path()));

  const auto document = document_of(io::test::read_text(folder.path() / "atlas.glb"));
  std::map<std::string, std::size_t> material_of;
  for (const auto& mesh : document.at("meshes")) {
    const auto& primitive = mesh.at("primitives").at(0);
    // glTF multiplies COLOR_0 into the base colour: the muscle's tendon mask would turn it black.
    CHECK_FALSE(primitive.at("attributes").contains("COLOR_0"));
    material_of[mesh.at("name")] = primitive.at("material");
  }
  REQUIRE(material_of.size() == 4);
  CHECK(material_of.at("vertebra-T6") == material_of.at("vertebra-T7"));
  CHECK(document.at("materials").size() == 3);
  for (const atlas::Structure& structure : (*body)->atlas().structures) {
    CAPTURE(structure.id);
    const auto& shine = document.at("materials").at(material_of.at(structure.id)).at("pbrMetallicRoughness");
    const glm::vec3 colour = atlas::colour_of(structure);
    for (std::size_t c = 0; c < 3; ++c) {
      CHECK(shine.at("baseColorFactor").at(c).get<float>() == Approx(colour[static_cast<glm::length_t>(c)]));
    }
    CHECK(shine.at("baseColorFactor").at(3) == 1.0F);
    CHECK(shine.at("metallicFactor") == 0.0F);
  }
}
