#pragma once

// The command runner: chooses the command, turns wrong usage and a broken world into messages and
// exit codes. The last of the three places where an exception is caught.

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace throughline::cli {

// `arguments` without the program's own name. Gives the exit code.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments, Streams streams,
                              const Commands& commands);

}  // namespace throughline::cli
