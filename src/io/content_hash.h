#pragma once
// A fingerprint of bytes (FNV-1a, 64 bits): what derived data is cached under. Tells changed files apart;
// it is no defence against someone who wants two files to look the same.

#include <cstdint>
#include <string>
#include <string_view>

namespace dorsum::io {

class ContentHash {
 public:
  void add(std::string_view bytes);
  [[nodiscard]] std::uint64_t value() const { return value_; }
  [[nodiscard]] std::string text() const;  ///< 16 hexadecimal digits

 private:
  std::uint64_t value_ = 14695981039346656037ULL;
};

}  // namespace dorsum::io
