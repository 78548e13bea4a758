#include "dorsum/gl/query.h"

namespace dorsum::gl {

GLuint QueryKind::make() {
  GLuint name = 0;
  glGenQueries(1, &name);
  return name;
}
void QueryKind::drop(GLuint name) { glDeleteQueries(1, &name); }

void AnySamplesQuery::begin() const { glBeginQuery(GL_ANY_SAMPLES_PASSED, handle_.name()); }
void AnySamplesQuery::end() const { glEndQuery(GL_ANY_SAMPLES_PASSED); }

bool AnySamplesQuery::any() const {
  GLuint found = 0;
  glGetQueryObjectuiv(handle_.name(), GL_QUERY_RESULT, &found);
  return found != 0;
}

void TimeQuery::begin() const { glBeginQuery(GL_TIME_ELAPSED, handle_.name()); }
void TimeQuery::end() const { glEndQuery(GL_TIME_ELAPSED); }

double TimeQuery::milliseconds() const {
  GLuint64 nanoseconds = 0;
  glGetQueryObjectui64v(handle_.name(), GL_QUERY_RESULT, &nanoseconds);
  return static_cast<double>(nanoseconds) * 1e-6;
}

}  // namespace dorsum::gl
