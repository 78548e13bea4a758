#pragma once
// From GLFW's callbacks to the desk's input.

#include "dorsum/desk/input.h"

struct GLFWwindow;

namespace dorsum::window {

/// Sets the window's callbacks and its user pointer: whatever the hands do in it goes to `input`, which must outlive the
/// window's use of them.
void listen(GLFWwindow* window, desk::Input& input);

}  // namespace dorsum::window
