#include "dorsum/gl/framebuffer.h"

#include <fmt/format.h>

namespace dorsum::gl {
namespace {

/// The transfer format that fits a sized internal format; no pixels are sent, but GL checks that they agree.
GLenum transfer_format(GLenum internal_format) {
  switch (internal_format) {
    case GL_DEPTH_COMPONENT24:
    case GL_DEPTH_COMPONENT32F: return GL_DEPTH_COMPONENT;
    case GL_DEPTH24_STENCIL8: return GL_DEPTH_STENCIL;
    case GL_R8:
    case GL_R32F: return GL_RED;
    case GL_RG8:
    case GL_RG16F:
    case GL_RG32F: return GL_RG;
    default: return GL_RGBA;
  }
}

/// The transfer type that fits it; OpenGL ES checks this, too.
GLenum transfer_type(GLenum internal_format) {
  switch (internal_format) {
    case GL_DEPTH_COMPONENT24: return GL_UNSIGNED_INT;
    case GL_DEPTH24_STENCIL8: return GL_UNSIGNED_INT_24_8;
    case GL_DEPTH_COMPONENT32F:
    case GL_R32F:
    case GL_RG16F:
    case GL_RG32F:
    case GL_RGBA16F: return GL_FLOAT;
    default: return GL_UNSIGNED_BYTE;
  }
}

}  // namespace

GLuint TextureKind::make() {
  GLuint name = 0;
  glGenTextures(1, &name);
  return name;
}
void TextureKind::drop(GLuint name) { glDeleteTextures(1, &name); }

Texture::Texture(int width, int height, GLenum internal_format, GLenum filter)
    : handle_(Handle<TextureKind>::make()) {
  glBindTexture(GL_TEXTURE_2D, handle_.name());
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(internal_format), width, height, 0, transfer_format(internal_format),
               transfer_type(internal_format), nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, static_cast<GLint>(filter));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, static_cast<GLint>(filter));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void Texture::bind(GLuint unit) const {
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(GL_TEXTURE_2D, handle_.name());
}

void Texture::compare_depth() const {
  glBindTexture(GL_TEXTURE_2D, handle_.name());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
}

GLuint RenderbufferKind::make() {
  GLuint name = 0;
  glGenRenderbuffers(1, &name);
  return name;
}
void RenderbufferKind::drop(GLuint name) { glDeleteRenderbuffers(1, &name); }

Renderbuffer::Renderbuffer(int width, int height, GLenum internal_format, int samples)
    : handle_(Handle<RenderbufferKind>::make()) {
  glBindRenderbuffer(GL_RENDERBUFFER, handle_.name());
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, internal_format, width, height);
}

GLuint FramebufferKind::make() {
  GLuint name = 0;
  glGenFramebuffers(1, &name);
  return name;
}
void FramebufferKind::drop(GLuint name) { glDeleteFramebuffers(1, &name); }

Framebuffer Framebuffer::make() {
  Framebuffer made;
  made.handle_ = Handle<FramebufferKind>::make();
  return made;
}

void Framebuffer::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, handle_.name()); }

void Framebuffer::attach(GLenum attachment, const Texture& texture) {
  bind();
  glFramebufferTexture2D(GL_FRAMEBUFFER, attachment, GL_TEXTURE_2D, texture.name(), 0);
}

void Framebuffer::attach(GLenum attachment, const Renderbuffer& buffer) {
  bind();
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, attachment, GL_RENDERBUFFER, buffer.name());
}

void Framebuffer::draw_no_colour() const {
  bind();
  constexpr GLenum none = GL_NONE;
  glDrawBuffers(1, &none);
  glReadBuffer(GL_NONE);
}

Result<void> Framebuffer::check() const {
  bind();
  const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
  if (status == GL_FRAMEBUFFER_COMPLETE) return {};
  return machine_cannot(to_fill("the graphics driver cannot draw into a framebuffer Dorsum needs (0x{:x})", status),
                        to_say("try a smaller picture or another driver"));
}

}  // namespace dorsum::gl
