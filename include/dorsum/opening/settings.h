#pragma once
// What the window remembers from one time to the next: how it looks, and which packs were open. Nothing of what was done in
// it stands here, no script and nothing of a client.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/state/state.h"

namespace dorsum::opening {

inline constexpr std::size_t most_recent = 10;  ///< packs that are remembered

struct Settings {
  /// Of the window on the screen, pixels.
  struct Place {
    int left = 0, top = 0, width = 0, height = 0;
    bool maximised = false;
    friend bool operator==(const Place&, const Place&) = default;
  };
  state::Theme theme = state::Theme::light;
  float text_scale = 1.0F;  ///< as State's
  bool panels = true;       ///< whether they stand beside the picture
  std::string language;     ///< as opening/language.h reads it
  std::optional<Place> window;
  std::string pack;                 ///< the one that was open last, an absolute path; empty: the built-in one
  std::vector<std::string> recent;  ///< packs that were open, absolute paths, newest first
  std::string folder;               ///< in which a file was chosen last, an absolute path or empty
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Checks all of it: anybody may have written there. What a later program added is passed over. `name` stands for the file in
/// messages, which name the field.
[[nodiscard]] Result<Settings> settings_of(std::string_view json, const std::string& name);
/// As JSON for people to read. Of `before`, the file's text so far, the fields that this program doesn't know are kept.
[[nodiscard]] std::string text_of(const Settings& settings, std::string_view before = {});

/// What two windows changed since both had `base`: of each field `mine` where that differs from `base`, else `theirs`.
[[nodiscard]] Settings merged(const Settings& base, const Settings& mine, const Settings& theirs);

/// The commands that make a new state look as remembered.
[[nodiscard]] std::string script_of(const Settings& settings);
/// Takes over what a state has of it.
void take(Settings& settings, const state::State& state);
/// Puts a pack at the head of the recent ones, once; an empty path, the built-in one, is no part of them.
void take_pack(Settings& settings, const std::filesystem::path& pack);

/// settings.json in the user's own folder of configuration (XDG Base Directory Specification); empty where there is no home.
[[nodiscard]] std::filesystem::path settings_file();

/// The settings of one window, in a file that it shares with others. Each writes the file whole, and only what it changed
/// itself over what is there, so that two windows neither tear it nor forget each other's.
class Memory {
 public:
  /// An empty path: nothing is remembered. A file that can't be read as settings is kept aside under another name.
  explicit Memory(std::filesystem::path file);

  /// As they were found.
  [[nodiscard]] const Settings& found() const { return found_; }
  /// What there is to tell of the file, once; empty: nothing.
  [[nodiscard]] Saying take_trouble();

  /// How things are now, at a moment in seconds of a steady clock. Written when they have rested for a second.
  void keep(const Settings& now, double seconds);
  /// When it wants keep to be called again; infinity: not before something has changed.
  [[nodiscard]] double due() const { return due_; }
  /// Writes at once what is not written yet. What can't be written is told by take_trouble.
  void write();

 private:
  [[nodiscard]] Settings read();
  void set_aside(const Error& why);

  std::filesystem::path file_;
  Settings found_, written_, now_;
  Saying trouble_;
  std::string text_;  ///< of the file, as it was read last
  double due_;
};

}  // namespace dorsum::opening
