#pragma once
// Buffers of bytes on the GPU, and vertex arrays that say how vertices are read from them.

#include <cstddef>
#include <span>

#include "dorsum/gl/handle.h"

namespace dorsum::gl {

struct BufferKind {
  static GLuint make();
  static void drop(GLuint name);
};

class Buffer {
 public:
  /// `target` is GL_ARRAY_BUFFER or GL_ELEMENT_ARRAY_BUFFER.
  explicit Buffer(GLenum target) : target_(target), handle_(Handle<BufferKind>::make()) {}

  void bind() const;
  /// Replaces what the buffer holds. `usage` is GL_STATIC_DRAW or GL_DYNAMIC_DRAW.
  void fill(std::span<const std::byte> bytes, GLenum usage);
  template <class T>
  void fill(std::span<const T> values, GLenum usage) {
    fill(std::as_bytes(values), usage);
  }
  /// Replaces a part of it, from so many bytes on.
  void replace(std::size_t offset, std::span<const std::byte> bytes) const;
  template <class T>
  void replace(std::size_t offset, std::span<const T> values) const {
    replace(offset, std::as_bytes(values));
  }
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  GLenum target_;
  Handle<BufferKind> handle_;
};

struct VertexArrayKind {
  static GLuint make();
  static void drop(GLuint name);
};

/// How one attribute lies in a buffer of interleaved vertices.
struct Attribute {
  GLuint location = 0;
  GLint components = 3;
  GLenum type = GL_FLOAT;
  bool normalised = false;
  std::size_t offset = 0;  ///< bytes from the start of a vertex
  GLuint divisor = 0;      ///< 1: advances per instance
};

class VertexArray {
 public:
  VertexArray() : handle_(Handle<VertexArrayKind>::make()) {}

  void bind() const;
  static void unbind();
  /// Reads `attributes` from `vertices`, `stride` bytes a vertex.
  void read(const Buffer& vertices, std::size_t stride, std::span<const Attribute> attributes);
  /// Takes the indices of indexed draws from `indices`.
  void index_by(const Buffer& indices);
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  Handle<VertexArrayKind> handle_;
};

}  // namespace dorsum::gl
