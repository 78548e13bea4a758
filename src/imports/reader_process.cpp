#include "reader_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include "dorsum/io/byte_stream.h"
#include "dorsum/io/stopped.h"

extern "C" char** environ;

namespace dorsum::imports {
namespace {

constexpr int tick_ms = 100;
constexpr int lowest_descriptor = 10;  // above those that the reader gets
constexpr auto another_program = "open it in another program and export it again, or leave it out";

double now_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

/// Moves a descriptor out of the way of those that the reader gets.
void move_up(int& descriptor) {
  if (descriptor < 0 || descriptor >= lowest_descriptor) return;
  const int moved = ::fcntl(descriptor, F_DUPFD_CLOEXEC, lowest_descriptor);
  if (moved < 0) return;
  ::close(descriptor);
  descriptor = moved;
}

std::string header_of(FrameKind kind, std::size_t length) {
  io::ByteWriter header;
  header.number(static_cast<std::uint8_t>(kind));
  header.number(static_cast<std::uint64_t>(length));
  return std::move(header.bytes());
}

}  // namespace

ReaderProcess::ReaderProcess(pid_t process, int requests, int findings, const ReaderSetup& setup)
    : process_(process), requests_(requests), findings_(findings), setup_(setup) {}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      requests_(std::exchange(other.requests_, -1)),
      findings_(std::exchange(other.findings_, -1)),
      setup_(std::move(other.setup_)),
      name_(std::move(other.name_)),
      done_(other.done_) {}

ReaderProcess::~ReaderProcess() { end(); }

void ReaderProcess::end() {
  close_if_open(requests_);
  close_if_open(findings_);
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

Result<ReaderProcess> ReaderProcess::start(const ReaderSetup& setup, std::size_t file_bytes, int archive) {
  int requests[2] = {-1, -1};
  int findings[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, requests) != 0) return machine_cannot(fmt::format("no reader can be started: {}", std::strerror(errno)));
  if (::pipe2(findings, O_CLOEXEC) != 0) {
    const int problem = errno;
    close_if_open(requests[0]);
    close_if_open(requests[1]);
    return machine_cannot(fmt::format("no reader can be started: {}", std::strerror(problem)));
  }
  for (int* const descriptor : {&requests[0], &requests[1], &findings[0], &findings[1]}) move_up(*descriptor);
  int archive_copy = archive >= 0 ? ::fcntl(archive, F_DUPFD_CLOEXEC, lowest_descriptor) : -1;

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, requests[1], requests_descriptor);
  posix_spawn_file_actions_adddup2(&actions, findings[1], findings_descriptor);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (archive_copy >= 0) {
    posix_spawn_file_actions_adddup2(&actions, archive_copy, archive_descriptor);
  } else {
    posix_spawn_file_actions_addclose(&actions, archive_descriptor);
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  sigset_t all;
  sigfillset(&all);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);  // Ctrl-C is for us
  std::string program = setup.program.string(), argument = reader_argument;
  std::string memory = std::to_string(setup.limits.memory_bytes + 12 * file_bytes), seconds = std::to_string(static_cast<long>(setup.limits.seconds));
  char* const words[] = {program.data(), argument.data(), memory.data(), seconds.data(), nullptr};
  pid_t process = -1;
  const int problem = ::posix_spawn(&process, program.c_str(), &actions, &attributes, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close_if_open(requests[1]);
  close_if_open(findings[1]);
  close_if_open(archive_copy);
  if (problem != 0) {
    close_if_open(requests[0]);
    close_if_open(findings[0]);
    return machine_cannot(fmt::format("no reader can be started: {}", std::strerror(problem)), "mount /proc");
  }
  ::fcntl(requests[0], F_SETFL, O_NONBLOCK);
  ::fcntl(findings[0], F_SETFL, O_NONBLOCK);
  return ReaderProcess(process, requests[0], findings[0], setup);
}

/// Why nothing more comes.
Error ReaderProcess::ended() {
  int status = 0;
  close_if_open(requests_);
  close_if_open(findings_);
  for (int tries = 0; tries < 50; ++tries) {
    const pid_t gone = ::waitpid(process_, &status, WNOHANG);
    if (gone == process_) {
      process_ = -1;
      break;
    }
    ::poll(nullptr, 0, 20);
  }
  const bool gone = process_ < 0;
  end();
  std::string reason = "the reader of mesh files ended early on it";
  if (gone && WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    reason = signal == SIGXCPU   ? fmt::format("it keeps the reader of mesh files busy for more than {:.0f} s", setup_.limits.seconds)
             : signal == SIGKILL ? "the reader of mesh files was ended by the system, as when memory runs out"
                                 : fmt::format("it makes the reader of mesh files crash ({})", ::strsignal(signal));
  } else if (gone && WIFEXITED(status) && WEXITSTATUS(status) != 0) {
    reason = fmt::format("the reader of mesh files ended on it with status {}", WEXITSTATUS(status));
  }
  return {Trouble::bad_input, name_, reason + "; nothing else was harmed", another_program};
}

/// Called once a tick in which nothing came: whether to stop waiting.
std::optional<Error> ReaderProcess::waited(double& since, const KeepReading& go_on) {
  if (!go_on(done_)) {
    end();
    return io::stopped().value();
  }
  const double quiet = now_seconds() - since;
  if (quiet < setup_.limits.seconds_without_progress) return std::nullopt;
  end();
  return Error{Trouble::bad_input, name_, fmt::format("reading it came no further for {:.0f} s and was given up", setup_.limits.seconds_without_progress), another_program};
}

Result<void> ReaderProcess::send(FrameKind kind, std::string_view a, std::string_view b, const KeepReading& go_on) {
  if (process_ < 0) return bad_input(name_, "the reader of mesh files is gone", another_program);
  const std::string header = header_of(kind, a.size() + b.size());
  double since = now_seconds();
  for (std::string_view part : {std::string_view(header), a, b}) {
    while (!part.empty()) {
      const ssize_t sent = ::send(requests_, part.data(), part.size(), MSG_NOSIGNAL);
      if (sent > 0) {
        part.remove_prefix(static_cast<std::size_t>(sent));
        since = now_seconds();
        continue;
      }
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0 && errno != EAGAIN) return Failure(ended());
      pollfd wait{requests_, POLLOUT, 0};
      if (::poll(&wait, 1, tick_ms) == 0) {
        if (auto stop = waited(since, go_on)) return Failure(std::move(*stop));
      }
    }
  }
  return {};
}

Result<ReaderProcess::Frame> ReaderProcess::receive(std::size_t most_bytes, const KeepReading& go_on) {
  const auto lies = [this] {
    end();
    return bad_input(name_, "what the reader of mesh files told of it does not hold together", another_program);
  };
  double since = now_seconds();
  std::size_t progress_frames = 0;
  const auto fill = [&](char* into, std::size_t length) -> Result<void> {
    while (length > 0) {
      const ssize_t got = ::read(findings_, into, length);
      if (got > 0) {
        into += got;
        length -= static_cast<std::size_t>(got);
        continue;
      }
      if (got == 0) return Failure(ended());
      if (errno == EINTR) continue;
      if (errno != EAGAIN) return Failure(ended());
      pollfd wait{findings_, POLLIN, 0};
      if (::poll(&wait, 1, tick_ms) == 0) {
        if (auto stop = waited(since, go_on)) return Failure(std::move(*stop));
      }
    }
    return {};
  };
  for (;;) {
    char header[frame_header_bytes];
    if (const auto filled = fill(header, sizeof header); !filled) return Failure(filled.error());
    io::ByteReader in({header, sizeof header});
    const auto kind = static_cast<FrameKind>(in.number<std::uint8_t>());
    const auto length = in.number<std::uint64_t>();
    if (kind == FrameKind::progress) {
      constexpr std::size_t most_progress = 1'000'000;
      char number[sizeof(float)];
      if (length != sizeof number) return lies();
      if (const auto filled = fill(number, sizeof number); !filled) return Failure(filled.error());
      const float done = io::ByteReader({number, sizeof number}).number<float>();
      if (done > done_) {
        if (++progress_frames > most_progress) return lies();
        done_ = std::min(done, 1.0F);
        since = now_seconds();
      }
      // One that only says again how far it is stands still.
      if (auto stop = waited(since, go_on)) return Failure(std::move(*stop));
      continue;
    }
    if (length > most_bytes) return lies();
    // Memory is asked for as the bytes come: a length alone costs nothing.
    Frame frame{kind, {}};
    constexpr std::size_t step = std::size_t{4} * 1024U * 1024U;
    while (frame.bytes.size() < length) {
      const std::size_t had = frame.bytes.size(), more = std::min(step, static_cast<std::size_t>(length) - had);
      if (frame.bytes.capacity() < had + more) frame.bytes.reserve(std::min(std::max(2 * had, step), static_cast<std::size_t>(length)));
      frame.bytes.resize(had + more);
      if (const auto filled = fill(frame.bytes.data() + had, more); !filled) return Failure(filled.error());
      since = now_seconds();
    }
    return frame;
  }
}

Error ReaderProcess::failure_in(const Frame& frame) const {
  constexpr std::size_t most = 4096;
  io::ByteReader in(frame.bytes);
  const int trouble = in.number<std::uint8_t>();
  Error error{trouble == 3 ? Trouble::machine_cannot : Trouble::bad_input, {}, {}, {}};
  error.where = in.text(most);
  error.reason = in.text(most);
  error.remedy = in.text(most);
  if (!in.ok() || error.reason.empty()) return {Trouble::bad_input, name_, "the reader of mesh files failed on it", another_program};
  return error;
}

Result<ReaderProcess::Frame> ReaderProcess::answer(FrameKind wanted, std::size_t most_bytes, const FileBeside& beside, const KeepReading& go_on) {
  constexpr int most_files = 256;
  for (int files = 0; files <= most_files; ++files) {
    auto frame = receive(most_bytes, go_on);
    if (!frame) return frame;
    if (frame->kind == wanted) return frame;
    if (frame->kind == FrameKind::failed) return Failure(failure_in(*frame));
    if (frame->kind != FrameKind::need_file) break;
    const auto found = beside ? beside(frame->bytes) : std::nullopt;
    const auto sent = send(FrameKind::file_beside, found ? "\1" : std::string_view("\0", 1), found ? std::string_view(*found) : std::string_view(), go_on);
    if (!sent) return Failure(sent.error());
  }
  end();
  return bad_input(name_, "what the reader of mesh files told of it does not hold together", another_program);
}

Result<Findings> ReaderProcess::read(const std::string& format, const std::string& name, std::string_view bytes, const FileBeside& beside, const KeepReading& go_on) {
  name_ = name;
  done_ = 0.0F;
  io::ByteWriter request;
  request.text(format);
  request.text(name);
  if (const auto sent = send(FrameKind::read_mesh, request.bytes(), bytes, go_on); !sent) return Failure(sent.error());
  const auto frame = answer(FrameKind::findings, most_findings_bytes, beside, go_on);
  if (!frame) return Failure(frame.error());
  return findings_of(frame->bytes, name);
}

Result<std::vector<ArchiveEntry>> ReaderProcess::open_zip(const std::string& name, const KeepReading& go_on) {
  name_ = name;
  done_ = 0.0F;
  io::ByteWriter request;
  request.text(name);
  if (const auto sent = send(FrameKind::open_zip, request.bytes(), {}, go_on); !sent) return Failure(sent.error());
  const auto frame = answer(FrameKind::entries, most_entries * (entry_head_bytes + 1024), {}, go_on);
  if (!frame) return Failure(frame.error());
  io::ByteReader in(frame->bytes);
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= most_entries);
  std::vector<ArchiveEntry> entries;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    ArchiveEntry entry;
    entry.name = in.text(1024);
    entry.bytes = in.number<std::uint64_t>();
    entry.head = in.text(entry_head_bytes);
    entries.push_back(std::move(entry));
  }
  if (!in.ok() || in.left() != 0) return bad_input(name, "what the reader told of the archive does not hold together", "fetch it again");
  return entries;
}

Result<std::string> ReaderProcess::extract(std::size_t entry, std::size_t bytes, const KeepReading& go_on) {
  done_ = 0.0F;
  io::ByteWriter request;
  request.number(static_cast<std::uint64_t>(entry));
  if (const auto sent = send(FrameKind::extract, request.bytes(), {}, go_on); !sent) return Failure(sent.error());
  auto frame = answer(FrameKind::bytes, bytes, {}, go_on);
  if (!frame) return Failure(frame.error());
  return std::move(frame->bytes);
}

}  // namespace dorsum::imports
