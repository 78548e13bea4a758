#pragma once
// Textures, renderbuffers, and framebuffers that draw into them.

#include "dorsum/core/result.h"
#include "dorsum/gl/handle.h"

namespace dorsum::gl {

struct TextureKind {
  static GLuint make();
  static void drop(GLuint name);
};

/// A two-dimensional texture of one level that passes draw into and read from.
class Texture {
 public:
  Texture() = default;  ///< owns nothing
  /// `internal_format` is sized (GL_RGBA8, GL_DEPTH_COMPONENT24 ...); `filter` GL_LINEAR or GL_NEAREST.
  Texture(int width, int height, GLenum internal_format, GLenum filter);

  /// Binds to texture unit `unit`.
  void bind(GLuint unit) const;
  /// A depth texture then says how much of a depth asked for passes (sampler2DShadow) instead of what it holds.
  void compare_depth() const;
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  Handle<TextureKind> handle_;
};

struct RenderbufferKind {
  static GLuint make();
  static void drop(GLuint name);
};

/// A drawing surface that is never read as a texture; may be multisampled.
class Renderbuffer {
 public:
  Renderbuffer() = default;  ///< owns nothing
  Renderbuffer(int width, int height, GLenum internal_format, int samples);
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  Handle<RenderbufferKind> handle_;
};

struct FramebufferKind {
  static GLuint make();
  static void drop(GLuint name);
};

class Framebuffer {
 public:
  Framebuffer() = default;  ///< owns nothing
  [[nodiscard]] static Framebuffer make();

  void bind() const;
  /// `attachment` is GL_COLOR_ATTACHMENT0, GL_DEPTH_ATTACHMENT or GL_DEPTH_STENCIL_ATTACHMENT.
  void attach(GLenum attachment, const Texture& texture);
  void attach(GLenum attachment, const Renderbuffer& buffer);
  /// For one that has a depth attachment alone.
  void draw_no_colour() const;
  /// Fails when this driver can't draw into what is attached.
  [[nodiscard]] Result<void> check() const;
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  Handle<FramebufferKind> handle_;
};

}  // namespace dorsum::gl
