#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "record/bank_holidays.hpp"
#include "record/verify.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class VerifyCommand final : public Command {
 public:
  std::string name() const override { return "verify"; }
  std::string purpose() const override {
    return "Prove that no event was altered or taken out, and that no link hangs loose";
  }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    where_.declare_authority(app);
    auto* head = app.add_option("--head", kept_.hash, "A head's hash that was kept elsewhere ...");
    auto* at = app.add_option("--at", kept_.sequence, "... and the number of its event");
    head->needs(at);
    at->needs(head);
    app.add_flag("--json", json_, "Print JSON, one object a line for each council");
  }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    auto councils =
        (*database)->read([](store::Reader& reader) { return record::authorities(reader); });
    const bool compares = !kept_.hash.empty();
    if (!where_.authority.empty() || compares) {
      const auto chosen = chosen_authority(**database, where_);
      if (!chosen) return print_error(streams, "", chosen.error());
      councils = {*chosen};
    }
    auto exit = Exit::fine;
    for (const auto& council : councils) {
      const auto found = (*database)->read([&](store::Reader& reader) {
        return record::verify(reader, council.id, compares ? std::optional(kept_) : std::nullopt);
      });
      if (found.fault) exit = Exit::refused;
      print(streams, found);
    }
    // Not a fault of what was kept, so it changes no exit code and stays out of the JSON.
    if (const auto warning = record::calendar_warning(
            record::working_days(), base::london_date(base::SystemClock().now()))) {
      streams.err << "throughline: " << *warning << '\n';
    }
    return exit;
  }

 private:
  void print(Streams& streams, const record::Verification& found) const {
    if (json_) {
      streams.out << record::verification_json(found) << '\n';
      return;
    }
    if (found.fault) {
      streams.err << "throughline: " << found.authority_id << ": " << *found.fault << '\n';
      return;
    }
    streams.out << found.authority_id << ": sound; " << found.events << " events, " << found.links
                << " links, head " << found.head << " at " << found.events << '\n';
  }

  Where where_;
  record::KeptHead kept_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> verify_command() {
  return std::make_unique<VerifyCommand>();
}

}  // namespace throughline::cli
