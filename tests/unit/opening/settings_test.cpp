// What the window remembers.

#include "dorsum/opening/settings.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "dorsum/state/command.h"

#include "own_folder.h"

using namespace dorsum;
using namespace dorsum::opening;
using dorsum::opening::test::OwnFolder;
namespace fs = std::filesystem;

namespace {

std::string text_in(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}
void write(const fs::path& file, std::string_view text) { std::ofstream(file) << text; }

Settings many() {
  return {.theme = state::Theme::dark,
          .text_scale = 1.3F,
          .panels = false,
          .language = "pseudo",
          .window = Settings::Place{.left = -5, .top = 30, .width = 900, .height = 700, .maximised = true},
          .pack = "/packs/b",
          .recent = {"/packs/b", "/packs/a \"quoted\" \xC3\xA9"},
          .folder = "/home"};
}

}  // namespace

TEST_CASE("settings come back from their file as they were") {
  const auto back = settings_of(text_of(many()), "settings.json");
  REQUIRE(back);
  CHECK(*back == many());
  CHECK(*settings_of("{}", "settings.json") == Settings{});
}

TEST_CASE("each field of a settings file is held to its bounds, and the message names it") {
  const auto [text, field] = GENERATE(table<std::string, std::string>({
      {R"({"theme": "pink"})", "theme"},
      {R"({"theme": 3})", "theme"},
      {R"({"text_scale": 1e9})", "text_scale"},
      {R"({"text_scale": 0.1})", "text_scale"},
      {R"({"panels": "yes"})", "panels"},
      {R"({"language": []})", "language"},
      {R"({"window": {"left": 0, "top": 0, "width": 0, "height": 10, "maximised": false}})", "width"},
      {R"({"window": {"left": 1e12, "top": 0, "width": 500, "height": 500, "maximised": false}})", "left"},
      {R"({"window": {"left": 0}})", "top"},
      {R"({"pack": "../relative"})", "pack"},
      {R"({"recent": ["/a", 7]})", "recent[1]"},
      {R"({"recent": "/a"})", "recent"},
      {R"({"folder": "x"})", "folder"},
      {R"([1, 2])", "settings.json"},
      {R"({"theme": "dark", "theme": "light"})", "twice"},
      {R"({"theme": )", "settings.json"},
  }));
  const auto read = settings_of(text, "settings.json");
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error().message(), Catch::Contains(field));
}

TEST_CASE("a path of thousands of letters is none") {
  std::string text = R"({"pack": "/)";
  text.append(5000, 'x').append("\"}");
  CHECK_FALSE(settings_of(text, "settings.json"));
}

TEST_CASE("what a later program added to the settings stays in the file") {
  const std::string text = text_of(many(), R"({"colour_of_tea": "green", "theme": "light"})");
  CHECK_THAT(text, Catch::Contains("\"colour_of_tea\": \"green\"") && Catch::Contains("\"theme\": \"dark\""));
}

TEST_CASE("the recent packs hold each once, newest first, and no more than there is room for") {
  Settings settings;
  for (int i = 0; i < 14; ++i) take_pack(settings, "/packs/" + std::to_string(i));
  take_pack(settings, "/packs/9/../9/atlas.json");
  CHECK(settings.recent.size() == most_recent);
  CHECK(settings.recent.front() == "/packs/9");
  CHECK(settings.recent[1] == "/packs/13");
  CHECK(std::count(settings.recent.begin(), settings.recent.end(), "/packs/9") == 1);
  take_pack(settings, {});
  CHECK(settings.pack.empty());
  CHECK(settings.recent.size() == most_recent);
}

TEST_CASE("what is remembered makes a new state look so, and is taken from a state") {
  const auto script = state::parse_script(script_of(many()));
  REQUIRE(script);
  state::State state;
  state.theme = state::Theme::dark;
  state.text_scale = 2.0F;
  state.panels.shown = false;
  Settings settings;
  take(settings, state);
  CHECK(script_of(settings) == "theme dark; text-scale 2; panels off");
}

TEST_CASE("settings are written when they have rested, whole, and not before") {
  const OwnFolder folder("settings");
  const fs::path file = folder.path() / "new" / "settings.json";
  Memory memory(file);
  CHECK(memory.take_trouble().empty());  // the first start
  CHECK(memory.found() == Settings{});
  Settings now;
  memory.keep(now, 0.0);
  CHECK(std::isinf(memory.due()));
  now.text_scale = 1.2F;
  memory.keep(now, 10.0);
  CHECK(memory.due() == Approx(11.0));
  now.text_scale = 1.4F;
  memory.keep(now, 10.9);
  memory.keep(now, 11.5);
  CHECK_FALSE(fs::exists(file));
  memory.keep(now, 12.0);
  REQUIRE(fs::exists(file));
  CHECK(std::isinf(memory.due()));
  CHECK(Memory(file).found() == now);
  const auto written = fs::last_write_time(file);
  memory.keep(now, 20.0);
  memory.write();
  CHECK(fs::last_write_time(file) == written);
}

TEST_CASE("two windows keep what each of them changed") {
  const OwnFolder folder("two-windows");
  const fs::path file = folder.path() / "settings.json";
  Settings before;
  before.recent = {"/packs/old", "/packs/older"};
  write(file, text_of(before));
  Memory one(file), two(file);
  Settings first = one.found(), second = two.found();
  first.theme = state::Theme::dark;
  take_pack(first, "/packs/of-one");
  second.text_scale = 2.0F;
  take_pack(second, "/packs/of-two");
  second.recent.erase(std::find(second.recent.begin(), second.recent.end(), "/packs/older"));
  one.keep(first, 0.0);
  two.keep(second, 0.0);
  one.write();
  two.write();
  const Settings both = Memory(file).found();
  CHECK(both.theme == state::Theme::dark);
  CHECK(both.text_scale == 2.0F);
  CHECK(both.pack == "/packs/of-two");
  CHECK(both.recent == std::vector<std::string>{"/packs/of-two", "/packs/old", "/packs/of-one"});
}

TEST_CASE("a damaged settings file is kept aside and told, and never written over") {
  const OwnFolder folder("damaged");
  const fs::path file = folder.path() / "settings.json";
  for (const std::string damage : {"{\"theme\": \"pi", "\xFF\xFE\x01"}) {
    write(file, damage);
    Memory memory(file);
    CHECK(memory.found() == Settings{});
    CHECK_THAT(memory.take_trouble().english(), Catch::Contains("settings.damaged"));
    CHECK(memory.take_trouble().empty());
    CHECK_FALSE(fs::exists(file));
  }
  CHECK(text_in(folder.path() / "settings.damaged.json") == "{\"theme\": \"pi");
  CHECK(text_in(folder.path() / "settings.damaged-2.json") == "\xFF\xFE\x01");

  // Damaged by somebody while the window is open.
  Memory memory(file);
  write(file, "[]");
  Settings now;
  now.panels = false;
  memory.keep(now, 0.0);
  memory.write();
  CHECK_THAT(memory.take_trouble().english(), Catch::Contains("settings.damaged-3.json"));
  CHECK(text_in(folder.path() / "settings.damaged-3.json") == "[]");
  CHECK(Memory(file).found() == now);
}

TEST_CASE("where nothing may be remembered nothing is, and a place that can't be written is told once") {
  Memory none{fs::path()};
  Settings dark;
  dark.theme = state::Theme::dark;
  none.keep(dark, 0.0);
  CHECK(std::isinf(none.due()));
  none.write();
  CHECK(none.take_trouble().empty());

  const OwnFolder folder("no-room");
  write(folder.path() / "file", "");
  Memory memory(folder.path() / "file" / "settings.json");
  memory.keep(dark, 0.0);
  memory.write();
  CHECK_FALSE(memory.take_trouble().empty());
  memory.keep({}, 1.0);
  memory.write();
  CHECK(memory.take_trouble().empty());
}
