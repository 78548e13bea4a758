// The command table. The parser reads the arguments' own notation (argument_form.h), so that what
// `dorsum commands` prints is what is accepted.

#include "dorsum/state/command.h"

namespace dorsum::state {
namespace {

constexpr bool moves_camera = true;

constexpr CommandForm forms[] = {
    {"depth", "[left|right] D", "peel the back: 0 skin, 1 to 4 the muscle layers, 5 the skeleton; one side or both"},
    {"skin", "window|wide|whole", "from depth 1 on, open the skin over the back only, wide enough for a whole layer, or take it all off"},
    {"hide", "ID", "hide a structure, a muscle, a layer (layer-2) or a group (erector-spinae)"},
    {"show", "ID", "show what was hidden"},
    {"isolate", "ID | none", "show only this, or everything again"},
    {"show-all", "", "show everything that was hidden or left out"},
    {"select", "ID | none", "select a structure; of a muscle or group its first"},
    {"trigger", "ID.SIDE on|off | none",
     "switch a trigger point, or all numbered points of a muscle or layer, on or off; or all off"},
    {"zones", "on|off", "show where the pain of trigger points is felt"},
    {"xray", "on|off", "make the muscles translucent"},
    {"labels", "on|off", "show names beside the structures"},
    {"latin", "on|off|only", "show Latin names beside the plain ones, or alone"},
    {"section", "sagittal|frontal|transverse MM | oblique AZ EL MM | facing | by MM | off",
     "cut away the body's left, what lies behind, what lies above, or what is seen from an azimuth and elevation, at so many mm "
     "that way; what faces the view; or move the cut"},
    {"explode", "GAP", "draw the layers apart, backward, by so many mm from one to the next; 0 together"},
    {"fibres", "on|off", "show arrows along the fibres of the selected muscle, the way it pulls"},
    {"arcs", "on|off", "show arcs from trigger points to where their pain is felt"},
    {"probe", "at X Y Z | off", "tell what lies under a point of the skin, and how deep, as a needle straight in would meet it"},
    {"theme", "light|dark", "light or dark background and panels"},
    {"text-scale", "SCALE", "size of all text, 0.75 to 2.5"},
    {"motion", "full|reduced", "let changes glide, or come at once"},
    {"reveal", "ID", "peel to where a structure lies bare, and select it"},
    {"step", "next|previous", "light the next trigger point of the back alone, peeled to its muscle"},
    {"compare", "ID.SIDE ID.SIDE | off", "two trigger points side by side, each in a picture of its own"},
    {"pain", "add REGION.SIDE | remove REGION.SIDE | at X Y Z RADIUS | erase X Y Z RADIUS | clear",
     "say where it hurts: a region, or a disc of skin in mm"},
    {"candidates", "0|1|2|3", "how many of the likeliest trigger points for the pain are shown on the skin"},
    {"brush", "on|off | paint|erase | mirror|one-side | size RADIUS", "the brush that paints pain on the skin; undo passes over it"},
    {"view", "posterior|anterior|left|right|superior|oblique-left|oblique-right|upper-back",
     "look from that side of the body, the whole figure in view", moves_camera},
    {"orbit", "AZ EL", "turn the view by degrees around the body and upward", moves_camera},
    {"pan", "DX DY", "move the body right and up in the picture, as parts of its height", moves_camera},
    {"zoom", "F", "come closer by this factor; below 1 step back", moves_camera},
    {"focus", "ID", "bring a structure into the middle, filling the view", moves_camera},
    {"projection", "perspective|orthographic", "near things larger, or all to one scale", moves_camera},
    {"lens", "at X Y Z RADIUS D | off", "a round opening down to a depth, around the line of sight through a point in mm", moves_camera},
    {"camera", "AZ EL X Y Z DISTANCE", "look at a point in mm from an azimuth and elevation in degrees", moves_camera},
};

}  // namespace

std::span<const CommandForm> command_forms() { return forms; }

}  // namespace dorsum::state
