// Alone in its file: Xlib's macros (None, Status, Bool) would spoil others.
#include "lost_display.h"

#include <X11/Xlib.h>

#include <cstdio>
#include <cstdlib>

namespace dorsum::window {

void tell_when_display_is_lost() {
  XSetIOErrorHandler([](Display*) {
    std::fputs("dorsum: the display is gone: the X server has ended or can't be reached any more (open Dorsum again once there is one)\n", stderr);
    std::_Exit(3);
    return 0;
  });
}

}  // namespace dorsum::window
