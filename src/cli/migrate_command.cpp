#include "cli/commands.hpp"
#include "cli/where.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class MigrateCommand final : public Command {
 public:
  std::string name() const override { return "migrate"; }
  std::string purpose() const override {
    return "Make a database, or bring one up to date with this program";
  }

  void declare(CLI::App& app) override { where_.declare_database(app); }

  Exit run(Streams& streams) override {
    const auto database = store::open(where_.database);
    if (!database) return print_error(streams, where_.database, database.error());
    const auto applied = bring_up_to_date(**database, base::SystemClock{});
    if (!applied) return print_error(streams, where_.database, applied.error());
    for (const auto& each : *applied) {
      streams.out << "applied " << each.number << " " << each.name << '\n';
    }
    if (applied->empty()) streams.out << "up to date\n";
    return Exit::fine;
  }

 private:
  Where where_;
};

}  // namespace

std::unique_ptr<Command> migrate_command() {
  return std::make_unique<MigrateCommand>();
}

}  // namespace throughline::cli
