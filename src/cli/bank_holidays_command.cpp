#include "cli/commands.hpp"
#include "cli/saved_file.hpp"
#include "record/bank_holidays.hpp"
#include "record/bank_holidays_file.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class BankHolidaysCommand final : public Command {
 public:
  std::string name() const override { return "bank-holidays"; }
  std::string purpose() const override {
    return "Compare the bank holidays of this program with a file from GOV.UK";
  }

  void declare(CLI::App& app) override {
    app.add_option("file", file_, "The file saved from https://www.gov.uk/bank-holidays.json")
        ->required();
  }

  Exit run(Streams& streams) override {
    const auto bytes = bytes_of_page(file_);
    if (!bytes) return print_error(streams, file_, bytes.error());
    const auto theirs = record::read_bank_holidays_file(*bytes);
    if (!theirs) return print_error(streams, file_, theirs.error());
    const auto& ours = record::working_days();
    const auto found = record::compare_bank_holidays(ours, *theirs);
    for (const auto& each : found.only_there) {
      streams.out << "only in the file: " << base::to_text(each.date) << ' ' << each.title << '\n';
    }
    for (const auto date : found.only_here) {
      streams.out << "only in this program: " << base::to_text(date) << '\n';
    }
    for (const auto& each : found.beyond) {
      streams.out << "after this program's list: " << base::to_text(each.date) << ' ' << each.title
                  << '\n';
    }
    if (!found.compared) {
      streams.err << "throughline: the file has no year of this program's list, "
                  << base::to_text(ours.first()) << " to " << base::to_text(ours.last()) << '\n';
      return Exit::refused;
    }
    const auto days = base::to_text(found.first) + " to " + base::to_text(found.last);
    if (found.only_there.empty() && found.only_here.empty()) {
      streams.out << "the same, " << days << '\n';
      return Exit::fine;
    }
    streams.err << "throughline: the lists differ, " << days
                << ". Deadlines in working days may be wrong\n";
    return Exit::refused;
  }

 private:
  std::string file_;
};

}  // namespace

std::unique_ptr<Command> bank_holidays_command() {
  return std::make_unique<BankHolidaysCommand>();
}

}  // namespace throughline::cli
