#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <utility>
#include <vector>

namespace throughline::cli {
namespace {

// `throughline import cases`, `throughline import assessments`: each is a command of its own.
class ImportCommand final : public Command {
 public:
  explicit ImportCommand(Commands kinds) : kinds_(std::move(kinds)) {}

  std::string name() const override { return "import"; }
  std::string purpose() const override { return "Bring in what is kept elsewhere"; }

  void declare(CLI::App& app) override {
    app.require_subcommand(1);
    for (const auto& kind : kinds_) {
      auto* declared = app.add_subcommand(kind->name(), kind->purpose());
      kind->declare(*declared);
      declared_.push_back(declared);
    }
  }

  Exit run(Streams& streams) override {
    for (std::size_t index = 0; index < kinds_.size(); ++index) {
      if (declared_[index]->parsed()) return kinds_[index]->run(streams);
    }
    return Exit::wrong_usage;
  }

 private:
  Commands kinds_;
  std::vector<CLI::App*> declared_;
};

}  // namespace

std::unique_ptr<Command> import_command() {
  Commands kinds;
  kinds.push_back(import_cases_command());
  kinds.push_back(import_assessments_command());
  return std::make_unique<ImportCommand>(std::move(kinds));
}

}  // namespace throughline::cli
