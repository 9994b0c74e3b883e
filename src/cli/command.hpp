#pragma once

// One command of the command line: what it is called, what it takes and what it does. A command
// translates arguments into a call of a stage and prints the outcome; it decides nothing itself.

#include "base/result.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace throughline::cli {

// What the program ends with; listed in `throughline --help` and docs/command-line.md.
enum class Exit {
  fine = 0,
  refused = 1,      // the input was read and something in it was refused
  wrong_usage = 2,  // the arguments make no sense
  broken = 3,       // the world is broken: a database is lost, a disk is full, a bug
};

// Where a command reads and writes: results go to `out`, problems to `err`.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

class Command {
 public:
  virtual ~Command() = default;
  [[nodiscard]] virtual std::string name() const = 0;     // "read"
  [[nodiscard]] virtual std::string purpose() const = 0;  // one sentence
  // Declares its options and arguments, bound to members.
  virtual void declare(CLI::App& app) = 0;
  [[nodiscard]] virtual Exit run(Streams& streams) = 0;
};

using Commands = std::vector<std::unique_ptr<Command>>;

// Prints each problem of an error, one a line, and then its message, on `err`; gives Exit::refused.
// `about` is the file or argument it belongs to; may be empty.
Exit print_error(Streams& streams, const std::string& about, const base::Error& error);

}  // namespace throughline::cli
