#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "web/publish/report/report_paper.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <ostream>

namespace throughline::cli {
namespace {

namespace report = publish::report;

class ReportCommand final : public Command {
 public:
  std::string name() const override { return "report"; }
  std::string purpose() const override {
    return "Write a report: of complaints, for a quarter or for a year to 31 March";
  }

  void declare(CLI::App& app) override {
    app.require_subcommand(1);
    auto* complaints = app.add_subcommand("complaints", "Complaints, with the year before beside");
    where_.declare_database(*complaints);
    where_.declare_authority(*complaints);
    complaints
        ->add_option("--year", year_,
                     "The year in which the year to report on begins: 2025 is "
                     "April 2025 to March 2026")
        ->required();
    complaints->add_option("--quarter", quarter_,
                           "1: April to June ... 4: January to March; left out: the whole year");
    complaints->add_option("--format", format_, "html, pdf, docx or csv")->default_val("html");
    complaints->add_option("--as-at", as_at_, "The day on which to look; left out: today");
    complaints->add_flag("--public", public_,
                         "Without small numbers, as it may be given to anyone");
    complaints->add_option("--output", output_, "The file to write; left out: standard output");
  }

  Exit run(Streams& streams) override {
    const auto period = report::period_of(year_, quarter_);
    if (!period) {
      return print_error(streams, "",
                         {base::ErrorKind::invalid, "there is no such year or quarter", {}});
    }
    auto today = base::london_date(base::SystemClock{}.now());
    if (!as_at_.empty()) {
      const auto given = base::date_from_text(as_at_);
      if (!given) return print_error(streams, as_at_, given.error());
      today = *given;
    }
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const auto authority = chosen_authority(**database, where_);
    if (!authority) return print_error(streams, "", authority.error());
    const auto given = (*database)->read([&](store::Reader& reader) {
      return report::report_now(reader, *authority, *period, today);
    });
    const auto file = web::report_file(
        given, public_ ? report::Readers::everyone : report::Readers::staff, format_);
    if (!file) return print_error(streams, format_, file.error());
    return write(streams, file->content);
  }

 private:
  Exit write(Streams& streams, const std::string& content) const {
    if (output_.empty()) {
      streams.out << content;
      return Exit::fine;
    }
    std::ofstream out(output_, std::ios::binary);
    out << content;
    out.close();
    // A disk that is full is a broken world.
    if (!out) throw std::runtime_error("cannot write " + output_);
    return Exit::fine;
  }

  Where where_;
  int year_ = 0;
  int quarter_ = 0;
  std::string format_;
  std::string as_at_;
  bool public_ = false;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> report_command() {
  return std::make_unique<ReportCommand>();
}

}  // namespace throughline::cli
