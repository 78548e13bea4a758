#include "icons.h"

#include <array>
#include <cmath>
#include <numbers>

namespace dorsum::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// A pen on the unit square round the icon's centre: x to the right and y down, -1 to 1.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 centre, float size, ImU32 colour)
      : list_(list), centre_(centre), half_(size * 0.5F), width_(std::fmax(1.25F, size * 0.09F)), colour_(colour) {}

  [[nodiscard]] ImVec2 at(float x, float y) const { return {centre_.x + x * half_, centre_.y + y * half_}; }
  void line(float x0, float y0, float x1, float y1) { list_.AddLine(at(x0, y0), at(x1, y1), colour_, width_); }
  void ring(float x, float y, float radius) { list_.AddCircle(at(x, y), radius * half_, colour_, 0, width_); }
  void dot(float x, float y, float radius) { list_.AddCircleFilled(at(x, y), radius * half_, colour_); }
  /// Angles clockwise from the right, in radians.
  void arc(float x, float y, float radius, float from, float to) {
    list_.PathArcTo(at(x, y), radius * half_, from, to, 20);
    list_.PathStroke(colour_, 0, width_);
  }
  void wedge(ImVec2 a, ImVec2 b, ImVec2 c) { list_.AddTriangleFilled(a, b, c, colour_); }
  void curve(ImVec2 a, ImVec2 b, ImVec2 c) { list_.AddBezierQuadratic(a, b, c, colour_, width_); }
  void box(float x0, float y0, float x1, float y1, float rounding) {
    list_.AddRect(at(x0, y0), at(x1, y1), colour_, rounding * half_, 0, width_);
  }
  void letter(const char* text) {
    const ImVec2 extent = ImGui::CalcTextSize(text);
    list_.AddText({centre_.x - extent.x * 0.5F, centre_.y - extent.y * 0.5F}, colour_, text);
  }
  void crescent() {
    list_.PathArcTo(at(0, 0), half_ * 0.78F, 0.1F * pi, 1.4F * pi, 24);
    list_.PathStroke(colour_, 0, width_);
    curve(at(0.78F * std::cos(0.1F * pi), 0.78F * std::sin(0.1F * pi)), at(-0.35F, 0.35F),
          at(0.78F * std::cos(1.4F * pi), 0.78F * std::sin(1.4F * pi)));
  }

 private:
  ImDrawList& list_;
  ImVec2 centre_;
  float half_, width_;
  ImU32 colour_;
};

/// An arrow bent back to the left (`way` -1, undo) or to the right (+1, redo).
void bent_arrow(Pen& pen, float way) {
  const float from = way < 0 ? -0.5F * pi : 0.5F * pi;
  pen.line(way * 0.75F, -0.3F, -way * 0.25F, -0.3F);
  pen.arc(-way * 0.25F, 0.2F, 0.5F, from, from + pi);
  pen.line(-way * 0.25F, 0.7F, way * 0.25F, 0.7F);
  pen.wedge(pen.at(way * 0.95F, -0.3F), pen.at(way * 0.35F, -0.75F), pen.at(way * 0.35F, 0.15F));
}

void eye(Pen& pen) {
  pen.curve(pen.at(-0.95F, 0), pen.at(0, -1.1F), pen.at(0.95F, 0));
  pen.curve(pen.at(-0.95F, 0), pen.at(0, 1.1F), pen.at(0.95F, 0));
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  Pen pen(list, centre, size, colour);
  switch (icon) {
    case Icon::undo: bent_arrow(pen, -1.0F); break;
    case Icon::redo: bent_arrow(pen, 1.0F); break;
    case Icon::eye:
      eye(pen);
      pen.dot(0, 0, 0.3F);
      break;
    case Icon::eye_closed:
      pen.curve(pen.at(-0.95F, -0.1F), pen.at(0, 1.0F), pen.at(0.95F, -0.1F));
      for (const float x : {-0.5F, 0.0F, 0.5F}) pen.line(x, x == 0.0F ? 0.45F : 0.32F, x * 1.3F, 0.85F);
      break;
    case Icon::sun:
      pen.ring(0, 0, 0.42F);
      for (int i = 0; i < 8; ++i) {
        const float a = static_cast<float>(i) * pi / 4.0F, c = std::cos(a), s = std::sin(a);
        pen.line(0.68F * c, 0.68F * s, 0.95F * c, 0.95F * s);
      }
      break;
    case Icon::moon: pen.crescent(); break;
    case Icon::about: pen.letter("i"); break;
    case Icon::keys: pen.letter("?"); break;
    case Icon::search:
      pen.ring(-0.15F, -0.15F, 0.58F);
      pen.line(0.3F, 0.3F, 0.85F, 0.85F);
      break;
    case Icon::isolate:
      pen.dot(0, 0, 0.35F);
      pen.ring(0, 0, 0.85F);
      break;
    case Icon::focus:
      pen.ring(0, 0, 0.5F);
      for (const float way : {-1.0F, 1.0F}) {
        pen.line(way * 0.5F, 0, way * 0.95F, 0);
        pen.line(0, way * 0.5F, 0, way * 0.95F);
      }
      break;
    case Icon::close:
      pen.line(-0.6F, -0.6F, 0.6F, 0.6F);
      pen.line(-0.6F, 0.6F, 0.6F, -0.6F);
      break;
    case Icon::warning: {
      const std::array<ImVec2, 3> corners{pen.at(0, -0.85F), pen.at(0.95F, 0.8F), pen.at(-0.95F, 0.8F)};
      for (std::size_t i = 0; i < 3; ++i) list.AddLine(corners[i], corners[(i + 1) % 3], colour, std::fmax(1.25F, size * 0.09F));
      pen.line(0, -0.25F, 0, 0.25F);
      pen.dot(0, 0.52F, 0.11F);
      break;
    }
    case Icon::turn:
      pen.arc(0, 0, 0.75F, -0.9F * pi, 0.55F * pi);
      pen.wedge(pen.at(-0.45F, 0.72F), pen.at(0.1F, 0.35F), pen.at(0.1F, 1.05F));
      break;
    case Icon::open:  // a folder
      pen.box(-0.9F, -0.4F, 0.9F, 0.75F, 0.15F);
      pen.line(-0.8F, -0.7F, -0.1F, -0.7F);
      pen.line(-0.1F, -0.7F, 0.1F, -0.4F);
      pen.line(-0.87F, -0.6F, -0.87F, 0.0F);
      break;
  }
}

}  // namespace dorsum::ui
