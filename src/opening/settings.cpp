#include "dorsum/opening/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/letters.h"
#include "dorsum/io/read_file.h"
#include "dorsum/io/user_folder.h"
#include "dorsum/io/whole_file.h"

namespace dorsum::opening {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 1U << 20U, most_letters = 4096;
constexpr double rest_before_writing = 1.0;  ///< seconds
constexpr int most_aside = 99;

std::string short_text(const JsonReader& from) {
  std::string text = from.text();
  if (text.size() > most_letters || text.find('\0') != std::string::npos) from.fail(fmt::format("more than {} bytes, or a zero among them", most_letters), "take it out");
  return text;
}

/// Absolute or empty.
std::string path_in(const JsonReader& from) {
  std::string text = short_text(from);
  if (from.ok() && !text.empty() && !fs::path(text).is_absolute()) from.fail(fmt::format("\"{}\" is no absolute path", text.substr(0, 60)), "write one that begins with /");
  return text;
}

Settings::Place place_in(const JsonReader& from) {
  constexpr int far = 100'000, least = 50, most = 30'000;
  return {.left = from.field("left").integer_in(-far, far),
          .top = from.field("top").integer_in(-far, far),
          .width = from.field("width").integer_in(least, most),
          .height = from.field("height").integer_in(least, most),
          .maximised = from.field("maximised").boolean()};
}

template <class T>
void merge(T& mine, const T& base, const T& theirs) {
  if (mine == base) mine = theirs;
}

}  // namespace

Result<Settings> settings_of(std::string_view json, const std::string& name) {
  const auto document = parse_json(json, name);
  if (!document) return Failure(document.error());
  Error error;
  const JsonReader root(*document, name + ": ", error);
  static_cast<void>(root.keys());  // fails on what is no object
  Settings settings;
  if (root.has("theme")) {
    const std::string theme = root.field("theme").text();
    if (theme != "light" && theme != "dark") root.field("theme").fail(fmt::format("\"{}\" is no theme", theme.substr(0, 60)), "write light or dark");
    if (theme == "dark") settings.theme = state::Theme::dark;
  }
  if (root.has("text_scale")) settings.text_scale = static_cast<float>(root.field("text_scale").number_in(0.75, 2.5));
  if (root.has("panels")) settings.panels = root.field("panels").boolean();
  if (root.has("language")) settings.language = short_text(root.field("language"));
  if (root.has("window")) settings.window = place_in(root.field("window"));
  if (root.has("pack")) settings.pack = path_in(root.field("pack"));
  if (root.has("folder")) settings.folder = path_in(root.field("folder"));
  if (root.has("recent")) {
    const JsonReader recent = root.field("recent");
    for (std::size_t i = 0; i < std::min(recent.size(), most_recent); ++i) settings.recent.push_back(path_in(recent.at(i)));
  }
  if (!root.ok()) return Failure(error);
  settings.recent.erase(std::remove(settings.recent.begin(), settings.recent.end(), ""), settings.recent.end());
  return settings;
}

std::string text_of(const Settings& settings, std::string_view before) {
  nlohmann::ordered_json document = nlohmann::ordered_json::parse(before.begin(), before.end(), nullptr, false);
  if (!document.is_object()) document = nlohmann::ordered_json::object();
  document["theme"] = settings.theme == state::Theme::dark ? "dark" : "light";
  document["text_scale"] = std::stod(fmt::format("{:.4g}", settings.text_scale));  // 1.1, not 1.10000002
  document["panels"] = settings.panels;
  document["language"] = settings.language;
  document.erase("window");
  if (const auto& place = settings.window)
    document["window"] = {{"left", place->left}, {"top", place->top}, {"width", place->width}, {"height", place->height}, {"maximised", place->maximised}};
  document["pack"] = settings.pack;
  document["recent"] = settings.recent;
  document["folder"] = settings.folder;
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

Settings merged(const Settings& base, const Settings& mine, const Settings& theirs) {
  Settings made = mine;
  merge(made.theme, base.theme, theirs.theme);
  merge(made.text_scale, base.text_scale, theirs.text_scale);
  merge(made.panels, base.panels, theirs.panels);
  merge(made.language, base.language, theirs.language);
  merge(made.window, base.window, theirs.window);
  merge(made.pack, base.pack, theirs.pack);
  merge(made.folder, base.folder, theirs.folder);
  // Packs that the other opened meanwhile stand behind one's own; what one of them took out stays out.
  for (const std::string& pack : theirs.recent) {
    const auto has = [&pack](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), pack) != list.end(); };
    if (!has(made.recent) && !has(base.recent)) made.recent.push_back(pack);
  }
  const auto gone = [&](const std::string& pack) {
    const auto has = [&pack](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), pack) != list.end(); };
    return has(base.recent) && !has(theirs.recent) && pack != made.pack;
  };
  made.recent.erase(std::remove_if(made.recent.begin(), made.recent.end(), gone), made.recent.end());
  if (made.recent.size() > most_recent) made.recent.resize(most_recent);
  return made;
}

std::string script_of(const Settings& settings) {
  return fmt::format("theme {}; text-scale {:.4g}; panels {}", settings.theme == state::Theme::dark ? "dark" : "light", settings.text_scale, settings.panels ? "on" : "off");
}

void take(Settings& settings, const state::State& state) {
  settings.theme = state.theme;
  settings.text_scale = state.text_scale;
  settings.panels = state.panels.shown;
}

void take_pack(Settings& settings, const fs::path& pack) {
  std::error_code trouble;
  const fs::path folder = pack.filename() == "atlas.json" ? fs::absolute(pack, trouble).parent_path() : pack;  // it stands for its folder
  settings.pack = folder.empty() ? "" : fs::absolute(folder, trouble).lexically_normal().string();
  // A path that JSON can't hold is not remembered.
  if (settings.pack.size() > most_letters || !is_utf8(settings.pack)) settings.pack.clear();
  if (settings.pack.empty()) return;
  auto& recent = settings.recent;
  recent.erase(std::remove(recent.begin(), recent.end(), settings.pack), recent.end());
  recent.insert(recent.begin(), settings.pack);
  if (recent.size() > most_recent) recent.resize(most_recent);
}

fs::path settings_file() {
  const fs::path folder = io::user_folder("XDG_CONFIG_HOME", ".config");
  return folder.empty() ? folder : folder / "settings.json";
}

Memory::Memory(fs::path file) : file_(std::move(file)), due_(std::numeric_limits<double>::infinity()) {
  if (!file_.empty()) found_ = read();
  written_ = now_ = found_;
}

Saying Memory::take_trouble() { return std::exchange(trouble_, {}); }

/// The first start has no file, which is no trouble.
Settings Memory::read() {
  text_.clear();
  std::error_code trouble;
  if (!fs::exists(file_, trouble)) return {};
  auto text = io::read_file(file_, most_bytes);
  if (!text) {
    set_aside(text.error());
    return {};
  }
  auto settings = settings_of(*text, file_.string());
  if (!settings) {
    set_aside(settings.error());
    return {};
  }
  text_ = *std::move(text);
  return *std::move(settings);
}

/// Somebody may want back what stands in it: a list that was written by hand, a disk's last good bytes.
void Memory::set_aside(const Error& why) {
  for (int number = 1; number <= most_aside; ++number) {
    const fs::path aside = file_.parent_path() / fmt::format("settings.damaged{}.json", number == 1 ? "" : fmt::format("-{}", number));
    std::error_code trouble;
    if (fs::exists(fs::symlink_status(aside, trouble))) continue;
    fs::rename(file_, aside, trouble);
    if (trouble) break;
    trouble_ = to_fill("What was remembered can't be read and is kept as {file}; the window begins as new. {why}", fmt::arg("file", aside.string()), fmt::arg("why", why.saying()));
    return;
  }
  trouble_ = to_fill("What was remembered can't be read and can't be put aside; nothing is remembered this time. {}", why.saying());
  file_.clear();
}

void Memory::keep(const Settings& now, double seconds) {
  if (file_.empty()) return;
  if (!(now == now_)) {
    now_ = now;
    due_ = now_ == written_ ? std::numeric_limits<double>::infinity() : seconds + rest_before_writing;
  } else if (seconds >= due_) {
    write();
  }
}

void Memory::write() {
  due_ = std::numeric_limits<double>::infinity();
  if (file_.empty() || now_ == written_) return;
  std::error_code trouble;
  fs::create_directories(file_.parent_path(), trouble);
  const Settings theirs = read();
  if (file_.empty()) return;
  const Settings whole = text_.empty() ? now_ : merged(written_, now_, theirs);
  if (const auto done = io::write_whole_file(file_, text_of(whole, text_)); !done) {
    trouble_ = to_fill("How the window looks can't be remembered. {}", done.error().saying());
    file_.clear();  // told once
    return;
  }
  written_ = now_;
}

}  // namespace dorsum::opening
