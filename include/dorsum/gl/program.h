#pragma once
// A linked pair of shaders. Uniforms are set by name with the type they have. A name that neither shader declares is a
// programmer's mistake (assert); one that the driver optimised away is passed over, as GL does.

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dorsum/core/result.h"
#include "dorsum/gl/handle.h"

namespace dorsum::gl {

struct ProgramKind {
  static GLuint make();
  static void drop(GLuint name);
};

class Program {
 public:
  /// Compiles and links GLSL sources. `name` stands for them in messages; fails with the driver's own words.
  [[nodiscard]] static Result<Program> create(const std::string& name, std::string_view vertex, std::string_view fragment);

  void use() const;

  // The program must be in use.
  void set(std::string_view uniform, bool value) const;
  void set(std::string_view uniform, int value) const;
  void set(std::string_view uniform, float value) const;
  void set(std::string_view uniform, const glm::vec2& value) const;
  void set(std::string_view uniform, const glm::vec3& value) const;
  void set(std::string_view uniform, const glm::vec4& value) const;
  void set(std::string_view uniform, const glm::mat4& value) const;

  /// Whether either shader declares it, in any of its #if's.
  [[nodiscard]] bool declares(std::string_view uniform) const { return locations_.contains(uniform); }
  /// Sets what several programs share, where this one has it.
  template <class T>
  void offer(std::string_view uniform, const T& value) const {
    if (declares(uniform)) set(uniform, value);
  }

  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  [[nodiscard]] GLint location(std::string_view uniform) const;

  Handle<ProgramKind> handle_;
  std::unordered_map<std::string, GLint, Hash, std::equal_to<>> locations_;  ///< of all that are declared; -1: optimised away
};

}  // namespace dorsum::gl
