#include "cli/commands.hpp"
#include "cli/rebuild.hpp"
#include "cli/where.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class RebuildCommand final : public Command {
 public:
  std::string name() const override { return "rebuild"; }
  std::string purpose() const override {
    return "Fill what is derived (the nodes of the line, the search index) anew";
  }

  void declare(CLI::App& app) override { where_.declare_database(app); }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    auto exit = Exit::fine;
    for (const auto& council :
         (*database)->read([](store::Reader& reader) { return record::authorities(reader); })) {
      const auto done =
          (*database)->write([&](store::Writer& writer) { return rebuild(writer, council.id); });
      if (!done) {
        exit = print_error(streams, council.id, done.error());
        continue;
      }
      streams.out << council.id << ": " << done->nodes
                  << " records on the line (before: " << done->nodes_before << "), " << done->texts
                  << " texts to search\n";
    }
    return exit;
  }

 private:
  Where where_;
};

}  // namespace

std::unique_ptr<Command> rebuild_command() {
  return std::make_unique<RebuildCommand>();
}

}  // namespace throughline::cli
