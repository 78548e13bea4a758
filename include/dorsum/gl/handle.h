#pragma once
// One OpenGL name with one owner: moved, never copied, deleted with its owner. The context it was made in
// must be current then.

#include <glad/gl.h>

#include <utility>

namespace dorsum::gl {

/// `Kind` says how its names are made and deleted.
template <class Kind>
class Handle {
 public:
  Handle() = default;  ///< owns nothing
  [[nodiscard]] static Handle make() { return Handle(Kind::make()); }
  explicit Handle(GLuint name) : name_(name) {}
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      name_ = std::exchange(other.name_, 0);
    }
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  [[nodiscard]] GLuint name() const { return name_; }
  explicit operator bool() const { return name_ != 0; }
  void reset() {
    if (name_ != 0) Kind::drop(std::exchange(name_, 0));
  }

 private:
  GLuint name_ = 0;
};

}  // namespace dorsum::gl
