#pragma once
// The box in which files are opened: packs, other people's models, files of commands. Whoever opens them (desk/opener.h) fills
// it and follows what is asked in it; the panels draw it and keep in it what is typed and chosen.

#include <cstddef>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/core/saying.h"

namespace dorsum::ui {

/// What is asked of who opens files.
struct OpenAsk {
  enum class Kind {
    choose,      ///< show what can be opened
    open,        ///< `path`, whatever it is; empty: the built-in atlas
    enter,       ///< `path`: what is in it, where it is a folder and no pack, else as open
    forget,      ///< `path`, one of the recent packs
    make_pack,   ///< of the objects as they are chosen
    answer,      ///< the question, by way number `which`; beyond the last: it is right as it is
    to_objects,  ///< back from the question
    leave        ///< close the box; work that goes on is stopped, and nothing of it stays
  };
  Kind kind = Kind::choose;
  std::string path;
  std::size_t which = 0;
};

struct OpenBox {
  enum class Page { closed, choose, working, objects, question, done, trouble };
  Page page = Page::closed;
  bool fresh = false;  ///< the page has just been turned up: the keyboard goes to where one begins
  std::string file;    ///< what is being opened, as people know it

  // To choose from.
  struct Entry {
    std::string name, path;
    bool folder = false;
  };
  struct Recent {
    std::string name, path;
    bool there = false;    ///< else it is gone from its place
    bool is_open = false;  ///< the pack under the hand
  };
  std::string folder;           ///< whose entries are shown
  std::string parent;           ///< the folder above; empty at the top
  std::vector<Entry> entries;   ///< folders first, what can't be opened left out
  std::size_t left_out = 0;     ///< entries for which there was no room
  bool has_models = false;      ///< the folder may be an archive of many meshes
  Saying trouble;               ///< of the folder, or of what was opened: the reason
  Saying remedy;                ///< what to do about it
  std::string typed;            ///< a path, by hand
  std::vector<Recent> recent;
  bool built_in_is_open = false;

  // While it works.
  std::string what;    ///< a text for the catalogue
  float done = 0.0F;   ///< 0 to 1
  bool stops = false;  ///< it was asked to

  // What a model holds.
  struct StructureName {
    std::string id, name;
  };
  struct Object {
    std::string path;         ///< as the file has it
    std::size_t triangles = 0;
    glm::vec3 size{0.0F};     ///< mm, as it would be imported
    std::string structure;    ///< its id; empty: it is left out
    bool guessed = false;     ///< nobody has said so, and its name is only like the structure's
  };
  std::vector<StructureName> structures;  ///< that there are to choose from
  std::vector<Object> objects;
  std::string object_search, structure_search;
  bool only_left_out = false;
  std::optional<std::size_t> choosing;  ///< the object whose list of structures stands open

  // What the body contradicts.
  struct Way {
    std::string unit;       ///< "mm", "cm", "m", "in"; empty: as it was read
    float times = 1.0F;     ///< how much larger everything gets by it
    std::string up, front;  ///< "+X" to "-Z"; empty: as they were read
    bool mirror = false;
  };
  std::vector<std::string> contradictions;
  std::string read_unit, read_up, read_front;
  bool said_by_file = false;
  std::vector<Way> ways;

  // What came of it.
  std::string summary;
  std::vector<std::string> notes;  ///< what matters most first
  std::size_t more_notes = 0;      ///< that stand in the pack only
  std::size_t lacking = 0;         ///< structures of the atlas's list that are not in it
  std::string pack;     ///< where it is kept
  std::string command;  ///< that does the same on the command line

  [[nodiscard]] bool stands() const { return page != Page::closed; }
};

}  // namespace dorsum::ui
