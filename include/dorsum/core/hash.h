#pragma once
// Fingerprints of bytes (FNV-1a by Fowler, Noll and Vo): the same on every machine. They tell changed things apart; they
// are no defence against someone who wants two things to look the same.

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace dorsum {

/// With Bits = std::uint32_t or std::uint64_t.
template <class Bits>
class Fnv1a {
  static_assert(std::is_same_v<Bits, std::uint32_t> || std::is_same_v<Bits, std::uint64_t>);
  static constexpr bool wide = std::is_same_v<Bits, std::uint64_t>;

 public:
  constexpr void add(std::string_view bytes) {
    for (const char byte : bytes) add_byte(static_cast<std::uint8_t>(byte));
  }
  /// The number's bytes, lowest first.
  constexpr void add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) add_byte(static_cast<std::uint8_t>(number >> shift));
  }
  [[nodiscard]] constexpr Bits value() const { return value_; }

 private:
  constexpr void add_byte(std::uint8_t byte) { value_ = (value_ ^ byte) * static_cast<Bits>(wide ? 1099511628211ULL : 16777619ULL); }
  Bits value_ = static_cast<Bits>(wide ? 14695981039346656037ULL : 2166136261ULL);
};

using Hash = Fnv1a<std::uint64_t>;

/// Sixteen hexadecimal digits.
[[nodiscard]] std::string hexadecimal(const Hash& hash);

}  // namespace dorsum
