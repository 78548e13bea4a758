#pragma once

namespace dorsum::window {

/// From now on a display that goes away (an X server that ends, a forwarded connection that breaks) ends the program
/// with 3 and one message in place of Xlib's 1. There is no coming back: Xlib can't be used any more after it.
void tell_when_display_is_lost();

}  // namespace dorsum::window
