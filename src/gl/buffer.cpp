#include "dorsum/gl/buffer.h"

namespace dorsum::gl {

GLuint BufferKind::make() {
  GLuint name = 0;
  glGenBuffers(1, &name);
  return name;
}
void BufferKind::drop(GLuint name) { glDeleteBuffers(1, &name); }

void Buffer::bind() const { glBindBuffer(target_, handle_.name()); }

void Buffer::fill(std::span<const std::byte> bytes, GLenum usage) {
  // An index buffer's binding belongs to the vertex array that is bound: filling must not disturb one.
  if (target_ == GL_ELEMENT_ARRAY_BUFFER) VertexArray::unbind();
  bind();
  glBufferData(target_, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), usage);
}

void Buffer::replace(std::size_t offset, std::span<const std::byte> bytes) const {
  if (target_ == GL_ELEMENT_ARRAY_BUFFER) VertexArray::unbind();
  bind();
  glBufferSubData(target_, static_cast<GLintptr>(offset), static_cast<GLsizeiptr>(bytes.size()), bytes.data());
}

GLuint VertexArrayKind::make() {
  GLuint name = 0;
  glGenVertexArrays(1, &name);
  return name;
}
void VertexArrayKind::drop(GLuint name) { glDeleteVertexArrays(1, &name); }

void VertexArray::bind() const { glBindVertexArray(handle_.name()); }
void VertexArray::unbind() { glBindVertexArray(0); }

void VertexArray::read(const Buffer& vertices, std::size_t stride, std::span<const Attribute> attributes) {
  bind();
  vertices.bind();
  for (const Attribute& attribute : attributes) {
    glEnableVertexAttribArray(attribute.location);
    glVertexAttribPointer(attribute.location, attribute.components, attribute.type,
                          attribute.normalised ? GL_TRUE : GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(attribute.offset));
    glVertexAttribDivisor(attribute.location, attribute.divisor);
  }
  unbind();
}

void VertexArray::index_by(const Buffer& indices) {
  bind();
  indices.bind();
  unbind();
}

}  // namespace dorsum::gl
