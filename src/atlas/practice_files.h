#pragma once
// The content files about what hands do (practice.h).

#include <set>

#include "muscle_file.h"

namespace dorsum::atlas {

/// What these files lean on.
struct PracticeContext {
  const Regions& regions;
  const Sources& sources;
  // Ids; where none is known, nothing is checked against them.
  std::set<std::string> muscles, points, techniques;
};

[[nodiscard]] Technique read_technique(const CheckedObject& file, const PracticeContext& context, const WhereNot& where_not);
[[nodiscard]] WhereNot read_where_not(const CheckedObject& file, const PracticeContext& context);
[[nodiscard]] Massage read_massage(const CheckedObject& file, const PracticeContext& context, const WhereNot& where_not);
[[nodiscard]] SelfCare read_self_care(const CheckedObject& file, const PracticeContext& context);

/// Tells a word of a list that is none of those known; nothing where none is known.
void check_known(const CheckedObject& object, std::string_view key, std::string_view what, const std::vector<std::string>& words,
                 const std::vector<std::string>& known);
/// `sources`: keys of sources.json.
[[nodiscard]] std::vector<std::string> read_source_keys(const CheckedObject& object, const Sources& known);
/// Two numbers, the least and the most, within a range.
[[nodiscard]] std::array<float, 2> read_span(const CheckedObject& object, std::string_view key, double low, double high);

}  // namespace dorsum::atlas
