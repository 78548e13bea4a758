#pragma once
// Other people's meshes to a pack's parts.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/imports/frame.h"
#include "dorsum/imports/reader.h"

namespace dorsum::imports {

/// How much a note of an import matters to whoever reads only the first.
enum class Weight { loss, question, detail };

struct Note {
  std::string text;  ///< one line, with the file's or structure's name
  Weight weight = Weight::detail;
};

/// What files hold; what follows from it (landmarks first of all) is derived by workshop/derive.h.
struct Imported {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;
  std::vector<Note> notes;         ///< what was missing, damaged or left out
  std::size_t files_read = 0;      ///< files that went into a structure
  std::size_t files_seen = 0;      ///< files looked at
};

/// The notes' texts, each once, what matters most first, else in the order in which they came.
[[nodiscard]] std::vector<std::string> by_weight(std::vector<Note> notes);

/// The BodyParts3D archive as people have it: its zip, the folder of its files, the folder above, a folder a structure; OBJ of
/// release 4.0 and 3.0 and the STL copy. A file belongs to the structure of `table` whose FMA concept its header names, or
/// its name where the header names none. Where the same element is there as is_a and as part_of, one of them is read. Missing and
/// damaged files are noted and the import goes on; so are those that measure otherwise than their header says, or as no
/// part of their kind does. Fails when no file fits.
[[nodiscard]] Result<Imported> import_bodyparts3d(const std::filesystem::path& place, const std::vector<atlas::Structure>& table,
                                                  const ReaderSetup& setup, const Progress& progress);

struct ModelOptions {
  /// A JSON object {"name in the file": "structure id"}; null in place of an id leaves a thing out that hangs on one that is
  /// mapped, and a name that begins with / is a path from the top. Empty: by ontology ids, and by names that are structure ids.
  std::filesystem::path map;
  StatedFrame frame;          ///< what the user says of unit and axes; goes before what the file says
};

/// What an import asks where what is mapped does not lie as in a body.
struct Question {
  std::vector<std::string> contradictions;  ///< "scapula.R lies to the left of scapula.L"
  Frame read;                               ///< in which the file was read
  bool said_by_file = false;                ///< that frame
  std::vector<Frame> ways;                  ///< those in which less contradicts, most likely first; may be empty
};

/// Any model that can be read. Unit and axes are the user's, else the file's, else the body's own (millimetres, +Z up,
/// front -Y); then what is mapped is asked whether it lies as in a body. Where it does not, and the user has not spoken, the
/// import fails with the options that would mend it, and tells `asked`, where there is one, the same in parts.
[[nodiscard]] Result<Imported> import_model(const std::filesystem::path& file, const ModelOptions& options,
                                            const std::vector<atlas::Structure>& table, const ReaderSetup& setup, const Progress& progress,
                                            std::optional<Question>* asked = nullptr);

/// One thing in a model's file.
struct ListedObject {
  std::string name, path;
  std::size_t triangles = 0;
  geometry::Bounds bounds;           ///< mm, body frame, as it would be imported
  std::vector<std::string> ids;      ///< ontology ids
  std::string structure;             ///< the structure that it probably is; empty where nothing tells
  bool guessed = false;              ///< by a name that is only like the structure's, as of a slip of the pen
};
struct Listed {
  std::vector<ListedObject> objects;
  Frame frame;              ///< in which they were measured
  bool frame_is_stated = false;  ///< by the file or the user; else it is only assumed
  std::vector<std::string> notes;
};

/// What a model's file holds, before any map is written.
[[nodiscard]] Result<Listed> list_model(const std::filesystem::path& file, const StatedFrame& frame, const std::vector<atlas::Structure>& table,
                                        const ReaderSetup& setup, const Progress& progress);

}  // namespace dorsum::imports
