// The side that reads (reader.h). It begins by giving up all that it will not need.

#include <fcntl.h>
#include <fmt/format.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <new>
#include <string>

#include "dorsum/imports/reader.h"
#include "dorsum/io/byte_stream.h"
#include "dorsum/io/read_file.h"
#include "gltf_reader.h"
#include "obj_reader.h"
#include "reader_protocol.h"
#include "scene_reader.h"

namespace dorsum::imports {
namespace {

constexpr auto fetch_archive_again = "fetch the archive again";

void put_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(findings_descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      std::_Exit(1);  // nobody listens
    }
  }
}

void put_frame(FrameKind kind, std::string_view bytes) {
  io::ByteWriter header;
  header.number(static_cast<std::uint8_t>(kind));
  header.number(static_cast<std::uint64_t>(bytes.size()));
  put_all(header.bytes());
  put_all(bytes);
}

void put_failure(const Error& error) {
  io::ByteWriter out;
  out.number(static_cast<std::uint8_t>(error.trouble));
  for (const Saying* each : {&error.where, &error.reason, &error.remedy}) out.text(each->english().substr(0, 4000));
  put_frame(FrameKind::failed, out.bytes());
}

void get_all(char* into, std::size_t length) {
  while (length > 0) {
    const ssize_t got = ::read(requests_descriptor, into, length);
    if (got > 0) {
      into += got;
      length -= static_cast<std::size_t>(got);
    } else if (got == 0 || errno != EINTR) {
      std::_Exit(0);  // whoever asked is gone, or wants no more
    }
  }
}

struct Request {
  FrameKind kind{};
  std::string bytes;
};

Request get_frame() {
  std::array<char, frame_header_bytes> header{};
  get_all(header.data(), header.size());
  io::ByteReader in({header.data(), header.size()});
  Request request;
  request.kind = static_cast<FrameKind>(in.number<std::uint8_t>());
  request.bytes.resize(in.number<std::uint64_t>());
  get_all(request.bytes.data(), request.bytes.size());
  return request;
}

std::optional<std::string> ask_for_file(const std::string& relative) {
  put_frame(FrameKind::need_file, relative);
  Request answer = get_frame();
  if (answer.kind != FrameKind::file_beside || answer.bytes.empty() || answer.bytes.front() == '\0') return std::nullopt;
  return answer.bytes.substr(1);
}

void put_progress(float done) {
  io::ByteWriter out;
  out.number(done);
  put_frame(FrameKind::progress, out.bytes());
}

Result<Findings> read_mesh(std::string_view request) {
  io::ByteReader in(request);
  const std::string format = in.text(32), name = in.text(8192);
  if (!in.ok()) return bad_input({}, "the request is damaged");
  const std::string_view bytes = request.substr(request.size() - in.left());
  if (format == "obj") return read_obj(bytes, name);
  if (format == "gltf" || format == "glb" || bytes.starts_with("glTF")) return read_gltf(bytes, name, ask_for_file);
  return read_scene(bytes, format, name, put_progress);
}

/// An archive that lies on archive_descriptor.
class Zip {
 public:
  Result<std::string> open(std::string_view request) {
    io::ByteReader in(request);
    name_ = in.text(8192);
    zip_error_t problem;
    zip_error_init(&problem);
    std::FILE* const file = ::fdopen(archive_descriptor, "rb");
    zip_source_t* const source = file != nullptr ? zip_source_filep_create(file, 0, -1, &problem) : nullptr;
    archive_.reset(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &problem) : nullptr);
    if (!archive_) return bad_input(name_, fmt::format("it can't be read as a zip archive: {}", zip_error_strerror(&problem)), fetch_archive_again);
    const auto count = std::max<zip_int64_t>(zip_get_num_entries(archive_.get(), 0), 0);
    if (static_cast<std::size_t>(count) > most_entries) return bad_input(name_, fmt::format("the archive has {} entries", count), "unpack it and name the folder");
    io::ByteWriter out;
    out.number(static_cast<std::uint32_t>(count));
    for (zip_int64_t i = 0; i < count; ++i) {
      zip_stat_t about;
      zip_stat_init(&about);
      const bool known = zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), 0, &about) == 0 && about.name != nullptr;
      out.text(known ? std::string_view(about.name).substr(0, 1024) : std::string_view());
      out.number(static_cast<std::uint64_t>(known ? about.size : 0));
      out.text(known ? start_of(static_cast<zip_uint64_t>(i), entry_head_bytes) : std::string());
      if (i % 64 == 0) put_progress(static_cast<float>(i + 1) / static_cast<float>(count + 1));
    }
    return std::move(out.bytes());
  }

  Result<std::string> extract(std::string_view request) {
    const auto index = io::ByteReader(request).number<std::uint64_t>();
    zip_stat_t about;
    zip_stat_init(&about);
    if (!archive_ || zip_stat_index(archive_.get(), index, 0, &about) != 0) return bad_input(name_, fmt::format("entry {} can't be read", index), fetch_archive_again);
    if (about.size > io::max_mesh_bytes) return bad_input(name_, fmt::format("\"{}\" has {} bytes", about.name, about.size), "this is no mesh of the archive");
    std::string bytes = start_of(index, about.size);
    if (bytes.size() != about.size) return bad_input(name_, fmt::format("\"{}\" is damaged in the archive", about.name), fetch_archive_again);
    return bytes;
  }

 private:
  struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };

  std::string start_of(zip_uint64_t index, std::size_t length) {
    zip_file_t* const file = zip_fopen_index(archive_.get(), index, 0);
    if (file == nullptr) return {};
    std::string bytes(length, '\0');
    std::size_t got = 0;
    while (got < length) {
      const zip_int64_t more = zip_fread(file, bytes.data() + got, length - got);
      if (more <= 0) break;
      got += static_cast<std::size_t>(more);
    }
    const bool whole = got < length || length <= entry_head_bytes;
    char beyond = 0;
    // Reading past the end makes libzip compare the check sum.
    if (!whole && zip_fread(file, &beyond, 1) != 0) got = 0;
    zip_fclose(file);
    bytes.resize(got);
    return bytes;
  }

  std::string name_;
  std::unique_ptr<zip_t, Discard> archive_;
};

/// The first number of the reader's own arguments (this process's command line); 0 where there is none.
std::array<std::size_t, 2> limits_from_command_line() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::array<std::size_t, 2> limits{};
  std::string word;
  for (std::size_t i = 0; std::getline(file, word, '\0'); ++i) {
    if (i >= 2 && i < 4) std::from_chars(word.data(), word.data() + word.size(), limits[i - 2]);
  }
  return limits;
}

void limit(int resource, std::size_t most) {
  const rlimit value{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

/// From here on: no files, no network, no other processes; what is read comes by the descriptors that are open.
void give_up_all_else() {
  const auto limits = limits_from_command_line();
  std::ofstream("/proc/self/oom_score_adj") << 1000;  // where memory runs out, this process goes first
  ::close_range(archive_descriptor + 1, ~0U, 0);
  ::prctl(PR_SET_DUMPABLE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  if (limits[1] > 0) limit(RLIMIT_CPU, limits[1]);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // The checks' own shadow memory is larger than any limit.
  if (limits[0] > 0) limit(RLIMIT_AS, limits[0]);
#endif
  limit(RLIMIT_NOFILE, 16);

  // What is not on the list fails as if it were forbidden, so that a library that tries to open a file goes on without it.
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EACCES));
  if (filter == nullptr) return;
  for (const int call : {SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(close), SCMP_SYS(fstat),
                         SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(rt_sigreturn),
                         SCMP_SYS(sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(sigaltstack), SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64),
                         SCMP_SYS(gettimeofday), SCMP_SYS(getrandom), SCMP_SYS(sched_yield), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(getpid), SCMP_SYS(gettid),
                         SCMP_SYS(restart_syscall), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(mprotect)}) {
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
  }
  // abort() and the sanitizers end this process by a signal to itself.
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
  // How a descriptor was opened, which fdopen asks.
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_GETFL));
  // A file's status by descriptor alone, as newer C libraries ask for it.
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
  seccomp_load(filter);  // a kernel without it leaves the limits above
  seccomp_release(filter);
}

void serve(Request request, Zip& zip) {
  const auto put = [](FrameKind kind, const Result<std::string>& bytes) { bytes ? put_frame(kind, *bytes) : put_failure(bytes.error()); };
  switch (request.kind) {
    case FrameKind::read_mesh: {
      auto findings = read_mesh(request.bytes);
      request.bytes = {};
      findings ? put_frame(FrameKind::findings, bytes_of(*findings)) : put_failure(findings.error());
      break;
    }
    case FrameKind::open_zip: put(FrameKind::entries, zip.open(request.bytes)); break;
    case FrameKind::extract: put(FrameKind::bytes, zip.extract(request.bytes)); break;
    default: std::_Exit(2);
  }
}

}  // namespace

int serve_as_reader() {
  give_up_all_else();
  Zip zip;
  for (;;) {
    try {
      serve(get_frame(), zip);
    } catch (const std::bad_alloc&) {
      put_failure({Trouble::bad_input, {}, "reading it takes more memory than such a file should", "open it in another program and export it again, or leave it out"});
    } catch (const std::exception& problem) {
      put_failure({Trouble::bad_input, {}, fmt::format("the reader of mesh files failed on it: {}", problem.what()), "open it in another program and export it again"});
    }
  }
}

}  // namespace dorsum::imports
