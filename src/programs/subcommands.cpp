#include "subcommands.h"

#include <array>

namespace dorsum::programs {
namespace {

constexpr std::array table{
    Subcommand{"view", "open the window (the default)", declare_view, true},
    Subcommand{"snapshot", "draw one picture into a PNG file; needs no display", declare_snapshot, false},
    Subcommand{"info", "structures, layers, counts, provenance and licence of an atlas", declare_info, false},
    Subcommand{"import", "make a pack of other people's meshes", declare_import, false},
    Subcommand{"export", "write meshes for other programs", declare_export, false},
    Subcommand{"explain", "which trigger points could send this pain, ranked", declare_explain, false},
    Subcommand{"validate", "every problem of packs and content, with file, field and reason", declare_validate, true},
    Subcommand{"bench", "start, frame, pick and memory figures", declare_bench, true},
    Subcommand{"commands", "every command with its arguments, one a line", declare_commands, true},
};

}  // namespace

std::span<const Subcommand> subcommands() { return table; }

}  // namespace dorsum::programs
