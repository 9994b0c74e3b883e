#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <ostream>

namespace throughline::cli {
namespace {

constexpr const char* purpose =
    "Throughline: a learning and assurance system for adult social care.";

constexpr const char* exit_codes =
    "Results go to standard output and problems to standard error.\n"
    "Exit codes: 0 fine; 1 input was refused; 2 wrong usage; 3 the world is broken (a lost\n"
    "database, a full disk, a bug).";

// CLI11 takes arguments from the last to the first.
std::vector<std::string> reversed(std::vector<std::string> arguments) {
  std::ranges::reverse(arguments);
  return arguments;
}

// CLI11 would only say that a command is required.
bool names_no_command(const std::vector<std::string>& arguments, const Commands& commands) {
  if (arguments.empty() || arguments.front().starts_with('-')) return false;
  return std::ranges::none_of(
      commands, [&](const auto& command) { return command->name() == arguments.front(); });
}

int code(Exit exit) {
  return static_cast<int>(exit);
}

}  // namespace

Exit print_error(Streams& streams, const std::string& about, const base::Error& error) {
  const std::string start = "throughline: " + (about.empty() ? "" : about + ": ");
  for (const base::Problem& problem : error.problems) {
    streams.err << start;
    if (problem.row > 0) streams.err << "row " << problem.row << ": ";
    streams.err << problem.message << '\n';
  }
  const bool says_more = error.message != base::refuse({}).value().message;
  if (error.problems.empty() || says_more) {
    streams.err << start << error.message << '\n';
  }
  return Exit::refused;
}

int run_program(const std::vector<std::string>& arguments, Streams streams,
                const Commands& commands) {
  CLI::App app{purpose, "throughline"};
  app.footer(exit_codes);
  app.require_subcommand(1);
  for (const auto& command : commands) {
    command->declare(*app.add_subcommand(command->name(), command->purpose()));
  }
  if (names_no_command(arguments, commands)) {
    streams.err << "throughline: there is no command '" << arguments.front()
                << "'; throughline --help lists them\n";
    return code(Exit::wrong_usage);
  }
  try {
    app.parse(reversed(arguments));
  } catch (const CLI::ParseError& error) {
    const bool asked_for_help = error.get_exit_code() == 0;
    app.exit(error, streams.out, streams.err);
    return code(asked_for_help ? Exit::fine : Exit::wrong_usage);
  }
  try {
    for (const auto& command : commands) {
      if (app.got_subcommand(command->name())) return code(command->run(streams));
    }
    return code(Exit::wrong_usage);
  } catch (const std::exception& error) {
    streams.err << "throughline: something is broken: " << error.what() << '\n';
    return code(Exit::broken);
  }
}

}  // namespace throughline::cli
