#include "form.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dorsum::sculpt {
namespace {

constexpr std::array<std::pair<std::string_view, Form>, 8> forms{{
    {"skin", sculpt_skin},
    {"between-bones", sculpt_between_bones},
    {"cord", sculpt_cord},
    {"nerve", sculpt_nerve},
    {"sheet", sculpt_sheet},
    {"solids", sculpt_solids},
    {"vertebra", sculpt_vertebra},
    {"scapula", sculpt_scapula},
}};

constexpr std::array<std::string_view, 3> fitting{"between-bones", "cord", "sheet"};

}  // namespace

bool form_fits(std::string_view name) { return std::find(fitting.begin(), fitting.end(), name) != fitting.end(); }

Form form_named(std::string_view name) {
  for (const auto& [known, form] : forms) {
    if (known == name) return form;
  }
  return nullptr;
}

GrownForm grown_form_named(std::string_view name) {
  if (name == "cord") return sculpt_grown_cord;
  return name == "sheet" ? sculpt_grown_sheet : nullptr;
}

std::string form_names() {
  std::string names;
  for (const auto& [name, form] : forms) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

}  // namespace dorsum::sculpt
