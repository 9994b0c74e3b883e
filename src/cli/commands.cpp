#include "cli/commands.hpp"

namespace throughline::cli {

Commands all_commands() {
  Commands commands;
  commands.push_back(serve_command());
  commands.push_back(migrate_command());
  commands.push_back(demo_command());
  commands.push_back(council_command());
  commands.push_back(user_command());
  commands.push_back(import_command());
  commands.push_back(trace_command());
  commands.push_back(verify_command());
  commands.push_back(rebuild_command());
  commands.push_back(read_command());
  commands.push_back(export_command());
  commands.push_back(report_command());
  commands.push_back(rate_command());
  commands.push_back(spc_command());
  commands.push_back(bank_holidays_command());
  return commands;
}

}  // namespace throughline::cli
