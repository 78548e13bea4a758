#pragma once
// Where the program's own files are: beside the program in a build folder, in ../share/dorsum once installed.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::opening {

struct Places {
  std::filesystem::path atlas;            ///< the built-in pack
  std::filesystem::path content;          ///< muscle facts, trigger points, regions
  std::filesystem::path structure_table;  ///< structures.json
  std::filesystem::path regions;          ///< regions.json: where the surface regions lie
  std::filesystem::path motions;          ///< motion.json: what moves how, and by which muscles
  std::filesystem::path recipes;          ///< the folder of the built-in atlas's recipes
  std::filesystem::path attachments;      ///< attachments.json: which bones the muscles go to
  std::filesystem::path words;            ///< the folder of catalogues
};

/// The files of the font Inter; empty where it isn't installed.
struct FontPlaces {
  std::string regular, semibold, italic;
};
[[nodiscard]] FontPlaces find_fonts();

/// What is in the files of the faces that pictures are written in; empty where Inter isn't installed.
struct FontBytes {
  std::vector<std::byte> upright, italic;
};
[[nodiscard]] FontBytes read_fonts();

/// Fails when this is neither a build folder nor an installation.
[[nodiscard]] Result<Places> find_places();

}  // namespace dorsum::opening
