#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <numeric>
#include <system_error>
#include <thread>

#include "dorsum/imports/import.h"
#include "imported_mesh.h"
#include "obj_file.h"
#include "dorsum/io/read_file.h"
#include "scene_reader.h"
#include "dorsum/io/stopped.h"

namespace dorsum::imports {
namespace {

namespace fs = std::filesystem;

constexpr auto provenance =
    "BodyParts3D, (c) The Database Center for Life Science, licensed under CC Attribution-Share Alike 2.1 Japan "
    "(Mitsuhashi N. and others, Nucleic Acids Research 2009, 37: D782-D785; dbarchive.biosciencedbc.jp/data/bodyparts3d). "
    "Imported from the archive's OBJ files: vertices welded, triangles oriented, normals computed, of the skin the outer wall kept.";

/// The files of one structure, each with the concept it was found by.
struct Job {
  std::size_t structure = 0;
  std::vector<fs::path> files;
  std::uintmax_t bytes = 0;
};

struct Gathered {
  geometry::TriangleMesh mesh;
  std::vector<std::string> file_names;  ///< of the files that were good
  std::vector<std::string> notes;
};

Result<std::vector<fs::path>> obj_files_of(const fs::path& folder) {
  if (const auto there = io::check_folder(folder, "the archive's OBJ files"); !there) return Failure(there.error());
  std::vector<fs::path> files;
  std::error_code trouble;
  for (fs::directory_iterator entry(folder, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
    const std::string extension = entry->path().extension().string();
    if (extension == ".obj" || extension == ".OBJ") files.push_back(entry->path());
  }
  if (trouble) return bad_input(folder.string(), "the folder can't be listed: " + trouble.message(), "check the permissions");
  if (files.empty()) return bad_input(folder.string(), "the folder holds no .obj file", "name the folder of the archive's OBJ files");
  std::sort(files.begin(), files.end());
  return files;
}

/// Which files belong to which of the wanted concepts. Files without a header are noted.
std::multimap<std::string, fs::path> files_by_concept(const std::vector<fs::path>& files, std::vector<std::string>& notes) {
  std::multimap<std::string, fs::path> found;
  for (const fs::path& file : files) {
    const auto concept_id = concept_of_obj(file);
    if (!concept_id) {
      notes.push_back(concept_id.error().message());
    } else if (concept_id->empty()) {
      notes.push_back(file.filename().string() + ": its header names no concept; passed over");
    } else {
      found.emplace(*concept_id, file);
    }
  }
  return found;
}

std::vector<Job> jobs_of(const std::vector<atlas::Structure>& table, const std::multimap<std::string, fs::path>& found, std::vector<std::string>& notes) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Job job;
    job.structure = i;
    for (const std::string& concept_id : table[i].concepts) {
      const auto [first, last] = found.equal_range(concept_id);
      if (first == last) notes.push_back(fmt::format("{}: no file of the folder has the concept {}", table[i].id, concept_id));
      for (auto entry = first; entry != last; ++entry) {
        std::error_code ignored;
        job.files.push_back(entry->second);
        job.bytes += fs::file_size(entry->second, ignored);
      }
    }
    if (!job.files.empty()) jobs.push_back(std::move(job));
  }
  // The skin is a third of all triangles: begun first, it doesn't leave one thread working at the end.
  std::stable_sort(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) { return a.bytes > b.bytes; });
  return jobs;
}

Result<geometry::TriangleMesh> read_obj(const fs::path& file) {
  const auto bytes = io::read_file(file);
  if (!bytes) return Failure(bytes.error());
  const std::string name = file.filename().string();
  if (const auto good = check_obj(*bytes, name); !good) return Failure(good.error());
  const auto parts = read_scene(*bytes, "obj", name);
  if (!parts) return Failure(parts.error());
  geometry::TriangleMesh mesh;
  for (const ScenePart& part : *parts) geometry::append(mesh, part.mesh);
  return mesh;
}

Gathered gather(const Job& job, const atlas::Structure& structure) {
  Gathered gathered;
  for (const fs::path& file : job.files) {
    const auto mesh = read_obj(file);
    if (!mesh) {
      gathered.notes.push_back(fmt::format("{}: damaged and left out: {}", structure.id, mesh.error().message()));
      continue;
    }
    geometry::append(gathered.mesh, *mesh);
    gathered.file_names.push_back(file.stem().string());
  }
  if (!gathered.mesh.triangles.empty()) make_usable(gathered.mesh, structure.kind);
  return gathered;
}

std::string source_of(const std::vector<std::string>& file_names) {
  constexpr std::size_t most_named = 4;
  if (file_names.size() > most_named) return fmt::format("BodyParts3D, {} files from {} on", file_names.size(), file_names.front());
  return fmt::format("BodyParts3D {}", fmt::join(file_names, ", "));
}

/// Runs `work(i)` for all i below `count` on all cores; false when the progress asked to stop.
template <class Work>
bool on_all_cores(std::size_t count, const Progress& progress, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> go_on{true};
  std::mutex reporting;  // a Progress need not be safe to call from two threads at once
  std::size_t done = 0;
  const auto worker = [&] {
    for (std::size_t i = next++; i < count && go_on; i = next++) {
      work(i);
      const std::scoped_lock lock(reporting);
      if (!progress("Reading the archive", 0.05F + 0.85F * static_cast<float>(++done) / static_cast<float>(count))) go_on = false;
    }
  };
  std::vector<std::jthread> threads;
  const std::size_t helpers = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), 8) - 1;
  for (std::size_t i = 0; i < helpers; ++i) threads.emplace_back(worker);
  worker();
  threads.clear();  // joins
  return go_on;
}

}  // namespace

Result<Imported> import_bodyparts3d(const fs::path& folder, const std::vector<atlas::Structure>& table, const Progress& progress) {
  const auto files = obj_files_of(folder);
  if (!files) return Failure(files.error());
  if (!progress("Looking through the archive", 0.0F)) return io::stopped();

  Imported imported;
  imported.files_seen = files->size();
  const auto found = files_by_concept(*files, imported.notes);
  const std::vector<Job> jobs = jobs_of(table, found, imported.notes);
  if (jobs.empty()) {
    return bad_input(folder.string(), fmt::format("none of its {} OBJ files has a concept of the structure table in its header", files->size()),
                     "name the folder of BodyParts3D's own OBJ files (isa_BP3D_4.0_obj_99)");
  }
  std::vector<Gathered> gathered(jobs.size());
  if (!on_all_cores(jobs.size(), progress, [&](std::size_t i) { gathered[i] = gather(jobs[i], table[jobs[i].structure]); })) return io::stopped();

  if (!progress("Measuring landmarks", 0.92F)) return io::stopped();
  std::vector<atlas::Structure> structures = table;
  std::vector<geometry::TriangleMesh> meshes(table.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    imported.files_read += gathered[i].file_names.size();
    imported.notes.insert(imported.notes.end(), gathered[i].notes.begin(), gathered[i].notes.end());
    structures[jobs[i].structure].source = source_of(gathered[i].file_names);
    meshes[jobs[i].structure] = std::move(gathered[i].mesh);
  }
  if (imported.files_read == 0) {
    return bad_input(folder.string(), "every file that belongs to a structure is damaged: " + imported.notes.back(), "fetch the archive again");
  }
  imported.atlas.name = "BodyParts3D";
  imported.atlas.provenance = provenance;
  imported.atlas.licence = "CC-BY-SA-2.1-JP";
  finish_import(imported, std::move(structures), std::move(meshes));
  if (!progress("Measuring landmarks", 1.0F)) return io::stopped();
  return imported;
}

}  // namespace dorsum::imports
