// One catalogue says all words: English as it stands in the code, a translation from a .po file, or the pseudo-language.

#include "dorsum/words/catalogue.h"

#include <catch2/catch.hpp>

#include "dorsum/core/letters.h"
#include "plural_rule.h"
#include "po.h"
#include "pseudo.h"

using namespace dorsum;
using namespace dorsum::words;

namespace {

constexpr const char* german = R"(# A head of its own.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: src/ui/left_panel.cpp
msgid "Undo"
msgstr "Zur"
"ück \"nehmen\""

msgctxt "side of a button"
msgid "Left"
msgstr "Links"

#, c++-format
msgid "{} point of {muscle}"
msgid_plural "{} points of {muscle}"
msgstr[0] "{muscle}: {} Punkt"
msgstr[1] "{muscle}: {} Punkte"

#, fuzzy
msgid "Redo"
msgstr "Nochmal"

msgctxt "atlas"
msgid "Trapezius"
msgstr "Kapuzenmuskel"

#~ msgid "Gone"
#~ msgstr "Weg"
)";

Catalogue made(std::string_view po) {
  auto catalogue = Catalogue::of_po(po, "de.po");
  if (!catalogue) FAIL(catalogue.error().message());
  return *catalogue;
}

}  // namespace

TEST_CASE("in English a text is what stands in the code") {
  const Catalogue english;
  const char* const text = "Undo";
  CHECK(english.say(text) == text);
  CHECK(english.say_filled("{:.0f} mm deep", 12.3) == "12 mm deep");
  CHECK(english.say_counted("{} point", "{} points", 1, 1) == "1 point");
  CHECK(english.say_counted("{} point", "{} points", 0, 0) == "0 points");
  CHECK(english.of_atlas("Trapezius") == "Trapezius");
}

TEST_CASE("a translation is read from a .po file, and what it lacks is said in English") {
  const Catalogue words = made(german);
  CHECK(words.say("Undo") == std::string("Zur\u00FCck \"nehmen\""));
  CHECK(words.say("Left") == std::string("Left"));  // only in its context
  CHECK(words.say_in("side of a button", "Left") == std::string("Links"));
  CHECK(words.say_counted("{} point of {muscle}", "{} points of {muscle}", 1, 1, fmt::arg("muscle", "M")) == "M: 1 Punkt");
  CHECK(words.say_counted("{} point of {muscle}", "{} points of {muscle}", 3, 3, fmt::arg("muscle", "M")) == "M: 3 Punkte");
  CHECK(words.say("Redo") == std::string("Redo"));  // fuzzy: nobody has looked at it
  CHECK(words.say("Gone") == std::string("Gone"));
  CHECK(words.of_atlas("Trapezius") == "Kapuzenmuskel");
  CHECK(words.of_atlas("Soleus") == "Soleus");
}

TEST_CASE("a copy of a catalogue says the same texts") {
  const char* said = nullptr;
  Catalogue copy;
  {
    const Catalogue words = made("msgid \"Undo\"\nmsgstr \"Zur\xC3\xBC" "ck\"\n");
    copy = words;
    said = words.say("Undo");
  }
  CHECK(said == std::string("Zur\u00FCck"));
  CHECK(copy.say("Undo") == said);
}

TEST_CASE("a translation that would not fit its gaps is refused with its line") {
  const auto lacks = Catalogue::of_po("msgid \"{} mm\"\nmsgstr \"viele mm\"\n", "x.po");
  REQUIRE_FALSE(lacks);
  CHECK(lacks.error().where == "x.po:1");
  CHECK_FALSE(Catalogue::of_po("msgid \"%.0f mm\"\nmsgstr \"%s mm\"\n", "x.po"));
  CHECK_FALSE(Catalogue::of_po("msgid \"{a} {b}\"\nmsgstr \"{b} {b}\"\n", "x.po"));
  CHECK(Catalogue::of_po("msgid \"{a} {b}\"\nmsgstr \"{b} {a}\"\n", "x.po"));
  CHECK_FALSE(Catalogue::of_po("msgid \"{} a\"\nmsgid_plural \"{} b\"\nmsgstr[0] \"{} c\"\n", "x.po"));  // one form of two
}

TEST_CASE("what is no .po file is refused with its line") {
  const auto refused = [](std::string_view text) {
    const auto entries = read_po(text, "x.po");
    return entries ? std::string() : entries.error().where.english();
  };
  CHECK(refused("hello\n") == "x.po:1");
  CHECK(refused("\nmsgid \"a\nmsgstr \"b\"\n") == "x.po:2");
  CHECK(refused("msgid \"a\"\nmsgstr \"b\\q\"\n") == "x.po:2");
  CHECK(refused("\"alone\"\n") == "x.po:1");
  CHECK(refused("msgstr \"b\"\n") == "x.po:1");
  CHECK(refused("msgid \"a\"\nmsgstr[1] \"b\"\n") == "x.po:2");
  CHECK(refused("").empty());
}

TEST_CASE("plural rules are those of gettext") {
  const auto polish = PluralRule::parse(
      "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);");
  REQUIRE(polish);
  CHECK(polish->form_of(1) == 0);
  CHECK(polish->form_of(2) == 1);
  CHECK(polish->form_of(12) == 2);
  CHECK(polish->form_of(22) == 1);
  CHECK(polish->form_of(25) == 2);
  CHECK(PluralRule::parse("nplurals=1; plural=0;")->form_of(7) == 0);
  CHECK_FALSE(PluralRule::parse("nplurals=2; plural=n;"));         // a form that there is not
  CHECK_FALSE(PluralRule::parse("nplurals=2; plural=1/(n-n);"));
  CHECK_FALSE(PluralRule::parse("nplurals=2; plural=(n != 1"));
  CHECK_FALSE(PluralRule::parse("nplurals=2; plural=" + std::string(5000, '(') + ";"));
  CHECK_FALSE(PluralRule::parse("nplurals=2; plural=" + std::string(5000, '!') + "n;"));
}

TEST_CASE("the pseudo-language is longer by 40 %, in brackets, with its gaps as they were") {
  CHECK(pseudo_text("Undo") == "[\u00DAnd\u00F3]");
  CHECK(pseudo_text("").empty());
  for (const std::string english : {"All warning signs", "{mm:.0f} mm deep, {{as}} %.0f %%", "Two\nlines"}) {
    const std::string text = pseudo_text(english);
    CAPTURE(text);
    CHECK(text.starts_with("["));
    CHECK(text.ends_with("]"));
    CHECK(static_cast<double>(count_letters(text)) >= 1.4 * static_cast<double>(count_letters(english)));
    CHECK(static_cast<double>(count_letters(text)) <= 1.4 * static_cast<double>(count_letters(english)) + 2.0);
  }
  CHECK(pseudo_text("{mm:.0f} mm deep").starts_with("[{mm:.0f} mm d\u00E9\u00E9p"));
}

TEST_CASE("in the pseudo-language what the file lacks stays English, and the atlas's own texts are all in it") {
  const auto words = Catalogue::pseudo("msgid \"Undo\"\nmsgstr \"\"\n\nmsgid \"{} a\"\nmsgid_plural \"{} as\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", "x.pot");
  REQUIRE(words);
  CHECK(words->say("Undo") == pseudo_text("Undo"));
  CHECK(words->say("Nobody marked me") == std::string("Nobody marked me"));
  CHECK(words->say_counted("{} a", "{} as", 2, 2) == fmt::format(fmt::runtime(pseudo_text("{} as")), 2));
  CHECK(words->of_atlas("Trapezius") == pseudo_text("Trapezius"));
}

TEST_CASE("what was to be said where no language was known is said in the catalogue's, with what is said within") {
  const Saying inner = to_fill("this body has no landmark {}", "vertex");
  const Saying outer = to_fill("{point} is left out: {why} ({far:.1f} mm, {count})", fmt::arg("point", "teres-1.L"), fmt::arg("why", inner), fmt::arg("far", 2.54F), fmt::arg("count", 3));
  CHECK(outer.english() == "teres-1.L is left out: this body has no landmark vertex (2.5 mm, 3)");
  CHECK(Catalogue().say(outer) == outer.english());
  const Catalogue words = made(
      "msgid \"this body has no landmark {}\"\nmsgstr \"dem K\xC3\xB6rper fehlt {}\"\n"
      "msgid \"{point} is left out: {why} ({far:.1f} mm, {count})\"\nmsgstr \"{why} ({count}; {far:.1f} mm): ohne {point}\"\n");
  CHECK(words.say(outer) == "dem K\xC3\xB6rper fehlt vertex (3; 2.5 mm): ohne teres-1.L");
  CHECK(words.say(Saying("a {brace} and 40 % of data")) == "a {brace} and 40 % of data");  // no gaps: nothing is filled
}

TEST_CASE("an error's three parts are said each in the catalogue's language") {
  const Error error = bad_input(to_fill("command \"{}\"", "depth 9"), "out of range", to_fill("use {}", 5)).value();
  CHECK(error.message() == "command \"depth 9\": out of range (use 5)");
  const Catalogue words = made("msgid \"out of range\"\nmsgstr \"zu viel\"\nmsgid \"use {}\"\nmsgstr \"nimm {}\"\n");
  CHECK(words.say(error.saying()) == "command \"depth 9\": zu viel (nimm 5)");
  CHECK(Error{Trouble::bad_input, {}, "alone", {}}.message() == "alone");
}
