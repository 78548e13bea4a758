#include "dorsum/io/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <system_error>

#include "dorsum/core/assert.h"

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view partial_mark = ".partial-";

/// A folder that can be written, to be named in place of one that can't.
std::string writable_folder() {
  std::error_code trouble;
  const char* const home = std::getenv("HOME");
  for (const fs::path& folder : {fs::current_path(trouble), fs::path(home != nullptr ? home : ""), fs::temp_directory_path(trouble)}) {
    if (!folder.empty() && ::access(folder.c_str(), W_OK | X_OK) == 0) return folder.string();
  }
  return {};
}

Failure cannot_write(const fs::path& place, int problem) {
  const Saying reason = to_fill("it can't be written: {}", std::strerror(problem));
  if (problem == ENOSPC || problem == EDQUOT || problem == EPIPE || problem == EIO) {
    return Failure({Trouble::machine_cannot, place.string(), reason, problem == EPIPE ? to_say("whoever read it has stopped") : to_say("make room on the disk, or name a place on another")});
  }
  const std::string elsewhere = problem == EACCES || problem == EPERM || problem == EROFS ? writable_folder() : std::string();
  return bad_input(place.string(), reason, elsewhere.empty() ? to_say("check the permissions and the space on the disk") : to_fill("name a place that you may write to, as {}", (fs::path(elsewhere) / place.filename()).string()));
}

/// Pipes, terminals and devices take bytes and can't be replaced; so do the names of open files that the system lends.
bool takes_bytes(const fs::path& place) {
  std::error_code trouble;
  const fs::file_type type = fs::status(place, trouble).type();
  const std::string text = place.string();
  return type == fs::file_type::fifo || type == fs::file_type::character || text.starts_with("/dev/fd/") || text.starts_with("/dev/std") || text.starts_with("/proc/");
}

/// Opens what takes bytes. A pipe that nobody reads is waited for, a while. -1: errno says why.
int open_taker(const fs::path& place) {
  constexpr int most_waits = 300;
  constexpr long wait_ns = 100'000'000;
  for (int waits = 0;; ++waits) {
    const int handle = ::open(place.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (handle >= 0) ::fcntl(handle, F_SETFL, 0);
    if (handle >= 0 || errno != ENXIO || waits >= most_waits) return handle;
    const timespec wait{0, wait_ns};
    ::nanosleep(&wait, nullptr);
  }
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
int write_to(int handle, std::string_view bytes) {
  int problem = 0;
  while (!bytes.empty() && problem == 0) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      problem = errno;
    }
  }
  return problem;
}

/// 0, or the errno of what went wrong.
int write_bytes(const fs::path& file, std::string_view bytes, Lasting lasting) {
  const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (handle < 0) return errno;
  int problem = write_to(handle, bytes);
  if (problem == 0 && lasting == Lasting::always && ::fsync(handle) != 0) problem = errno;
  if (::close(handle) != 0 && problem == 0) problem = errno;
  return problem;
}

/// `a/b/` and `a/b/.` name the folder `a/b`: a sibling can only be made once the last part is its name.
/// Where a link lies there, its target is meant, whether it is there yet or not; the link stays.
fs::path named(const fs::path& path) {
  constexpr int most_links = 40;
  fs::path place = fs::absolute(path).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();
  std::error_code trouble;
  for (int links = 0; links < most_links && fs::is_symlink(place, trouble); ++links) {
    fs::path target = fs::read_symlink(place, trouble);
    if (trouble) break;
    place = (place.parent_path() / target).lexically_normal();
    if (!place.has_filename()) place = place.parent_path();
  }
  return place;
}

/// Exchanging leaves no moment without a folder in that place. Some network file systems can't, and only Linux has a call for it.
int exchange(const fs::path& a, const fs::path& b) {
#ifdef RENAME_EXCHANGE
  return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE);
#else
  static_cast<void>(a), static_cast<void>(b);
  errno = ENOSYS;
  return -1;
#endif
}

}  // namespace

Result<void> write_whole_file(const fs::path& file, std::string_view bytes, Lasting lasting) {
  std::error_code trouble;
  if (takes_bytes(file)) {
    const int handle = open_taker(file);
    int problem = handle < 0 ? errno : write_to(handle, bytes);
    if (handle >= 0 && ::close(handle) != 0 && problem == 0) problem = errno;
    if (problem == ENXIO) return bad_input(file.string(), to_say("nobody reads from this pipe"), to_say("start what reads from it"));
    if (problem != 0) return cannot_write(file, problem);
    return {};
  }
  const fs::path place = named(file);
  const fs::file_type type = fs::status(place, trouble).type();
  if (type == fs::file_type::directory) return bad_input(file.string(), to_say("this is a folder"), to_say("name a file"));
  if (type == fs::file_type::block || type == fs::file_type::socket) return bad_input(file.string(), to_say("this is a device or a socket, and no place for a file"), to_say("name a file"));
  if (!fs::is_directory(place.parent_path(), trouble)) {
    return bad_input(file.string(), to_say("its folder does not exist"), to_say("make the folder first"));
  }
  remove_leftovers(place);
  const fs::path partial = partial_name(place);
  int problem = write_bytes(partial, bytes, lasting);
  if (problem == 0 && ::rename(partial.c_str(), place.c_str()) != 0) problem = errno;
  if (problem != 0) {
    ::unlink(partial.c_str());
    return cannot_write(file, problem);
  }
  if (lasting == Lasting::always) sync_folder(place.parent_path());
  return {};
}

Result<void> check_writable_beside(const fs::path& wanted) {
  std::error_code trouble;
  const fs::path place = named(wanted);
  fs::path folder = place.parent_path();
  while (folder.has_relative_path() && fs::status(folder, trouble).type() == fs::file_type::not_found) folder = folder.parent_path();
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return cannot_write(wanted, errno);
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
  if (trouble) return cannot_write(place, trouble.value());
  remove_leftovers(place);
  const fs::path partial = partial_name(place);
  fs::remove_all(partial, trouble);
  if (!fs::create_directory(partial, trouble)) return cannot_write(place, trouble.value());
  return PartialFolder(place, partial);
}

Result<void> PartialFolder::put_in_place() {
  assert(!partial_.empty() && "it is in its place already, or was moved from");
  sync_folder(partial_);
  std::error_code trouble;
  if (fs::exists(place_, trouble)) {
    if (exchange(partial_, place_) != 0) {
      if (errno != EINVAL && errno != ENOSYS) return cannot_write(place_, errno);
      fs::path old = partial_;
      old += "-old";
      if (::rename(place_.c_str(), old.c_str()) != 0) return cannot_write(place_, errno);
      if (::rename(partial_.c_str(), place_.c_str()) != 0) {
        const int problem = errno;
        fs::rename(old, place_, trouble);
        return cannot_write(place_, problem);
      }
      partial_ = old;
    }
    fs::remove_all(partial_, trouble);  // now what was there before
  } else if (::rename(partial_.c_str(), place_.c_str()) != 0) {
    return cannot_write(place_, errno);
  }
  partial_.clear();
  sync_folder(place_.parent_path());
  return {};
}

}  // namespace dorsum::io
