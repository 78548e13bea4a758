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

std::optional<bool> AnySamplesQuery::answer() const {
  GLuint known = GL_FALSE, found = 0;
  glGetQueryObjectuiv(name(), GL_QUERY_RESULT_AVAILABLE, &known);
  if (known == GL_FALSE) return std::nullopt;
  glGetQueryObjectuiv(name(), GL_QUERY_RESULT, &found);
  return found != 0;
}

}  // namespace dorsum::gl
