#include "dorsum/workshop/keep_binding.h"

#include "dorsum/io/pack.h"
#include "dorsum/motion/binding.h"

namespace dorsum::workshop {

Result<void> keep_binding(const std::filesystem::path& folder, const std::filesystem::path& motions) {
  const auto known = motion::load_motions(motions);
  if (!known) return Failure(known.error());
  const auto pack = io::read_pack(folder, silent_progress());
  if (!pack) return Failure(pack.error());
  const auto rig = motion::Rig::build(pack->atlas, pack->meshes, *known);
  if (!rig) return {};
  const auto binding = motion::bind(pack->atlas, pack->meshes, *known, *rig, silent_progress());
  if (binding) io::write_cached_binding(folder, io::binding_cache_key(pack->content_hash, motions), *binding);
  return {};
}

}  // namespace dorsum::workshop
