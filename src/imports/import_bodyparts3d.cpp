#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <set>

#include "anatomy.h"
#include "archive.h"
#include "dorsum/core/parallel.h"
#include "dorsum/core/to_say.h"
#include "dorsum/imports/import.h"
#include "dorsum/io/stopped.h"
#include "imported_mesh.h"

namespace dorsum::imports {
namespace {

namespace fs = std::filesystem;

constexpr auto archive_provenance =
    "BodyParts3D, (c) The Database Center for Life Science, licensed under {licence} "
    "(Mitsuhashi N. and others, Nucleic Acids Research 2009, 37: D782-D785). {says}; the licence in force for a download is the one that the "
    "archive's own page states, dbarchive.biosciencedbc.jp/data/bodyparts3d. "
    "Imported from the archive's {format} files: vertices welded, triangles oriented, normals computed, of the skin the outer wall kept.";

struct FoundLicence {
  std::string licence, where;
};

/// The archive's page holds where it says otherwise than the files' headers, which were written once.
FoundLicence licence_of(const Archive& archive, std::vector<Note>& notes) {
  const auto& files = archive.elements();
  const auto headed = std::find_if(files.begin(), files.end(), [](const Element& file) { return !file.header.licence.empty(); });
  const std::string of_files = headed == files.end() ? std::string() : headed->header.licence;
  const std::string& of_page = archive.licence_of_page();
  if (!of_page.empty() && !of_files.empty() && of_page != of_files)
    notes.push_back({fmt::format("the archive's page names the licence {}, the files' headers {}: the page holds", of_page, of_files)});
  if (!of_page.empty()) return {of_page, "The page beside the files says so"};
  if (!of_files.empty()) return {of_files, "The files' headers say so"};
  return {"CC-BY-SA-2.1-JP", "Neither a page nor a header beside the files says so: it was the archive's when these files were published"};
}

/// The files of one structure.
struct Job {
  std::size_t structure = 0;
  std::vector<const Element*> files;
  std::uintmax_t bytes = 0;
};

struct Gathered {
  geometry::TriangleMesh mesh;
  std::vector<std::string> file_names;  ///< of the files that were good
  std::vector<Note> notes;
};

/// Readers at work, each for one thread at a time; one that a file ended is not used again.
class Readers {
 public:
  explicit Readers(const ReaderSetup& setup) : setup_(setup) {}

  Result<Findings> read(const std::string& format, const std::string& name, std::string_view bytes, const KeepReading& go_on) {
    std::optional<ReaderProcess> reader;
    {
      const std::scoped_lock lock(mutex_);
      if (!idle_.empty()) {
        reader.emplace(std::move(idle_.back()));
        idle_.pop_back();
      }
    }
    if (!reader) {
      constexpr std::size_t room = 256U * 1024U * 1024U;  // one reader reads many files
      auto started = ReaderProcess::start(setup_, std::max(bytes.size(), room));
      if (!started) return Failure(started.error());
      reader.emplace(std::move(*started));
    }
    auto findings = reader->read(format, name, bytes, {}, go_on);
    if (findings) {
      const std::scoped_lock lock(mutex_);
      idle_.push_back(std::move(*reader));
    }
    return findings;
  }

 private:
  const ReaderSetup& setup_;
  std::mutex mutex_;
  std::vector<ReaderProcess> idle_;
};

/// Which files belong to which of the wanted concepts. Files that nothing tells of are noted.
std::multimap<std::string, const Element*> files_by_concept(const std::vector<Element>& files, std::vector<Note>& notes) {
  std::multimap<std::string, const Element*> found;
  for (const Element& file : files) {
    if (file.concept_id.empty()) {
      notes.push_back({file.file_name() + ": neither its header nor its name names a concept; passed over"});
    } else {
      found.emplace(file.concept_id, &file);
    }
  }
  return found;
}

std::vector<Job> jobs_of(const std::vector<atlas::Structure>& table, const std::multimap<std::string, const Element*>& found, std::vector<Note>& notes) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Job job;
    job.structure = i;
    for (const std::string& concept_id : table[i].concepts) {
      if (!concept_id.starts_with("FMA")) continue;  // the archive has no others
      const auto [first, last] = found.equal_range(concept_id);
      if (first == last) notes.push_back({fmt::format("{}: no file of the archive has the concept {}", table[i].id, concept_id)});
      // An element that is there both as is_a and as part_of is built of the same meshes twice.
      const bool by_kind = std::any_of(first, last, [](const auto& entry) { return !entry.second->header.part_of; });
      for (auto entry = first; entry != last; ++entry) {
        if (by_kind && entry->second->header.part_of) continue;
        job.files.push_back(entry->second);
        job.bytes += entry->second->bytes;
      }
    }
    if (!job.files.empty()) jobs.push_back(std::move(job));
  }
  // The skin is a third of all triangles: begun first, it doesn't leave one thread working at the end.
  std::stable_sort(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) { return a.bytes > b.bytes; });
  return jobs;
}

Result<geometry::TriangleMesh> read_element(Archive& archive, const Element& element, Readers& readers, std::vector<Note>& notes, const KeepReading& go_on) {
  const auto bytes = archive.bytes_of(element, go_on);
  if (!bytes) return Failure(bytes.error());
  const std::string name = element.file_name();
  auto findings = readers.read(element.format, name, *bytes, go_on);
  if (!findings) return Failure(findings.error());
  geometry::TriangleMesh mesh;
  for (const FoundNode& node : findings->nodes) geometry::append(mesh, node.mesh);
  for (const std::string& note : findings->notes) notes.push_back({fmt::format("{}: {}", name, note), Weight::loss});
  // Of BodyParts3D all is in millimetres and lies as this program's own; a header that says so is right.
  return mesh;
}

bool same_box(const geometry::Bounds& a, const geometry::Bounds& b, float within) {
  for (glm::length_t c = 0; c < 3; ++c) {
    if (std::abs(a.low[c] - b.low[c]) > within || std::abs(a.high[c] - b.high[c]) > within) return false;
  }
  return true;
}

Gathered gather(Archive& archive, const Job& job, const atlas::Structure& structure, Readers& readers, const KeepReading& go_on) {
  constexpr float written_to = 0.01F;  // mm
  Gathered gathered;
  std::vector<std::pair<geometry::Bounds, std::size_t>> had;
  for (const Element* const file : job.files) {
    const auto mesh = read_element(archive, *file, readers, gathered.notes, go_on);
    if (!mesh) {
      gathered.notes.push_back({fmt::format("{}: damaged and left out: {}", structure.id, mesh.error().message()), Weight::loss});
      continue;
    }
    const geometry::Bounds bounds = geometry::bounds_of(*mesh);
    // The same element again: as is_a and as part_of, or in a second folder.
    const bool again = std::any_of(had.begin(), had.end(), [&](const auto& entry) { return entry.second == mesh->triangles.size() && same_box(entry.first, bounds, written_to); });
    if (again) {
      gathered.notes.push_back({fmt::format("{}: {} holds an element that was read already; passed over", structure.id, file->file_name())});
      continue;
    }
    if (const std::string problem = size_problem(structure.id, bounds); !problem.empty()) {
      gathered.notes.push_back({fmt::format("{}: {} is left out as the wrong element: {}", structure.id, file->file_name(), problem), Weight::loss});
      continue;
    }
    constexpr float header_differs = 2.0F;  // mm: the reduced meshes are a little smaller than the whole ones
    if (file->header.has_bounds && !same_box({file->header.low, file->header.high}, bounds, header_differs + 0.02F * glm::length(file->header.high - file->header.low))) {
      gathered.notes.push_back({fmt::format("{}: {} measures otherwise than its header says", structure.id, file->file_name()), Weight::question});
    }
    had.emplace_back(bounds, mesh->triangles.size());
    geometry::append(gathered.mesh, *mesh);
    gathered.file_names.push_back(file->stem());
  }
  if (!gathered.mesh.triangles.empty()) make_usable(gathered.mesh, structure, gathered.notes);
  return gathered;
}

std::string source_of(const std::vector<std::string>& file_names) {
  constexpr std::size_t most_named = 4;
  if (file_names.size() > most_named) return fmt::format("BodyParts3D, {} files from {} on", file_names.size(), file_names.front());
  return fmt::format("BodyParts3D {}", fmt::join(file_names, ", "));
}

}  // namespace

Result<Imported> import_bodyparts3d(const fs::path& place, const std::vector<atlas::Structure>& table, const ReaderSetup& setup, const Progress& progress) {
  Imported imported;
  std::vector<std::string> damaged;
  if (!progress(to_say("Looking through the archive"), 0.0F)) return io::stopped();
  auto archive = Archive::open(place, setup, progress, damaged);
  if (!archive) return Failure(archive.error());
  for (std::string& one : damaged) imported.notes.push_back({std::move(one), Weight::loss});
  const std::vector<Element>& files = (*archive)->elements();

  imported.files_seen = files.size();
  const auto found = files_by_concept(files, imported.notes);
  const std::vector<Job> jobs = jobs_of(table, found, imported.notes);
  if (jobs.empty()) {
    return bad_input(place.string(), fmt::format("none of its {} OBJ files has a concept of the structure table in its header or name", files.size()),
                     "name the folder of BodyParts3D's own files, or their zip (isa_BP3D_4.0_obj_99.zip)");
  }
  std::vector<Gathered> gathered(jobs.size());
  Readers readers(setup);
  std::atomic<bool> stop{false};
  const KeepReading keep = [&stop](float) { return !stop; };
  const bool all = parallel_for(
      jobs.size(), [&](std::size_t i) { gathered[i] = gather(**archive, jobs[i], table[jobs[i].structure], readers, keep); },
      [&](std::size_t begun) {
        if (progress(to_say("Reading the archive"), 0.05F + 0.85F * static_cast<float>(begun) / static_cast<float>(jobs.size()))) return true;
        stop = true;
        return false;
      });
  if (!all || stop) return io::stopped();

  if (!progress(to_say("Sorting the meshes"), 0.92F)) return io::stopped();
  std::vector<atlas::Structure> structures = table;
  std::vector<geometry::TriangleMesh> meshes(table.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    imported.files_read += gathered[i].file_names.size();
    imported.notes.insert(imported.notes.end(), gathered[i].notes.begin(), gathered[i].notes.end());
    structures[jobs[i].structure].source = source_of(gathered[i].file_names);
    meshes[jobs[i].structure] = std::move(gathered[i].mesh);
  }
  if (imported.files_read == 0) {
    return bad_input(place.string(), "every file that belongs to a structure is damaged: " + imported.notes.back().text, "fetch the archive again");
  }
  imported.atlas.name = "BodyParts3D";
  const FoundLicence stated = licence_of(**archive, imported.notes);
  imported.atlas.provenance = fmt::format(archive_provenance, fmt::arg("licence", stated.licence), fmt::arg("says", stated.where),
                                          fmt::arg("format", files.front().format == "stl" ? "STL" : "OBJ"));
  imported.atlas.licence = stated.licence;
  keep_found(imported, std::move(structures), std::move(meshes));
  if (!progress(to_say("Sorting the meshes"), 1.0F)) return io::stopped();
  return imported;
}

}  // namespace dorsum::imports
