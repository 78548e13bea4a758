#include "dorsum/window/panels.h"

#include <glad/gl.h>
// GLFW must come after glad, which provides the GL declarations.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <algorithm>
#include <string>

#include "dorsum/gl/fault.h"

namespace dorsum::window {

Panels::Panels(const Window& window, ui::FontFiles fonts, words::Catalogue words) : window_(window), fonts_(std::move(fonts)), words_(std::move(words)) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // the panels have no layout of their own to remember
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // nothing is drawn while nothing changes
  ImGui_ImplGlfw_InitForOpenGL(window_.handle(), false);  // what the hands do comes through the input's queue, not straight from GLFW
  io.KeyMap[ImGuiKey_Tab] = -1;  // Tab goes from panel to panel (ui/keys.h), not from field to field
  ImGui_ImplOpenGL3_Init("#version 410 core");
}

Panels::~Panels() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
}

void Panels::restyle(state::Theme theme, float text_scale) {
  const float density = window_.glass().pixels_per_point;
  float content = 1.0F, unused = 1.0F;
  glfwGetWindowContentScale(window_.handle(), &content, &unused);
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

desk::Panels::Claims Panels::begin(const std::vector<ui::InputQueue::Change>& changes, state::Theme theme, float text_scale) {
  restyle(theme, text_scale);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  for (const ui::InputQueue::Change& change : changes) follow(change);
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {pointer_.x, pointer_.y};
  std::copy(buttons_.begin(), buttons_.end(), io.MouseDown);
  ImGui::NewFrame();

  const desk::Glass glass = window_.glass();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, glass.width, glass.height);
  const ImVec4 ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(ground.x, ground.y, ground.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  return {.pointer = io.WantCaptureMouse, .typing = io.WantTextInput};
}

void Panels::follow(const ui::InputQueue::Change& change) {
  if (const auto* key = std::get_if<ui::InputQueue::Key>(&change)) {
    ImGui_ImplGlfw_KeyCallback(window_.handle(), key->key, key->scancode, key->down ? GLFW_PRESS : GLFW_RELEASE, key->modifiers);
  } else if (const auto* button = std::get_if<ui::InputQueue::Button>(&change)) {
    buttons_.at(static_cast<std::size_t>(button->button)) = button->down;
  } else if (const auto* character = std::get_if<ui::InputQueue::Character>(&change)) {
    ImGui_ImplGlfw_CharCallback(window_.handle(), character->codepoint);
  } else if (const auto* scroll = std::get_if<ui::InputQueue::Scroll>(&change)) {
    ImGui_ImplGlfw_ScrollCallback(window_.handle(), scroll->by.x, scroll->by.y);
  } else {
    pointer_ = std::get<ui::InputQueue::Pointer>(change).at;
  }
}

ui::PanelOutput Panels::draw(const state::Session& session, const state::State& shown, const answers::Answers& answers,
                     ui::PanelModel& model) {
  return ui::draw_panels(session, shown, answers, model, words_);
}

void Panels::end() {
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace dorsum::window
