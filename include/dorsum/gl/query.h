#pragma once
// Questions to the graphics card about what is drawn between begin and end.

#include <optional>

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

/// Whether any sample passes the depth test. Nobody waits for the card: the answer is there in a later picture.
class AnySamplesQuery : public Query {
 public:
  AnySamplesQuery() : Query(GL_ANY_SAMPLES_PASSED) {}

  /// What was drawn between the last begin and end, which must have been; none as long as it isn't known.
  [[nodiscard]] std::optional<bool> answer() const;
};

}  // namespace dorsum::gl
