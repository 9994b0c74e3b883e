#include "base/random.hpp"
#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "record/service.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class CouncilCommand final : public Command {
 public:
  std::string name() const override { return "council"; }
  std::string purpose() const override { return "Set up a council"; }

  void declare(CLI::App& app) override {
    auto& add = *app.add_subcommand("add", "Add a council to a database");
    app.require_subcommand(1);
    where_.declare_database(add);
    add.add_option("--id", id_, "A short name that never changes, like aldermere")->required();
    add.add_option("--name", name_, "The council's full name")->required();
    add.add_option("--host", host_,
                   "The host name its pages answer to; left out: any that no other council has");
    add.add_option("--service", services_,
                   "A service that people can speak about, like \"Home care\"; once for each");
  }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const base::SystemClock clock;
    const auto made =
        (*database)->write([&](store::Writer& writer) { return set_up(writer, clock); });
    if (!made) return print_error(streams, "", made.error());
    streams.out << made->name << " is set up. Add its first administrator with:\n"
                << "  throughline user add --database " << where_.database << " --authority "
                << made->id << " --role administrator --email ... --name ... --generate\n";
    return Exit::fine;
  }

 private:
  // All of it or nothing: a service that is refused takes the council with it.
  base::Result<record::Authority> set_up(store::Writer& writer, const base::Clock& clock) const {
    const auto made = record::create_authority(writer, clock, id_, name_, host_);
    if (!made) return made;
    base::SystemRandom random;
    const record::Work work{
        made->id, {"", "Command line", record::Role::administrator}, clock.now(), random};
    for (const auto& name : services_) {
      const auto added = record::add_service(writer, work, name);
      if (!added) return tl::make_unexpected(added.error());
    }
    return made;
  }

  Where where_;
  std::string id_;
  std::string name_;
  std::string host_;
  std::vector<std::string> services_;
};

}  // namespace

std::unique_ptr<Command> council_command() {
  return std::make_unique<CouncilCommand>();
}

}  // namespace throughline::cli
