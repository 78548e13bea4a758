#pragma once
// The BodyParts3D archive in the forms in which people have it.

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/imports/reader.h"
#include "obj_reader.h"
#include "reader_process.h"

namespace dorsum::imports {

/// One mesh file of the archive.
struct Element {
  std::string name;        ///< below the archive's place: "isa_BP3D_4.0_obj_99/FJ2810.obj"
  std::string format;      ///< "obj" or "stl"
  std::uint64_t bytes = 0;
  std::string concept_id;  ///< of its header, its name or its folder; empty where nothing tells
  ObjHeader header;
  std::size_t number = 0;  ///< where it is in the archive

  [[nodiscard]] std::string file_name() const { return std::filesystem::path(name).filename().string(); }
  [[nodiscard]] std::string stem() const { return std::filesystem::path(name).stem().string(); }
};

/// An archive's mesh files: a folder with all that is below it, or a zip, which a reader process unpacks.
class Archive {
 public:
  /// Fails with what to name instead where there is no mesh file. Files that can't be looked at go into `damaged`.
  [[nodiscard]] static Result<std::unique_ptr<Archive>> open(const std::filesystem::path& place, const ReaderSetup& setup, const Progress& progress,
                                                             std::vector<std::string>& damaged);

  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }
  /// The licence that a page of the archive names which lies beside the meshes (README_e.html), as licence.h reads it; empty
  /// where there is none.
  [[nodiscard]] const std::string& licence_of_page() const { return licence_of_page_; }
  /// The bytes of a file. May be called from any thread.
  [[nodiscard]] Result<std::string> bytes_of(const Element& element, const KeepReading& go_on);

 private:
  std::vector<Element> elements_;
  std::string licence_of_page_;
  std::filesystem::path folder_;            ///< empty: a zip
  std::mutex unpacking_;
  std::optional<ReaderProcess> unpacker_;
};

}  // namespace dorsum::imports
