#include "packs.h"

#include <catch2/catch.hpp>
#include <optional>

#include "dorsum/core/progress.h"
#include "dorsum/imports/import.h"
#include "dorsum/workshop/imported.h"

namespace dorsum::test {
namespace {

io::Pack import_reference(const std::string& reference) {
  const auto table = atlas::load_structure_table(source / "assets" / "structures.json");
  REQUIRE(table);
  const opening::Places places{DORSUM_BUILT_IN_PACK,
                                source / "assets" / "content",
                                source / "assets" / "structures.json",
                                source / "assets" / "regions.json",
                                source / "assets" / "motion.json",
                                source / "assets" / "sculpt",
                                source / "assets" / "attachments.json",
                                source / "assets" / "words"};
  auto imported = imports::import_bodyparts3d(std::filesystem::path(reference) / "bodyparts3d" / "obj", *table, {}, silent_progress());
  REQUIRE(imported);
  const auto added = workshop::add_sculpted(*imported, *table, places, silent_progress());
  if (!added) FAIL(added.error().message());
  const auto derived = workshop::derive(*imported, places);
  if (!derived) FAIL(derived.error().message());
  return {std::move(imported->atlas), std::move(imported->meshes), {}};
}

}  // namespace

const io::Pack& built_in() {
  static const io::Pack pack = [] {
    auto read = io::read_pack(DORSUM_BUILT_IN_PACK, silent_progress());
    if (!read) FAIL(read.error().message());
    return std::move(*read);
  }();
  return pack;
}

const io::Pack* imported() {
  static const std::optional<io::Pack> pack = []() -> std::optional<io::Pack> {
    const char* const reference = std::getenv("DORSUM_REFERENCE_DIR");
    if (reference == nullptr) return std::nullopt;
    return import_reference(reference);
  }();
  if (!pack) WARN("DORSUM_REFERENCE_DIR is unset: the real data set is not tested");
  return pack ? &*pack : nullptr;
}

const atlas::AttachmentFacts& attachment_facts() {
  static const auto facts = atlas::load_attachment_facts(source / "assets" / "attachments.json");
  REQUIRE(facts);
  return *facts;
}

const geometry::TriangleMesh& mesh_of(const io::Pack& pack, std::string_view id) {
  const auto index = pack.atlas.index_of(id);
  INFO(id);
  REQUIRE(index);
  return pack.meshes[*index];
}

}  // namespace dorsum::test
