#include "dorsum/words/catalogue.h"

#include <map>
#include <vector>

#include "gaps.h"
#include "plural_rule.h"
#include "po.h"
#include "pseudo.h"

namespace dorsum::words {
namespace {

constexpr std::string_view atlas_context = "atlas";

/// gettext's own way to tell a text of a context from others.
std::string key_of(std::string_view context, std::string_view english) {
  std::string key(context);
  if (!context.empty()) key += '\x04';
  return key.append(english);
}

bool keeps_gaps(const PoEntry& entry) {
  const auto first = gaps_of(entry.id), other = entry.plural.empty() ? first : gaps_of(entry.plural);
  for (const std::string& text : entry.texts) {
    const auto gaps = gaps_of(text);
    if (gaps != first && gaps != other) return false;
  }
  return true;
}

}  // namespace

struct Catalogue::Texts {
  std::map<std::string, std::vector<std::string>, std::less<>> forms;
  PluralRule rule;
  bool pseudo = false;

  [[nodiscard]] const std::vector<std::string>* find(std::string_view key) const {
    const auto found = forms.find(key);
    return found == forms.end() ? nullptr : &found->second;
  }
};

Result<Catalogue> Catalogue::of_po(std::string_view po, const std::string& name) {
  const auto entries = read_po(po, name);
  if (!entries) return Failure(entries.error());
  auto texts = std::make_shared<Texts>();
  if (const std::string rule = head_field(*entries, "Plural-Forms"); !rule.empty()) {
    const auto parsed = PluralRule::parse(rule);
    if (!parsed) return bad_input(name, fmt::format("the plural rule \"{:.80}\" can't be read", rule), "see the gettext manual, Plural forms");
    texts->rule = *parsed;
  }
  for (const PoEntry& entry : *entries) {
    if (entry.id.empty() || entry.fuzzy || entry.texts.front().empty()) continue;
    const std::string where = fmt::format("{}:{}", name, entry.line);
    if (!keeps_gaps(entry)) return bad_input(where, fmt::format("the translation of \"{:.60}\" has other gaps", entry.id), "keep what stands in { } or behind % as it is");
    if (entry.texts.size() != (entry.plural.empty() ? 1 : texts->rule.forms()))
      return bad_input(where, fmt::format("\"{:.60}\" has {} forms", entry.id, entry.texts.size()), fmt::format("write {}, as the file's head says", entry.plural.empty() ? 1 : texts->rule.forms()));
    texts->forms[key_of(entry.context, entry.id)] = entry.texts;
  }
  Catalogue catalogue;
  catalogue.texts_ = std::move(texts);
  return catalogue;
}

Result<Catalogue> Catalogue::pseudo(std::string_view pot, const std::string& name) {
  const auto entries = read_po(pot, name);
  if (!entries) return Failure(entries.error());
  auto texts = std::make_shared<Texts>();
  texts->pseudo = true;
  for (const PoEntry& entry : *entries) {
    if (entry.id.empty()) continue;
    std::vector<std::string> forms{pseudo_text(entry.id)};
    if (!entry.plural.empty()) forms.push_back(pseudo_text(entry.plural));
    texts->forms[key_of(entry.context, entry.id)] = std::move(forms);
  }
  Catalogue catalogue;
  catalogue.texts_ = std::move(texts);
  return catalogue;
}

const char* Catalogue::say(const char* english) const {
  const auto* forms = texts_ == nullptr ? nullptr : texts_->find(english);
  return forms == nullptr ? english : forms->front().c_str();
}

std::string Catalogue::say(const Saying& saying) const {
  return saying.filled(say(saying.text().c_str()), [this](const Saying& within) { return say(within); });
}

const char* Catalogue::say_in(const char* context, const char* english) const {
  const auto* forms = texts_ == nullptr ? nullptr : texts_->find(key_of(context, english));
  return forms == nullptr ? english : forms->front().c_str();
}

std::string Catalogue::of_atlas(std::string_view english) const {
  if (texts_ == nullptr) return std::string(english);
  if (texts_->pseudo) return pseudo_text(english);
  const auto* forms = texts_->find(key_of(atlas_context, english));
  return forms == nullptr ? std::string(english) : forms->front();
}

fmt::string_view Catalogue::said(fmt::string_view one, fmt::string_view many, std::size_t number) const {
  const bool counted = many.size() > 0;
  const auto* forms = texts_ == nullptr ? nullptr : texts_->find(std::string_view(one.data(), one.size()));
  if (forms == nullptr) return counted && number != 1 ? many : one;
  return forms->at(counted ? std::min(texts_->rule.form_of(number), forms->size() - 1) : 0);
}

}  // namespace dorsum::words
