#include "dorsum/gl/query.h"

namespace dorsum::gl {

GLuint QueryKind::make() {
  GLuint name = 0;
  glGenQueries(1, &name);
  return name;
}
void QueryKind::drop(GLuint name) { glDeleteQueries(1, &name); }

void Query::begin() const { glBeginQuery(asked_, name()); }
void Query::end() const { glEndQuery(asked_); }

bool AnySamplesQuery::any() const {
  GLuint found = 0;
  glGetQueryObjectuiv(name(), GL_QUERY_RESULT, &found);
  return found != 0;
}

}  // namespace dorsum::gl
