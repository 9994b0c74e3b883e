#pragma once

// Every command of the program. Adding one takes a line here and a line in commands.cpp.

#include "cli/command.hpp"

namespace throughline::cli {

[[nodiscard]] std::unique_ptr<Command> rate_command();
[[nodiscard]] std::unique_ptr<Command> spc_command();

// In the order of `throughline --help`.
[[nodiscard]] Commands all_commands();

}  // namespace throughline::cli
