#include "dorsum/core/saying.h"

#include <fmt/args.h>

namespace dorsum {

Saying::Saying(std::string text, std::vector<Gap> gaps) : text_(std::move(text)), gaps_(std::move(gaps)) {}

std::string Saying::filled(std::string_view text, const std::function<std::string(const Saying&)>& say) const {
  if (gaps_.empty()) return std::string(text);
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  const auto add = [&values](const std::string& name, const auto& value) { name.empty() ? values.push_back(value) : values.push_back(fmt::arg(name.c_str(), value)); };
  for (const Gap& gap : gaps_) {
    std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Saying>) {
            add(gap.name, say(value));
          } else {
            add(gap.name, value);
          }
        },
        gap.value);
  }
  return fmt::vformat(fmt::string_view(text.data(), text.size()), values);
}

std::string Saying::english() const {
  return filled(text_, [](const Saying& within) { return within.english(); });
}

}  // namespace dorsum
