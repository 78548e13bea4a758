#include "archive.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "dorsum/core/letters.h"
#include "dorsum/core/to_say.h"
#include "dorsum/io/read_file.h"
#include "dorsum/io/stopped.h"
#include "licence.h"
#include "mesh_file.h"
#include "text.h"

namespace dorsum::imports {
namespace {

namespace fs = std::filesystem;

constexpr int deepest_folder = 4;
constexpr auto name_the_archive = "name the archive's zip (isa_BP3D_4.0_obj_99.zip) or the folder that it unpacks to";

/// The concept that tells whose element a file is: its header's, else that of its name, else of a folder above it.
std::string concept_of(const std::string& name, const ObjHeader& header, std::string_view head, const std::string& format) {
  if (!header.concept_id.empty()) return header.concept_id;
  std::vector<std::string> ids;
  if (format == "stl" && !head.starts_with("solid ")) add_ids(ids, head.substr(0, 80));
  if (format == "stl" && head.starts_with("solid ")) add_ids(ids, head.substr(0, head.find('\n')));
  for (fs::path path = name; ids.empty() && path.has_filename(); path = path.parent_path()) add_ids(ids, path.stem().string());
  const auto fma = std::find_if(ids.begin(), ids.end(), [](const std::string& id) { return id.starts_with("FMA"); });
  return fma == ids.end() ? std::string() : *fma;
}

Element element_of(const std::string& name, std::uint64_t bytes, std::string_view head, std::size_t number) {
  Element made;
  made.name = name;
  made.format = format_of(name);
  made.bytes = bytes;
  made.number = number;
  if (made.format == "obj") made.header = header_of_obj(head);
  made.concept_id = concept_of(name, made.header, head, made.format);
  return made;
}

bool is_mesh(const std::string& format) { return format == "obj" || format == "stl"; }

/// What a computer leaves in archives is no mesh: "__MACOSX/._FJ1.obj".
bool is_litter(const fs::path& path) {
  return std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part.string().starts_with("._") || part == "__MACOSX"; });
}

constexpr std::size_t longest_page = 1024U * 1024U;

/// The archive's own page, as it lies beside its files: README_e.html, README.txt.
bool is_page(const fs::path& path) { return in_small_letters(path.filename().string()).starts_with("readme"); }

Result<std::string> head_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string head(entry_head_bytes, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (stream.bad() || (stream.gcount() == 0 && !stream.eof())) return bad_input(file.string(), "the file can't be read", "check the permissions");
  head.resize(static_cast<std::size_t>(stream.gcount()));
  return head;
}

struct Looked {
  std::vector<Element> elements;
  std::vector<fs::path> zips, pages;
};

Result<Looked> look_through(const fs::path& folder, const Progress& progress, std::vector<std::string>& damaged) {
  Looked looked;
  std::error_code trouble;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
    std::error_code ignored;
    if (entry.depth() >= deepest_folder) entry.disable_recursion_pending();
    if (!entry->is_regular_file(ignored) || is_litter(entry->path().lexically_relative(folder))) continue;
    const std::string format = format_of(entry->path());
    if (is_mesh(format)) files.push_back(entry->path());
    if (format == "zip") looked.zips.push_back(entry->path());
    if (is_page(entry->path())) looked.pages.push_back(entry->path());
    if (files.size() % 256 == 0 && !progress(to_say("Looking through the archive"), 0.0F)) return io::stopped();
  }
  if (trouble) return bad_input(folder.string(), "the folder can't be listed: " + trouble.message(), "check the permissions");
  std::sort(files.begin(), files.end());
  std::sort(looked.pages.begin(), looked.pages.end());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto head = head_of(files[i]);
    if (!head) {
      damaged.push_back(head.error().message());
      continue;
    }
    std::error_code ignored;
    const auto bytes = fs::file_size(files[i], ignored);
    looked.elements.push_back(element_of(files[i].lexically_relative(folder).string(), ignored ? 0 : bytes, *head, i));
  }
  return looked;
}

}  // namespace

Result<std::unique_ptr<Archive>> Archive::open(const fs::path& place, const ReaderSetup& setup, const Progress& progress, std::vector<std::string>& damaged) {
  auto archive = std::make_unique<Archive>();
  fs::path zip;
  std::error_code trouble;
  if (fs::is_regular_file(place, trouble)) {
    zip = place;
    if (is_mesh(format_of(place))) {
      return bad_input(place.string(), "this is one mesh file, not the archive", fmt::format("name its folder; or import it alone: dorsum import model {} --map MAP.json -o PACK", place.string()));
    }
  } else {
    if (const auto there = io::check_folder(place, to_say("the archive's OBJ files")); !there) return Failure(there.error());
    auto looked = look_through(place, progress, damaged);
    if (!looked) return Failure(looked.error());
    archive->elements_ = std::move(looked->elements);
    for (const fs::path& page : looked->pages) {
      const auto text = io::read_file(page, longest_page);
      if (text && archive->licence_of_page_.empty()) archive->licence_of_page_ = licence_stated_in(*text);
    }
    archive->folder_ = place;
    if (archive->elements_.empty() && looked->zips.size() == 1) zip = looked->zips.front();
    if (archive->elements_.empty() && looked->zips.size() > 1) return bad_input(place.string(), fmt::format("the folder holds {} zip files and no .obj file", looked->zips.size()), "name one of them");
    if (archive->elements_.empty() && zip.empty() && damaged.empty()) return bad_input(place.string(), "the folder holds no .obj file", name_the_archive);
  }
  if (!zip.empty()) {
    archive->folder_.clear();
    int file = ::open(zip.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return bad_input(zip.string(), fmt::format("the file can't be read: {}", std::strerror(errno)), "check the permissions");
    auto unpacker = ReaderProcess::start(setup, fs::file_size(zip, trouble), file);
    ::close(file);
    if (!unpacker) return Failure(unpacker.error());
    archive->unpacker_.emplace(std::move(*unpacker));
    const auto entries = archive->unpacker_->open_zip(zip.string(), [&progress](float) { return progress(to_say("Looking through the archive"), 0.0F); });
    if (!entries) {
      Error error = entries.error();
      if (format_of(zip) != "zip") error.remedy = name_the_archive;
      return Failure(std::move(error));
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
      const ArchiveEntry& entry = (*entries)[i];
      if (is_page(entry.name) && !is_litter(entry.name) && archive->licence_of_page_.empty()) {
        const auto text = archive->unpacker_->extract(i, longest_page, [&progress](float) { return progress(to_say("Looking through the archive"), 0.0F); });
        if (text) archive->licence_of_page_ = licence_stated_in(*text);
      }
      if (is_mesh(format_of(entry.name)) && !is_litter(entry.name)) archive->elements_.push_back(element_of(showable(entry.name), entry.bytes, entry.head, i));
    }
    if (archive->elements_.empty()) return bad_input(zip.string(), "the archive holds no .obj file", name_the_archive);
    std::sort(archive->elements_.begin(), archive->elements_.end(), [](const Element& a, const Element& b) { return a.name < b.name; });
  }
  // The same elements as OBJ and as STL: the first are read.
  const auto is_obj = [](const Element& element) { return element.format == "obj"; };
  if (std::any_of(archive->elements_.begin(), archive->elements_.end(), is_obj)) std::erase_if(archive->elements_, [&](const Element& e) { return !is_obj(e); });
  return archive;
}

Result<std::string> Archive::bytes_of(const Element& element, const KeepReading& go_on) {
  if (!folder_.empty()) {
    auto bytes = io::read_file(folder_ / element.name);
    if (!bytes) {
      Error error = bytes.error();
      error.where = element.file_name();
      return Failure(std::move(error));
    }
    return bytes;
  }
  const std::scoped_lock lock(unpacking_);
  auto bytes = unpacker_->extract(element.number, io::max_mesh_bytes, go_on);
  if (bytes && bytes->empty()) return bad_input(element.file_name(), "the file is empty", "fetch the archive again");
  return bytes;
}

}  // namespace dorsum::imports
