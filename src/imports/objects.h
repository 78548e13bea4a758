#pragma once
// The things of a file by the names that people see: what can be mapped, and what a name stands for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"
#include "findings.h"

namespace dorsum::imports {

/// The same text for every Unicode form of a name (normalisation form C), with its runs of blanks as one.
[[nodiscard]] std::string normal_form(std::string_view name);

class Objects {
 public:
  /// `findings` must outlive this. A thing without a name that is the file's only one goes by the file's name.
  Objects(const Findings& findings, const std::string& file_stem, const std::string& file_name);

  [[nodiscard]] const std::vector<std::size_t>& with_triangles() const { return with_triangles_; }  ///< numbers of nodes
  [[nodiscard]] const std::string& name(std::size_t node) const { return names_[node]; }
  [[nodiscard]] const std::string& path(std::size_t node) const { return paths_[node]; }  ///< "Skeleton/Spine/T6": no other has it
  [[nodiscard]] bool has_names() const;
  [[nodiscard]] std::vector<std::string> all_names() const;  ///< of what has triangles, of what is above it, and aliases; each once

  /// The nodes that a map's key stands for: by path, from the top where it begins with /, by name or alias, by the word of a group, or the file itself; each with all
  /// that hangs on it. Empty where nothing is so called; fails where a name is that of two things.
  [[nodiscard]] Result<std::vector<std::size_t>> named(const std::string& key) const;

  [[nodiscard]] bool is_within(std::size_t node, std::size_t whole) const;
  [[nodiscard]] std::size_t depth(std::size_t node) const;
  /// The ontology ids of a node, or of the nearest above it that has some.
  [[nodiscard]] const std::vector<std::string>& ids(std::size_t node) const;

 private:
  const Findings& findings_;
  std::string stem_, file_;
  std::vector<std::string> names_, paths_;
  std::vector<bool> filled_;  ///< whether there are triangles in it or below it
  std::vector<std::size_t> with_triangles_;
};

}  // namespace dorsum::imports
