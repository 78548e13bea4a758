#pragma once
// The pages of the box in which files are opened.

#include "frame.h"

namespace dorsum::ui {

inline void ask(Frame& frame, OpenAsk::Kind kind, std::string path = {}, std::size_t which = 0) { frame.out.open = OpenAsk{.kind = kind, .path = std::move(path), .which = which}; }

void choose_page(Frame& frame, OpenBox& box);
void objects_page(Frame& frame, OpenBox& box);
void question_page(Frame& frame, OpenBox& box);

}  // namespace dorsum::ui
