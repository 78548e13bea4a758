// The main of tests whose imports start readers: this program again. DORSUM_TEST_READER makes such a reader misbehave, as a
// library might on somebody's file.

#if defined(__SANITIZE_ADDRESS__) && defined(__GNUC__)
// With the checks in, GCC no longer sees that <regex>, which Catch2 brings, sets what it reads.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#define CATCH_CONFIG_RUNNER
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/imports/reader.h"

namespace {

void put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written <= 0) std::_Exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string frame(char kind, std::uint64_t length, std::string_view bytes) {
  std::string made(1, kind);
  for (int shift = 0; shift < 64; shift += 8) made += static_cast<char>((length >> static_cast<unsigned>(shift)) & 0xFFU);
  return made + std::string(bytes);
}

int misbehave(std::string_view how) {
  if (how == "crash") std::raise(SIGSEGV);
  if (how == "abort") std::abort();
  if (how == "leave") return 7;
  if (how == "hang") {
    for (;;) ::pause();
  }
  if (how == "stall") {  // says again and again that it has come no further
    for (;;) put(frame('P', 4, std::string_view("\0\0\0\x3f", 4)));
  }
  if (how == "flood") {
    for (;;) put(frame('F', ~std::uint64_t{0}, std::string(1U << 16U, 'x')));
  }
  if (how == "ask") {
    for (;;) put(frame('N', 11, "../etc/pass"));
  }
  if (how == "rubbish") put(frame('F', 64, std::string(64, '\x2a')));
  if (how == "lie") {
    // A triangle of corners that are not there.
    std::string findings = "DORSFIND";
    const auto number = [&findings](std::uint32_t value) { findings += std::string(reinterpret_cast<const char*>(&value), 4); };
    number(1);
    number(0);
    findings += std::string(3, '\0');
    number(0);
    number(1);
    for (int i = 0; i < 4; ++i) number(0);
    number(0xFFFFFFFFU);
    number(1);
    number(1);
    for (int i = 0; i < 3; ++i) number(0);
    for (int i = 0; i < 3; ++i) number(77);
    put(frame('F', findings.size(), findings));
  }
  if (how == "cut") put(frame('F', 1000, "DORSFIND"));
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count > 1 && std::string_view(words[1]) == dorsum::imports::reader_argument) {
    const char* const how = std::getenv("DORSUM_TEST_READER");
    return how != nullptr ? misbehave(how) : dorsum::imports::serve_as_reader();
  }
  return Catch::Session().run(count, words);
}
