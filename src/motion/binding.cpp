#include "dorsum/motion/binding.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <map>
#include <memory>
#include <set>

#include "dorsum/core/parallel.h"
#include "girdle_share.h"
#include "holds.h"
#include "skin_rows.h"
#include "trunk_share.h"
#include "voxel_field.h"

namespace dorsum::motion {
namespace {

constexpr float thin_smoothed = 12.0F;  // mm
constexpr float least_share = 0.004F;  // what is less can't be seen; cutting more shows as veins and wrinkles

bool any_frame(FrameIndex) { return true; }
bool trunk_frame(FrameIndex f) { return !frame::is_girdle(f); }

StructureBinding packed(const Rows& rows, const std::vector<std::uint32_t>& of_vertex) {
  StructureBinding binding;
  binding.start.push_back(0);
  for (const std::uint32_t v : of_vertex) {
    const auto row = rows.row(v);
    std::size_t largest = binding.shares.size();
    float sum = 0.0F;
    for (Eigen::Index f = 0; f < row.cols(); ++f) {
      if (row(f) > least_share) sum += row(f);
    }
    int left = 65535;
    for (Eigen::Index f = 0; f < row.cols(); ++f) {
      if (row(f) <= least_share) continue;
      const int share = static_cast<int>(std::lround(65535.0F * row(f) / sum));
      binding.frames.push_back(static_cast<FrameIndex>(f));
      binding.shares.push_back(static_cast<std::uint16_t>(std::min(share, 65535)));
      left -= binding.shares.back();
      if (binding.shares.back() > binding.shares[largest]) largest = binding.shares.size() - 1;
    }
    binding.shares[largest] = static_cast<std::uint16_t>(binding.shares[largest] + left);  // what rounding left
    binding.start.push_back(static_cast<std::uint32_t>(binding.shares.size()));
  }
  return binding;
}

class Binder {
 public:
  Binder(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes, const Motions& motions, const Rig& rig)
      : atlas_(atlas), meshes_(meshes), motions_(motions), rig_(rig), binding_(meshes.size()), holds_(meshes.size()), rows_(meshes.size()), surfaces_(meshes.size()) {}

  std::optional<Binding> bind(const Progress& progress) {
    const std::vector<FixedBone> bones = bind_bones();
    const auto skin = atlas_.skin();
    if (!skin || meshes_[*skin].triangles.empty()) return bind_by_nearest_bone(bones);
    if (!progress("binding the bones' shares", 0.0F)) return std::nullopt;
    const BodyVoxels voxels(meshes_[*skin], bones);
    const VoxelField trunk(voxels, trunk_frame), whole(voxels, any_frame);
    if (!progress("binding the muscles", 0.4F)) return std::nullopt;
    find_holds();
    share_girdle(whole);
    if (!progress("binding the muscles", 0.6F)) return std::nullopt;
    share_trunk(trunk);
    join_sheets();
    for (const std::size_t i : soft_) binding_[i] = packed(rows_[i], surfaces_[i]->of_vertex);
    if (!progress("binding the skin", 0.8F)) return std::nullopt;
    bind_within(trunk, whole);
    bind_skin(*skin, whole, bones);
    return std::move(binding_);
  }

 private:
  std::vector<FixedBone> bind_bones() {
    std::vector<FixedBone> bones;
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
      if (atlas_.structures[i].kind != atlas::Kind::bone) continue;
      binding_[i].rigid = frame_of_bone(atlas_.structures[i].id).value_or(frame::pelvis);
      if (!meshes_[i].triangles.empty() && frame_of_bone(atlas_.structures[i].id)) bones.push_back({&meshes_[i], *binding_[i].rigid});
    }
    return bones;
  }

  /// A pack without a skin has no room to spread shares in: each structure goes with the bone that its middle is nearest to.
  std::optional<Binding> bind_by_nearest_bone(const std::vector<FixedBone>& bones) {
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
      if (binding_[i].rigid) continue;
      const geometry::Bounds box = geometry::bounds_of(meshes_[i]);
      const glm::vec3 middle = 0.5F * (box.low + box.high);
      float nearest = std::numeric_limits<float>::infinity();
      binding_[i].rigid = frame::pelvis;
      for (const FixedBone& bone : bones) {
        for (const glm::vec3& p : bone.mesh->positions) {
          if (glm::distance(p, middle) >= nearest) continue;
          nearest = glm::distance(p, middle);
          binding_[i].rigid = bone.frame;
        }
      }
    }
    return std::move(binding_);
  }

  void find_holds() {
    using atlas::Kind;
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
      const Kind kind = atlas_.structures[i].kind;
      if ((kind == Kind::muscle || kind == Kind::fascia || kind == Kind::ligament) && !meshes_[i].positions.empty()) soft_.push_back(i);
    }
    const HoldFinder finder(atlas_, meshes_);
    parallel_for(soft_.size(), [&](std::size_t k) {
      const std::size_t i = soft_[k];
      surfaces_[i] = std::make_unique<Welded>(meshes_[i]);
      holds_[i] = finder.of(i, *surfaces_[i]);
      rows_[i] = Rows::Zero(static_cast<Eigen::Index>(surfaces_[i]->places.size()), static_cast<Eigen::Index>(frame::count));
    });
  }

  [[nodiscard]] bool is_one_of(const std::vector<std::string>& names, std::size_t structure) const {
    const atlas::Structure& s = atlas_.structures[structure];
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name == s.muscle || name == without_side(s.id); });
  }

  void share_girdle(const VoxelField& whole) {
    // Parts of one muscle of one side together.
    std::map<std::string, std::vector<std::size_t>> families;
    for (const std::size_t i : soft_) {
      const atlas::Structure& s = atlas_.structures[i];
      if (holds_on_girdle(holds_[i])) families[with_side(s.muscle.empty() ? without_side(s.id) : s.muscle, s.side())].push_back(i);
    }
    std::vector<std::vector<std::size_t>> jobs;
    for (auto& [name, members] : families) jobs.push_back(std::move(members));
    parallel_for(jobs.size(), [&](std::size_t j) {
      std::vector<std::size_t> harmonic;
      for (const std::size_t i : jobs[j]) {
        if (is_one_of(motions_.lie_along_the_arm, i)) {
          take_girdle_of(whole, i);
          continue;
        }
        if (!is_one_of(motions_.straight_fibres, i) || !spread_along_fibres(*surfaces_[i], holds_[i], rows_[i])) harmonic.push_back(i);
      }
      if (!harmonic.empty()) spread_from_holds(surfaces_of(harmonic), holds_of(harmonic), rows_of(harmonic));
      for (const std::size_t i : jobs[j]) girdle_[i] = 1;
    });
  }

  /// The girdle's shares of the field itself.
  void take_girdle_of(const VoxelField& field, std::size_t i) {
    for (std::size_t v = 0; v < surfaces_[i]->places.size(); ++v) {
      auto row = rows_[i].row(static_cast<Eigen::Index>(v));
      field.sample(glm::vec3(surfaces_[i]->places[v]), row.data());
      row.leftCols(static_cast<Eigen::Index>(frame::shoulders)).setZero();
    }
  }

  void share_trunk(const VoxelField& trunk) {
    parallel_for(soft_.size(), [&](std::size_t k) {
      const std::size_t i = soft_[k];
      const Welded& surface = *surfaces_[i];
      Rows& rows = rows_[i];
      for (std::size_t v = 0; v < surface.places.size(); ++v) {
        auto row = rows.row(static_cast<Eigen::Index>(v));
        Eigen::Matrix<float, 1, static_cast<int>(frame::count)> field = decltype(field)::Zero();
        trunk.sample(glm::vec3(surface.places[v]), field.data());
        row += std::max(0.0F, 1.0F - row.sum()) * field;
      }
      if (!lies_between_ribs(holds_[i])) hold_on_trunk(surface, holds_[i], rows);
      if (girdle_[i] != 0) {
        if (is_one_of(motions_.follow_their_hold, i)) follow_holds(surface, holds_[i], rig_, rows);
        normalise(rows);
        go_half_way(rows);
      }
      normalise(rows);
      // Ligaments and fasciae are thin, and fold where shares change fast.
      if (atlas_.structures[i].kind != atlas::Kind::muscle && surface.places.size() == meshes_[i].positions.size()) smooth_rows(meshes_[i], thin_smoothed, rows);
    });
  }

  /// What holds on most ribs has them all around it: the field is kinder to it than many near holds.
  static bool lies_between_ribs(const Holds& holds) {
    std::set<FrameIndex> ribs;
    for (const Held& held : holds) {
      if (held.frame && *held.frame >= frame::ribs && *held.frame < frame::shoulders) ribs.insert(*held.frame);
    }
    constexpr std::size_t most_of_them = 7;
    return ribs.size() >= most_of_them;
  }

  void join_sheets() {
    std::map<std::string, std::vector<std::size_t>> sheets;
    for (const std::size_t i : soft_) {
      const atlas::Structure& s = atlas_.structures[i];
      if (is_one_of(motions_.one_sheet, i)) sheets[with_side(s.muscle, s.side())].push_back(i);
    }
    for (const auto& [name, members] : sheets) join_parts(surfaces_of(members), holds_of(members), rows_of(members));
  }

  /// Discs and cartilages go with the trunk; so do organs and vessels; nerves run on into the arm.
  void bind_within(const VoxelField& trunk, const VoxelField& whole) {
    std::vector<std::size_t> within;
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
      const atlas::Kind kind = atlas_.structures[i].kind;
      if (kind == atlas::Kind::cartilage || atlas::is_within(kind)) within.push_back(i);
    }
    parallel_for(within.size(), [&](std::size_t k) {
      const std::size_t i = within[k];
      const Welded surface(meshes_[i]);
      Rows rows = Rows::Zero(static_cast<Eigen::Index>(surface.places.size()), static_cast<Eigen::Index>(frame::count));
      const VoxelField& field = atlas_.structures[i].kind == atlas::Kind::nerve ? whole : trunk;
      for (std::size_t v = 0; v < surface.places.size(); ++v) field.sample(glm::vec3(surface.places[v]), rows.row(static_cast<Eigen::Index>(v)).data());
      go_half_way(rows);
      binding_[i] = packed(rows, surface.of_vertex);
    });
  }

  void bind_skin(std::size_t skin, const VoxelField& whole, const std::vector<FixedBone>& bones) {
    Beneath beneath;
    for (const std::size_t i : soft_) {
      if (atlas_.structures[i].kind != atlas::Kind::muscle) continue;
      for (std::size_t v = 0; v < surfaces_[i]->places.size(); ++v) {
        beneath.places.push_back(surfaces_[i]->places[v]);
        beneath.rows.emplace_back(rows_[i].row(static_cast<Eigen::Index>(v)));
      }
    }
    for (const FixedBone& bone : bones) {
      for (std::size_t v = 0; v < bone.mesh->positions.size(); v += 2) {  // every second says enough
        beneath.places.emplace_back(bone.mesh->positions[v]);
        beneath.rows.emplace_back(decltype(beneath.rows)::value_type::Zero());
        beneath.rows.back()(bone.frame) = 1.0F;
      }
    }
    const Rows rows = skin_rows(meshes_[skin], whole, beneath);
    std::vector<std::uint32_t> each(meshes_[skin].positions.size());
    for (std::uint32_t v = 0; v < each.size(); ++v) each[v] = v;
    binding_[skin] = packed(rows, each);
  }

  [[nodiscard]] std::vector<const Welded*> surfaces_of(const std::vector<std::size_t>& structures) const {
    std::vector<const Welded*> found;
    for (const std::size_t i : structures) found.push_back(surfaces_[i].get());
    return found;
  }
  [[nodiscard]] std::vector<const Holds*> holds_of(const std::vector<std::size_t>& structures) const {
    std::vector<const Holds*> found;
    for (const std::size_t i : structures) found.push_back(&holds_[i]);
    return found;
  }
  [[nodiscard]] std::vector<Rows*> rows_of(const std::vector<std::size_t>& structures) {
    std::vector<Rows*> found;
    for (const std::size_t i : structures) found.push_back(&rows_[i]);
    return found;
  }

  const atlas::Atlas& atlas_;
  const std::vector<geometry::TriangleMesh>& meshes_;
  const Motions& motions_;
  const Rig& rig_;
  Binding binding_;
  std::vector<std::size_t> soft_;
  std::vector<Holds> holds_;
  std::vector<Rows> rows_;
  std::vector<std::unique_ptr<Welded>> surfaces_;
  std::vector<char> girdle_ = std::vector<char>(meshes_.size(), 0);  ///< holds on the girdle; written by more than one thread
};

}  // namespace

bool fits(const Binding& binding, const std::vector<geometry::TriangleMesh>& meshes) {
  return std::equal(binding.begin(), binding.end(), meshes.begin(), meshes.end(), [](const StructureBinding& each, const geometry::TriangleMesh& mesh) {
    if (each.rigid) return *each.rigid < frame::count;
    return each.start.size() == mesh.positions.size() + 1 && each.start.front() == 0 && std::is_sorted(each.start.begin(), each.start.end()) &&
           each.start.back() == each.frames.size() && each.frames.size() == each.shares.size() &&
           std::all_of(each.frames.begin(), each.frames.end(), [](FrameIndex f) { return f < frame::count; });
  });
}

std::optional<Binding> bind(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes, const Motions& motions, const Rig& rig, const Progress& progress) {
  return Binder(atlas, meshes, motions, rig).bind(progress);
}

}  // namespace dorsum::motion
