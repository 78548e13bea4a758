#include <fmt/format.h>

#include "dorsum/state/command_table.h"
#include "writers.h"

namespace dorsum::help {
namespace {

/// Text that roff shows as it stands: no request at the start of a line, real minus signs.
std::string roff(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\\') out += "\\e";
    else if (letter == '-') out += "\\-";
    else out += letter;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

std::string options_of(const CommandEntry& command) {
  std::string text;
  for (const OptionEntry& option : command.options) {
    if (!command.name.empty() && option.long_names == std::vector<std::string>{"help"}) continue;  // said once, of the program
    text += fmt::format(".TP\n.B {}\n{}.\n", roff(usage(option)), roff(option.description));
  }
  return text;
}

constexpr auto opening = R"(.SH NAME
dorsum \- an interactive 3D atlas of the human back
.SH SYNOPSIS
.B dorsum
.RI [ SUBCOMMAND ]
.RI [ OPTION ...]
.SH DESCRIPTION
Dorsum shows the human back in layers, from the skin through four layers of muscle to the skeleton, marks the
trigger points of each muscle, and lights on the skin where the pain of each is often felt.
It is a learning tool, not a diagnosis.
)";

constexpr auto ending = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
The input is bad; the message names the file, the field and what to do.
.TP
.B 2
Wrong usage.
.TP
.B 3
This machine cannot: no OpenGL 4.1, no display, no memory.
.SH EXAMPLES
.TP
.B dorsum \-\-run \(dqdepth 2; trigger infraspinatus\-1.R on\(dq
Opens the window with the second layer bare and one trigger point lit.
.TP
.B dorsum snapshot \-o back.png \-\-run \(dqdepth 4; view oblique\-left\(dq
Draws a picture without any display.
.TP
.B dorsum explain \-\-pain suboccipital.R
Ranks the trigger points that could send a pain at the base of the skull.
)";

}  // namespace

std::string manual_page(std::span<const CommandEntry> commands, std::string_view version) {
  std::string page = fmt::format(".TH DORSUM 1 \"\" \"Dorsum {}\" \"User Commands\"\n{}.SH SUBCOMMANDS\n", version, opening);
  for (const CommandEntry& command : commands) {
    page += command.name.empty() ? std::string(".SS dorsum\nWithout a subcommand the window opens, as with view.\n")
                                 : fmt::format(".SS dorsum {}\n{}.\n", roff(command.name), roff(command.summary));
    page += options_of(command);
  }
  page += ".SH COMMANDS\nWhat --run takes, with semicolons between them, and what the window's command line takes.\n";
  for (const state::Row& row : state::command_table()) {
    page += fmt::format(".TP\n.B {} {}\n{}.\n", roff(row.verb), roff(usage_of(row)), roff(row.meaning));
  }
  return page + ending;
}

}  // namespace dorsum::help
