#pragma once
// All words that a person reads, in one language. Texts stand in the code in English and are their own keys; a catalogue is a
// value that says them in its language, made from a gettext .po file without asking any locale. The functions' names are
// what xgettext looks for (assets/words/CMakeLists.txt), so their texts must be literals.
//
//   const words::Catalogue words;                               // English
//   words.say("Undo");
//   words.say_filled("{mm:.0f} mm deep", fmt::arg("mm", 12.3));  // more than one gap: named or numbered, so that they can change places
//   words.say_counted("{} point", "{} points", n, n);

#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "dorsum/core/result.h"

namespace dorsum::words {

class Catalogue {
 public:
  /// English, as it stands in the code.
  Catalogue() = default;

  /// A translation; what it lacks is said in English. Fails, naming the line or the text, on what is no .po file, and where a
  /// translated text has other gaps ({}, %.0f) than the English one, or plural forms beyond what its rule names.
  [[nodiscard]] static Result<Catalogue> of_po(std::string_view po, const std::string& name);

  /// No language, to see what is untranslated or has no room: every text of a .pot file longer by 40 %, in brackets and with
  /// accents, its gaps as they are. Texts that the file lacks are said in English, those of the atlas (`of_atlas`) all alike.
  [[nodiscard]] static Result<Catalogue> pseudo(std::string_view pot, const std::string& name);

  /// The text, good for as long as the catalogue or a copy of it lives, and `english` itself in English.
  [[nodiscard]] const char* say(const char* english) const;
  /// What was to be said where no language was known: an error's text, a warning.
  [[nodiscard]] std::string say(const Saying& saying) const;
  /// As say, for a word that means different things in different places.
  [[nodiscard]] const char* say_in(const char* context, const char* english) const;

  /// With gaps filled as by fmt.
  template <class... Values>
  [[nodiscard]] std::string say_filled(fmt::format_string<Values...> english, const Values&... values) const {
    return fmt::vformat(said(english, {}, 1), fmt::make_format_args(values...));
  }
  /// By number: `one` and `many` are the English forms.
  template <class... Values>
  [[nodiscard]] std::string say_counted(fmt::format_string<Values...> one, fmt::format_string<Values...> many, std::size_t number,
                                        const Values&... values) const {
    return fmt::vformat(said(one, many, number), fmt::make_format_args(values...));
  }

  /// A text of the atlas or its content (a muscle's name, a card's paragraph), which is data and stands in no code.
  [[nodiscard]] std::string of_atlas(std::string_view english) const;

 private:
  struct Texts;
  /// The form for `number`; `many` is empty where there is one form only.
  [[nodiscard]] fmt::string_view said(fmt::string_view one, fmt::string_view many, std::size_t number) const;

  std::shared_ptr<const Texts> texts_;  ///< null: English
};

}  // namespace dorsum::words
