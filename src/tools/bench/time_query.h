#pragma once
// How long the graphics card works on what is drawn. Only here: OpenGL ES has no such question, and nobody else asks it.

#include "dorsum/gl/query.h"

namespace dorsum::bench {

/// On a software renderer this is time of the processor.
class TimeQuery : public gl::Query {
 public:
  TimeQuery() : Query(GL_TIME_ELAPSED) {}

  /// Waits until the work between begin and end is done.
  [[nodiscard]] double milliseconds() const {
    GLuint64 nanoseconds = 0;
    glGetQueryObjectui64v(name(), GL_QUERY_RESULT, &nanoseconds);
    return static_cast<double>(nanoseconds) * 1e-6;
  }
};

}  // namespace dorsum::bench
