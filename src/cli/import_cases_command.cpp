#include "base/random.hpp"
#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "hear/case_import.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fstream>
#include <ostream>

namespace throughline::cli {
namespace {

namespace json = boost::json;

class ImportCasesCommand final : public Command {
 public:
  std::string name() const override { return "cases"; }
  std::string purpose() const override {
    return "Take in cases from a CSV file; taking a file in twice adds nothing the second time";
  }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    where_.declare_authority(app);
    app.add_option("file", file_, "The file: received, kind, words and other columns")->required();
    app.add_flag("--keep-good", keep_good_, "Take in the good rows when others have problems");
    app.add_flag("--json", json_, "Print JSON");
  }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const auto authority = chosen_authority(**database, where_);
    if (!authority) return print_error(streams, "", authority.error());
    std::ifstream stream(file_, std::ios::binary);
    if (!stream) {
      return print_error(
          streams, file_,
          {base::ErrorKind::not_found, "There is no such file, or it cannot be read", {}});
    }
    base::SystemRandom random;
    const record::Work work{authority->id,
                            {"", "Import from the command line", record::Role::administrator},
                            base::SystemClock{}.now(),
                            random};
    const auto file = (*database)->read([&](store::Reader& reader) {
      return hear::read_case_file(stream, reader, authority->id, work.today());
    });
    if (!file) return print_error(streams, file_, file.error());
    if (!file->problems.empty()) {
      print_error(streams, file_,
                  {base::ErrorKind::invalid,
                   keep_good_ ? "Some rows were left out"
                              : "Nothing was taken in: some rows have problems (--keep-good takes "
                                "in the others)",
                   file->problems});
      if (!keep_good_) return Exit::refused;
    }
    const auto outcome = (*database)->write(
        [&](store::Writer& writer) { return hear::import_cases(writer, work, *file); });
    print(streams, *file, outcome);
    return file->problems.empty() ? Exit::fine : Exit::refused;
  }

 private:
  void print(Streams& streams, const hear::CaseFile& file, const hear::CaseImport& outcome) const {
    if (json_) {
      json::array ignored(file.ignored_columns.begin(), file.ignored_columns.end());
      streams.out << json::serialize(json::object{{"added", outcome.added},
                                                  {"already_here", outcome.already_here},
                                                  {"problems", file.problems.size()},
                                                  {"ignored_columns", std::move(ignored)}})
                  << '\n';
      return;
    }
    streams.out << outcome.added << " cases added, " << outcome.already_here
                << " were here already\n";
    for (const auto& column : file.ignored_columns) {
      streams.err << "throughline: column not used: " << column << '\n';
    }
  }

  Where where_;
  std::string file_;
  bool keep_good_ = false;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> import_cases_command() {
  return std::make_unique<ImportCasesCommand>();
}

}  // namespace throughline::cli
