#include "entries.h"

#include <CLI/CLI.hpp>
#include <string_view>

namespace dorsum::help {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry;
  entry.short_names = option.get_snames();
  entry.long_names = option.get_lnames();
  entry.description = option.get_description();
  entry.positional = entry.short_names.empty() && entry.long_names.empty();
  entry.required = option.get_required();
  if (option.get_items_expected_max() == 0) return entry;
  // CLI11 writes the choices of IsMember behind the type: "TEXT:{low,high}".
  entry.value = option.get_type_name();
  if (const std::size_t brace = entry.value.find(":{"); brace != std::string::npos && entry.value.ends_with('}')) {
    entry.choices = split(std::string_view(entry.value).substr(brace + 2, entry.value.size() - brace - 3), ',');
    entry.value = entry.value.substr(brace + 2, entry.value.size() - brace - 3);
    for (char& letter : entry.value) letter = letter == ',' ? '|' : letter;
  }
  return entry;
}

void collect(const CLI::App& app, const std::string& path, std::vector<CommandEntry>& all) {
  CommandEntry entry{path, app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options()) entry.options.push_back(entry_of(*option));
  const auto below = app.get_subcommands([](const CLI::App*) { return true; });
  for (const CLI::App* child : below) entry.children.push_back(child->get_name());
  all.push_back(std::move(entry));
  for (const CLI::App* child : below) collect(*child, path.empty() ? child->get_name() : path + ' ' + child->get_name(), all);
}

}  // namespace

bool OptionEntry::takes_path() const {
  for (const std::string_view word : {"FILE", "PACK", "DIR", "MAP"}) {
    if (value.starts_with(word)) return true;
  }
  return false;
}

std::vector<CommandEntry> entries(const CLI::App& app) {
  std::vector<CommandEntry> all;
  collect(app, "", all);
  return all;
}

std::string usage(const OptionEntry& option) {
  if (option.positional) return option.required ? option.value : '[' + option.value + "...]";
  std::string text;
  for (const std::string& name : option.short_names) text += (text.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.long_names) text += (text.empty() ? "--" : ", --") + name;
  return option.value.empty() ? text : text + ' ' + option.value;
}

}  // namespace dorsum::help
