#pragma once
// Questions to the graphics card about what is drawn between begin and end.

#include "dorsum/gl/handle.h"

namespace dorsum::gl {

struct QueryKind {
  static GLuint make();
  static void drop(GLuint name);
};

/// Whether any sample passes the depth test.
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

/// How long the card works on it. On a software renderer this is time of the processor.
class TimeQuery {
 public:
  TimeQuery() : handle_(Handle<QueryKind>::make()) {}

  void begin() const;
  void end() const;
  /// Waits until the work between begin and end is done.
  [[nodiscard]] double milliseconds() const;

 private:
  Handle<QueryKind> handle_;
};

}  // namespace dorsum::gl
