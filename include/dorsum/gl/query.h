#pragma once
// Questions to the graphics card about what is drawn between begin and end.

#include "dorsum/gl/handle.h"

namespace dorsum::gl {

struct QueryKind {
  static GLuint make();
  static void drop(GLuint name);
};

/// One question, by what it asks (GL_ANY_SAMPLES_PASSED ...).
class Query {
 public:
  void begin() const;
  void end() const;

 protected:
  explicit Query(GLenum asked) : asked_(asked), handle_(Handle<QueryKind>::make()) {}
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  GLenum asked_;
  Handle<QueryKind> handle_;
};

/// Whether any sample passes the depth test.
class AnySamplesQuery : public Query {
 public:
  AnySamplesQuery() : Query(GL_ANY_SAMPLES_PASSED) {}

  /// Waits until what was drawn between begin and end is known.
  [[nodiscard]] bool any() const;
};

}  // namespace dorsum::gl
