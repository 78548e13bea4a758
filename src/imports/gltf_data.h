#pragma once
// The numbers of a glTF file: buffers, views, accessors, whatever way they are packed.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "gltf_reader.h"

namespace dorsum::imports {

/// Reads accessors of a document. What is wrong goes into the readers' error slot (json_reader.h); then what is returned is empty.
class GltfData {
 public:
  GltfData(const JsonReader& root, std::string_view binary, const FileBeside& beside);

  /// All values of an accessor, `components` of them an element, normalised integers as they mean.
  [[nodiscard]] std::vector<float> floats(const JsonReader& place, std::size_t components);
  /// All values of a scalar accessor of unsigned integers.
  [[nodiscard]] std::vector<std::uint32_t> indices(const JsonReader& place);

 private:
  struct Packed {
    std::string_view bytes;
    std::size_t stride = 0;  ///< 0: tightly
  };
  struct Accessor {
    std::size_t count = 0, components = 0, width = 0;
    int component = 0;
    bool normalized = false;
  };
  [[nodiscard]] JsonReader element(const char* list, const JsonReader& place) const;
  [[nodiscard]] std::string_view buffer(std::size_t number, const JsonReader& place);
  [[nodiscard]] Packed view(const JsonReader& place);
  [[nodiscard]] Packed unpacked(const JsonReader& extension);
  [[nodiscard]] Accessor accessor(const JsonReader& entry) const;
  template <class T>
  std::vector<T> values(const JsonReader& place, std::size_t components, bool integers);
  template <class T>
  void patch(const JsonReader& sparse, const Accessor& what, std::vector<T>& values);
  template <class T>
  void take(const JsonReader& place, const Packed& from, std::size_t offset, const Accessor& what, std::vector<T>& into);

  JsonReader root_;
  std::string_view binary_;
  const FileBeside& beside_;
  std::vector<std::string> buffers_;   ///< of files beside and data URIs, read when first asked for
  std::vector<bool> known_;
  std::deque<std::string> unpacked_;  ///< views that were decompressed: they stay where they are
  std::size_t budget_ = std::size_t{2} * 1024U * 1024U * 1024U;  ///< bytes that may still be asked for: no small file makes a large one
};

}  // namespace dorsum::imports
