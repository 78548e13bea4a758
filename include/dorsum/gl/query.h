#pragma once
// Asks whether any sample of what is drawn passes the depth test.

#include "dorsum/gl/handle.h"

namespace dorsum::gl {

struct QueryKind {
  static GLuint make();
  static void drop(GLuint name);
};

class AnySamplesQuery {
 public:
  AnySamplesQuery() : handle_(Handle<QueryKind>::make()) {}

  void begin() const;
  void end() const;
  /// Waits until what was drawn between begin and end is known.
  [[nodiscard]] bool any() const;

 private:
  Handle<QueryKind> handle_;
};

}  // namespace dorsum::gl
