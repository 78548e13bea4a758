#include "mesh_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dorsum/core/to_say.h"
#include "dorsum/io/read_file.h"
#include "reader_process.h"

namespace dorsum::imports {
namespace {

namespace fs = std::filesystem;

/// Formats that people have and that are not read.
struct Foreign {
  std::string_view formats;  ///< extensions, each between blanks
  const char* what;
  const char* remedy;
};
constexpr std::array foreign{
    Foreign{" vtk vtp vtu vtm vts ", "a file of the Visualization Toolkit", "in 3D Slicer or ParaView save the model as OBJ, PLY or STL; or: meshio convert IN.vtk OUT.stl"},
    Foreign{" wrl vrml wrz ", "VRML", "in Blender or MeshLab open it and export glTF or OBJ"},
    Foreign{" usd usda usdc usdz ", "USD", "in Blender import it and export glTF (.glb)"},
    Foreign{" osim ", "a model of OpenSim, which only names its bones' meshes", "convert the files of its Geometry folder (ParaView: save the .vtp files as OBJ or STL) and import those"},
    Foreign{" nii nrrd nhdr mha mhd dcm gz ", "an image volume or a packed file, not surfaces", "in 3D Slicer make a model of a segmentation and save it as OBJ or STL; unpack what is packed"},
    Foreign{" max c4d ma mb skp ztl zpr f3d sldprt sldasm ", "a working file of another program", "in that program export glTF, FBX or OBJ"},
    Foreign{" step stp iges igs brep ", "a CAD file", "in FreeCAD export it as OBJ or STL"},
    Foreign{" vtx xyz pcd las e57 pts ", "a cloud of points, without surfaces", "in MeshLab or CloudCompare make a surface of it and export OBJ or PLY"},
    Foreign{" inp msh cdb feb k ", "a mesh of finite elements", "meshio convert IN.msh OUT.stl"},
    Foreign{" gii gifti white pial inflated ", "a surface of the neurosciences", "in 3D Slicer or with nibabel save it as OBJ or STL"},
    Foreign{" 7z rar tar tgz bz2 xz ", "a packed file", "unpack it and name the model in it"},
};

constexpr auto formats_read = "glTF, OBJ, FBX, Collada (.dae), STL, PLY, 3MF, X3D, OFF, 3DS and older .blend files are read";

}  // namespace

std::string format_of(const fs::path& file) {
  std::string extension = file.extension().string();
  if (extension.starts_with('.')) extension.erase(0, 1);
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

Result<void> check_format(const fs::path& file, std::string_view bytes) {
  const std::string format = format_of(file);
  for (const Foreign& kind : foreign) {
    if (!format.empty() && kind.formats.find(" " + format + " ") != std::string_view::npos) {
      return bad_input(file.string(), fmt::format("this is {}, which Dorsum does not read", kind.what), kind.remedy);
    }
  }
  if (format == "blend") {
    // "BLENDER-v279": what stands after the v; since 2.80 they hold what Assimp (5.2) does not know, since 3.0 they are packed.
    const bool plain = bytes.starts_with("BLENDER");
    if (!plain || (bytes.size() >= 12 && bytes.substr(9, 3) >= "280")) {
      return bad_input(file.string(), "this is a .blend file of Blender 2.80 or later, which Dorsum does not read", "in Blender export glTF (.glb), or OBJ");
    }
  }
  if (bytes.starts_with("# vtk DataFile")) return bad_input(file.string(), "this is a file of the Visualization Toolkit, which Dorsum does not read", foreign.front().remedy);
  if (bytes.starts_with("#VRML")) return bad_input(file.string(), "this is VRML, which Dorsum does not read", foreign[1].remedy);
  if (format == "zip" || (format.empty() && bytes.starts_with("PK\3\4"))) {
    return bad_input(file.string(), "this is a packed file", "unpack it and name the model in it; for the BodyParts3D archive: dorsum import bodyparts3d FILE.zip -o PACK");
  }
  return {};
}

Result<Findings> read_mesh_file(const fs::path& file, const ReaderSetup& setup, const Progress& progress) {
  const auto bytes = io::read_file(file);
  if (!bytes) return Failure(bytes.error());
  if (const auto readable = check_format(file, *bytes); !readable) return Failure(readable.error());
  const KeepReading go_on = [&progress](float done) { return progress(to_say("Reading the model"), done); };
  auto reader = ReaderProcess::start(setup, bytes->size());
  if (!reader) return Failure(reader.error());
  // Files beside the model are read for it here, and only those in its own folder and below.
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const FileBeside beside = [&folder](const std::string& relative) -> std::optional<std::string> {
    const fs::path wanted = fs::path(relative).lexically_normal();
    if (wanted.empty() || wanted.is_absolute() || *wanted.begin() == "..") return std::nullopt;
    std::error_code trouble;
    const fs::path real = fs::canonical(folder / wanted, trouble), home = fs::canonical(folder, trouble);
    if (trouble || std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first != home.end()) return std::nullopt;
    auto found = io::read_file(real);
    return found ? std::optional(std::move(*found)) : std::nullopt;
  };
  auto findings = reader->read(format_of(file), file.string(), *bytes, beside, go_on);
  if (!findings && findings.error().reason.english().find("No suitable reader") != std::string::npos) {
    return bad_input(file.string(), fmt::format("files that end in \".{}\" are not read", format_of(file)), formats_read);
  }
  return findings;
}

}  // namespace dorsum::imports
