#include "dorsum/opening/open_body.h"

#include "dorsum/core/parallel.h"
#include "dorsum/io/pack.h"

namespace dorsum::opening {
namespace {

std::size_t skin_vertices_of(const io::Pack& pack) {
  const auto skin = pack.atlas.skin();
  return skin ? pack.meshes[*skin].positions.size() : 0;
}

/// The folder of the pack that was named; a pack's atlas.json stands for it, since that is what a file manager opens.
std::filesystem::path pack_folder(const std::filesystem::path& wanted, const Places& places) {
  if (wanted.empty()) return places.atlas;
  return wanted.filename() == "atlas.json" ? std::filesystem::absolute(wanted).parent_path() : wanted;
}

}  // namespace

Result<std::shared_ptr<const body::Body>> open_body(const std::filesystem::path& wanted, const Progress& progress) {
  const auto places = find_places();
  if (!places) return Failure(places.error());
  return open_body(*places, wanted, progress);
}

Result<std::shared_ptr<const body::Body>> open_body(const Places& places, const std::filesystem::path& wanted, const Progress& progress) {
  const std::filesystem::path folder = pack_folder(wanted, places);
  auto read_content = later([&places] { return atlas::load_content(places.content); });
  auto pack = io::read_pack(folder, part_of(progress, 0.0F, 0.3F));
  auto content = read_content.take();
  if (!pack) return Failure(pack.error());
  if (!content) return Failure(content.error());
  auto regions = atlas::load_region_definitions(places.regions, content->regions);
  if (!regions) return Failure(regions.error());
  auto motions = motion::load_motions(places.motions);
  if (!motions) return Failure(motions.error());

  const std::string key = io::zone_cache_key(*pack, places.content);
  const auto known = io::read_cached_zones(folder, key, skin_vertices_of(*pack));
  body::Parts parts{std::move(pack->atlas), std::move(pack->meshes), std::move(*content),
                    std::move(*regions), std::move(*motions), {}, {}};
  const std::string bound_as = io::binding_cache_key(pack->content_hash, places.motions);
  parts.known_binding = [folder, bound_as] { return io::read_cached_binding(folder, bound_as); };
  parts.keep_binding = [folder, bound_as](const motion::Binding& binding) { io::write_cached_binding(folder, bound_as, binding); };
  auto body = body::Body::build(std::move(parts), known, part_of(progress, 0.3F, 1.0F));
  if (body && !known) io::write_cached_zones(folder, key, (*body)->zones());
  return body;
}

std::vector<std::filesystem::path> files_of_body(const std::filesystem::path& wanted) {
  const auto places = find_places();
  if (!places) return {};
  const std::filesystem::path folder = pack_folder(wanted, *places);
  // Not the pack's whole folder: zones found are kept there.
  return {folder / "atlas.json", folder / "meshes.glb", places->content, places->regions, places->motions};
}

}  // namespace dorsum::opening
