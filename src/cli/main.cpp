#include "cli/commands.hpp"
#include "cli/program.hpp"

#include <iostream>

int main(int count, char** arguments) {
  using namespace throughline::cli;
  return run_program({arguments + 1, arguments + count}, {std::cin, std::cout, std::cerr},
                     all_commands());
}
