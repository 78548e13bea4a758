#include "dorsum/io/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <system_error>

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view partial_mark = ".partial-";

Failure cannot_write(const fs::path& place, std::string_view reason) {
  return bad_input(place.string(), fmt::format("it can't be written: {}", reason), "check the permissions and the space on the disk");
}

fs::path partial_name(const fs::path& place) {
  return place.parent_path() / fmt::format(".{}{}{}", place.filename().string(), partial_mark, ::getpid());
}

/// Whether the name is a partial one of `place` whose process is gone.
bool is_leftover(const fs::path& candidate, const fs::path& place) {
  const std::string name = candidate.filename().string();
  const std::string start = fmt::format(".{}{}", place.filename().string(), partial_mark);
  if (!name.starts_with(start)) return false;
  pid_t process = 0;
  const char* const end = name.data() + name.size();
  const auto [rest, problem] = std::from_chars(name.data() + start.size(), end, process);
  if (problem != std::errc() || rest != end || process <= 0) return false;
  return ::kill(process, 0) != 0 && errno == ESRCH;
}

void remove_leftovers(const fs::path& place) {
  std::error_code trouble;
  const fs::path folder = place.has_parent_path() ? place.parent_path() : fs::path(".");
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, trouble)) {
    std::error_code ignored;  // another writer may have been quicker
    if (is_leftover(entry.path(), place)) fs::remove_all(entry.path(), ignored);
  }
}

/// Renames are kept in the folder that holds the name, so that folder has to reach the disk too.
void sync_folder(const fs::path& folder) {
  const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

/// 0, or the errno of what went wrong.
int write_bytes(const fs::path& file, std::string_view bytes, Lasting lasting) {
  const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (handle < 0) return errno;
  int problem = 0;
  while (!bytes.empty() && problem == 0) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      problem = errno;
    }
  }
  if (problem == 0 && lasting == Lasting::always && ::fsync(handle) != 0) problem = errno;
  if (::close(handle) != 0 && problem == 0) problem = errno;
  return problem;
}

/// `a/b/` and `a/b/.` name the folder `a/b`: a sibling can only be made once the last part is its name.
fs::path named(const fs::path& path) {
  fs::path place = fs::absolute(path).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();
  return place;
}

}  // namespace

Result<void> write_whole_file(const fs::path& file, std::string_view bytes, Lasting lasting) {
  std::error_code trouble;
  const fs::path place = named(file);
  if (fs::is_directory(place, trouble)) return bad_input(file.string(), "this is a folder", "name a file");
  if (!fs::is_directory(place.parent_path(), trouble)) {
    return bad_input(file.string(), "its folder does not exist", "make the folder first");
  }
  remove_leftovers(place);
  const fs::path partial = partial_name(place);
  int problem = write_bytes(partial, bytes, lasting);
  if (problem == 0 && ::rename(partial.c_str(), place.c_str()) != 0) problem = errno;
  if (problem != 0) {
    ::unlink(partial.c_str());
    return cannot_write(file, std::strerror(problem));
  }
  if (lasting == Lasting::always) sync_folder(place.parent_path());
  return {};
}

PartialFolder::PartialFolder(fs::path place, fs::path partial) : place_(std::move(place)), partial_(std::move(partial)) {}

PartialFolder::PartialFolder(PartialFolder&& other) noexcept
    : place_(std::move(other.place_)), partial_(std::exchange(other.partial_, fs::path())) {}

PartialFolder::~PartialFolder() {
  std::error_code ignored;
  if (!partial_.empty()) fs::remove_all(partial_, ignored);
}

Result<PartialFolder> PartialFolder::beside(const fs::path& wanted) {
  std::error_code trouble;
  const fs::path place = named(wanted);
  fs::create_directories(place.parent_path(), trouble);
  if (trouble) return cannot_write(place.parent_path(), trouble.message());
  remove_leftovers(place);
  const fs::path partial = partial_name(place);
  fs::remove_all(partial, trouble);
  if (!fs::create_directory(partial, trouble)) return cannot_write(place, trouble.message());
  return PartialFolder(place, partial);
}

Result<void> PartialFolder::put_in_place() {
  sync_folder(partial_);
  std::error_code trouble;
  if (fs::exists(place_, trouble)) {
    // Exchanging leaves no moment without a folder in that place. Some network file systems can't.
    if (::renameat2(AT_FDCWD, partial_.c_str(), AT_FDCWD, place_.c_str(), RENAME_EXCHANGE) != 0) {
      if (errno != EINVAL && errno != ENOSYS) return cannot_write(place_, std::strerror(errno));
      fs::path old = partial_;
      old += "-old";
      if (::rename(place_.c_str(), old.c_str()) != 0) return cannot_write(place_, std::strerror(errno));
      if (::rename(partial_.c_str(), place_.c_str()) != 0) {
        const int problem = errno;
        fs::rename(old, place_, trouble);
        return cannot_write(place_, std::strerror(problem));
      }
      partial_ = old;
    }
    fs::remove_all(partial_, trouble);  // now what was there before
  } else if (::rename(partial_.c_str(), place_.c_str()) != 0) {
    return cannot_write(place_, std::strerror(errno));
  }
  partial_.clear();
  sync_folder(place_.parent_path());
  return {};
}

}  // namespace dorsum::io
