#include "cli/commands.hpp"

namespace throughline::cli {

Commands all_commands() {
  Commands commands;
  commands.push_back(rate_command());
  commands.push_back(spc_command());
  return commands;
}

}  // namespace throughline::cli
