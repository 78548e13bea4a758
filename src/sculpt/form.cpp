#include "form.h"

#include <array>
#include <utility>

namespace dorsum::sculpt {
namespace {

constexpr std::array<std::pair<std::string_view, Form>, 5> forms{{
    {"skin", sculpt_skin},
    {"cord", sculpt_cord},
    {"sheet", sculpt_sheet},
    {"solids", sculpt_solids},
    {"vertebra", sculpt_vertebra},
}};

}  // namespace

Form form_named(std::string_view name) {
  for (const auto& [known, form] : forms) {
    if (known == name) return form;
  }
  return nullptr;
}

std::string form_names() {
  std::string names;
  for (const auto& [name, form] : forms) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

}  // namespace dorsum::sculpt
