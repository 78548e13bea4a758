#include "dorsum/window/panels_context.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <algorithm>
#include <string>

#include "dorsum/gl/fault.h"
#include "dorsum/opening/places.h"

namespace dorsum::window {
namespace {

/// ImGui's own font serves where Inter is missing.
ui::FontFiles panel_fonts() {
  const opening::FontPlaces inter = opening::find_fonts();
  return {inter.regular, inter.semibold, inter.italic};
}

}  // namespace

float pixels_per_point(GLFWwindow* window) {
  int width = 0, height = 0, pixel_width = 0, pixel_height = 0;
  glfwGetWindowSize(window, &width, &height);
  glfwGetFramebufferSize(window, &pixel_width, &pixel_height);
  return width > 0 && pixel_width > 0 ? static_cast<float>(pixel_width) / static_cast<float>(width) : 1.0F;
}

Ui::Ui(GLFWwindow* window, Input& input) : window_(window), input_(input), fonts_(panel_fonts()) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // the panels have no layout of their own to remember
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // nothing is drawn while nothing changes
  ImGui_ImplGlfw_InitForOpenGL(window, false);  // what the hands do comes through the input's queue, not straight from GLFW
  io.KeyMap[ImGuiKey_Tab] = -1;  // Tab goes from panel to panel (ui/keys.h), not from field to field
  ImGui_ImplOpenGL3_Init("#version 410 core");
}

Ui::~Ui() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
}

void Ui::restyle(state::Theme theme, float text_scale) {
  const float density = pixels_per_point(window_);
  float content = 1.0F, unused = 1.0F;
  glfwGetWindowContentScale(window_, &content, &unused);
  if (gl::fault_due("scale")) faulty_scale_ = 2.0F;
  content *= faulty_scale_;
  // Where the framebuffer is denser than the window's points, those points are already scaled.
  const float scale = text_scale * content / density;
  const bool new_size = scale != scale_ || density != pixels_per_point_;
  if (new_size) {
    ui::load_fonts(fonts_, scale, density);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  if (new_size || theme != theme_) ui::apply_style(theme, scale);
  scale_ = scale;
  pixels_per_point_ = density;
  theme_ = theme;
}

void Ui::begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  for (const ui::InputQueue::Change& change : input_.for_panels().take()) follow(change);
  if (input_.for_panels().waiting()) input_.stir();  // another frame for the rest
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {pointer_.x, pointer_.y};
  std::ranges::copy(buttons_, io.MouseDown);
  ImGui::NewFrame();
}

void Ui::follow(const ui::InputQueue::Change& change) {
  if (const auto* key = std::get_if<ui::InputQueue::Key>(&change)) {
    ImGui_ImplGlfw_KeyCallback(window_, key->key, key->scancode, key->down ? GLFW_PRESS : GLFW_RELEASE, key->modifiers);
  } else if (const auto* button = std::get_if<ui::InputQueue::Button>(&change)) {
    buttons_.at(static_cast<std::size_t>(button->button)) = button->down;
  } else if (const auto* character = std::get_if<ui::InputQueue::Character>(&change)) {
    ImGui_ImplGlfw_CharCallback(window_, character->codepoint);
  } else if (const auto* scroll = std::get_if<ui::InputQueue::Scroll>(&change)) {
    ImGui_ImplGlfw_ScrollCallback(window_, scroll->by.x, scroll->by.y);
  } else {
    pointer_ = std::get<ui::InputQueue::Pointer>(change).at;
  }
}

void Ui::end_frame() {
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace dorsum::window
