#pragma once

// Every command of the program. Adding one takes a line here and a line in commands.cpp.

#include "cli/command.hpp"

namespace throughline::cli {

[[nodiscard]] std::unique_ptr<Command> bank_holidays_command();
[[nodiscard]] std::unique_ptr<Command> export_command();
[[nodiscard]] std::unique_ptr<Command> rate_command();
[[nodiscard]] std::unique_ptr<Command> report_command();
[[nodiscard]] std::unique_ptr<Command> spc_command();
[[nodiscard]] std::unique_ptr<Command> council_command();
[[nodiscard]] std::unique_ptr<Command> import_command();
[[nodiscard]] std::unique_ptr<Command> import_cases_command();        // of import_command()
[[nodiscard]] std::unique_ptr<Command> import_assessments_command();  // of import_command()
[[nodiscard]] std::unique_ptr<Command> demo_command();
[[nodiscard]] std::unique_ptr<Command> migrate_command();
[[nodiscard]] std::unique_ptr<Command> rebuild_command();
[[nodiscard]] std::unique_ptr<Command> serve_command();
[[nodiscard]] std::unique_ptr<Command> trace_command();
[[nodiscard]] std::unique_ptr<Command> user_command();
[[nodiscard]] std::unique_ptr<Command> verify_command();
[[nodiscard]] std::unique_ptr<Command> read_command();

// In the order of `throughline --help`.
[[nodiscard]] Commands all_commands();

}  // namespace throughline::cli
