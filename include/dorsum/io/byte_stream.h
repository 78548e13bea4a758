#pragma once
// Numbers and texts to bytes and back, little-endian as they lie in memory.

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace dorsum::io {

static_assert(std::endian::native == std::endian::little, "bytes are written as they lie in memory");

class ByteWriter {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    raw(&value, sizeof(T));
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
  }
  void raw(const void* data, std::size_t length) { bytes_.append(static_cast<const char*>(data), length); }
  [[nodiscard]] std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

/// Sticky: once something doesn't fit, everything after reads as zero and ok() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  template <class T>
  T number() {
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    raw(&value, sizeof(T));
    if constexpr (std::is_floating_point_v<T>) {
      if (!std::isfinite(value)) ok_ = false;
    }
    return ok_ ? value : T{};
  }
  std::string text(std::size_t most) {
    const std::size_t length = number<std::uint32_t>();
    require(length <= most && length <= rest_.size());
    if (!ok_) return {};
    std::string value(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return value;
  }
  void raw(void* data, std::size_t length) {
    require(length <= rest_.size());
    if (!ok_ || length == 0) return;
    std::memcpy(data, rest_.data(), length);
    rest_.remove_prefix(length);
  }
  void require(bool condition) { ok_ = ok_ && condition; }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace dorsum::io
