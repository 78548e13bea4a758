#include "objects.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace dorsum::imports {
namespace {

constexpr std::size_t most_paths_told = 4;

}  // namespace

std::string normal_form(std::string_view name) {
  utf8proc_uint8_t* made = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()), &made,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string composed = length >= 0 ? std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)) : std::string(name);
  std::free(made);
  std::string single;
  for (const char c : composed) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank) single += c;
    if (blank && !single.empty() && single.back() != ' ') single += ' ';
  }
  while (single.ends_with(' ')) single.pop_back();
  return single;
}

Objects::Objects(const Findings& findings, const std::string& file_stem, const std::string& file_name)
    : findings_(findings), stem_(normal_form(file_stem)), file_(normal_form(file_name)) {
  const std::size_t count = findings.nodes.size();
  filled_.assign(count, false);
  for (std::size_t i = 0; i < count; ++i) {
    if (!findings.nodes[i].mesh.triangles.empty()) with_triangles_.push_back(i);
  }
  for (const std::size_t node : with_triangles_) {
    for (std::uint32_t at = static_cast<std::uint32_t>(node); at != FoundNode::no_parent; at = findings.nodes[at].parent) filled_[at] = true;
  }
  // What has no name of its own is passed over on the way: its children stand under what is above it.
  std::vector<std::uint32_t> under(count, FoundNode::no_parent);
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> alike, told;
  for (std::size_t i = 0; i < count; ++i) {
    const FoundNode& node = findings.nodes[i];
    std::string name = node.name;
    if (name.empty() && !node.mesh.triangles.empty()) name = with_triangles_.size() == 1 ? file_stem : "unnamed";
    if (node.parent != FoundNode::no_parent) under[i] = names_[node.parent].empty() ? under[node.parent] : node.parent;
    if (filled_[i]) ++alike[{under[i], normal_form(name)}];
    names_.push_back(std::move(name));
  }
  for (std::size_t i = 0; i < count; ++i) {
    std::string path = under[i] == FoundNode::no_parent ? std::string() : paths_[under[i]];
    if (!names_[i].empty()) {
      if (!path.empty()) path += '/';
      path += names_[i];
      const std::pair key(under[i], normal_form(names_[i]));
      if (filled_[i] && alike[key] > 1) path += fmt::format("#{}", ++told[key]);
    }
    paths_.push_back(std::move(path));
  }
}

bool Objects::has_names() const {
  return std::any_of(findings_.nodes.begin(), findings_.nodes.end(), [](const FoundNode& node) { return !node.name.empty() || !node.aliases.empty(); });
}

std::vector<std::string> Objects::all_names() const {
  std::set<std::string> seen;
  std::vector<std::string> all;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && seen.insert(name).second) all.push_back(name);
  };
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!filled_[i]) continue;
    add(names_[i]);
    for (const std::string& alias : findings_.nodes[i].aliases) add(alias);
  }
  return all;
}

bool Objects::is_within(std::size_t node, std::size_t whole) const {
  for (std::uint32_t at = static_cast<std::uint32_t>(node); at != FoundNode::no_parent; at = findings_.nodes[at].parent) {
    if (at == whole) return true;
  }
  return false;
}

std::size_t Objects::depth(std::size_t node) const {
  std::size_t steps = 0;
  for (std::uint32_t at = findings_.nodes[node].parent; at != FoundNode::no_parent; at = findings_.nodes[at].parent) ++steps;
  return steps;
}

const std::vector<std::string>& Objects::ids(std::size_t node) const {
  for (std::uint32_t at = static_cast<std::uint32_t>(node);; at = findings_.nodes[at].parent) {
    if (!findings_.nodes[at].ids.empty() || findings_.nodes[at].parent == FoundNode::no_parent) return findings_.nodes[at].ids;
  }
}

Result<std::vector<std::size_t>> Objects::named(const std::string& key) const {
  const std::string wanted = normal_form(key);
  if (wanted.starts_with('/')) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (filled_[i] && !names_[i].empty() && normal_form(paths_[i]) == wanted.substr(1)) return std::vector{i};
    }
  }
  std::vector<std::size_t> by_name, by_group;
  std::optional<std::size_t> by_path;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!filled_[i]) continue;
    const FoundNode& node = findings_.nodes[i];
    const auto is_wanted = [&](const std::string& name) { return !name.empty() && normal_form(name) == wanted; };
    if (!names_[i].empty() && normal_form(paths_[i]) == wanted) by_path = i;
    if (is_wanted(names_[i]) || std::any_of(node.aliases.begin(), node.aliases.end(), is_wanted)) {
      // What hangs on a thing of this name belongs to it.
      const bool within = std::any_of(by_name.begin(), by_name.end(), [&](std::size_t whole) { return is_within(i, whole); });
      if (!within) by_name.push_back(i);
    } else if (std::any_of(node.groups.begin(), node.groups.end(), is_wanted)) {
      by_group.push_back(i);
    }
  }
  if (by_path && (by_name.size() <= 1 || wanted.find('/') != std::string::npos)) return std::vector{*by_path};
  if (by_name.size() > 1) {
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < by_name.size() && i < most_paths_told; ++i) paths.push_back(fmt::format("\"{}{}\"", normal_form(paths_[by_name[i]]) == wanted ? "/" : "", paths_[by_name[i]]));
    return bad_input({}, fmt::format("{} things in the file are called \"{}\"", by_name.size(), key),
                     fmt::format("write the path instead: {}{}", fmt::join(paths, ", "), by_name.size() > most_paths_told ? ", ..." : ""));
  }
  if (!by_name.empty()) return by_name;
  if (!by_group.empty()) return by_group;
  if ((wanted == stem_ || wanted == file_) && !filled_.empty() && filled_[0]) return std::vector<std::size_t>{0};
  return std::vector<std::size_t>{};
}

}  // namespace dorsum::imports
