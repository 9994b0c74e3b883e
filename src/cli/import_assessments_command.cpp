#include "cli/commands.hpp"
#include "cli/saved_file.hpp"
#include "cli/where.hpp"
#include "judge/elsewhere/library.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <ostream>

namespace throughline::cli {
namespace {

namespace elsewhere = judge::elsewhere;
namespace fs = std::filesystem;

class ImportAssessmentsCommand final : public Command {
 public:
  std::string name() const override { return "assessments"; }
  std::string purpose() const override {
    return "Keep published assessment pages, saved as text or HTML, in the library";
  }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    where_.declare_authority(app);
    app.add_option("paths", paths_, "Folders of saved pages, or files")
        ->required()
        ->expected(1, -1);
    app.add_flag("--json", json_, "Print JSON: added, already_here, refused");
  }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const auto authority = chosen_authority(**database, where_);
    if (!authority) return print_error(streams, "", authority.error());
    base::SystemRandom random;
    const record::Work work{authority->id,
                            {"", "Command line", record::Role::administrator},
                            base::SystemClock{}.now(),
                            random};
    const elsewhere::Reader reader = elsewhere::Reader::built_in();
    for (const std::string& file : files()) import(streams, **database, work, reader, file);
    if (json_) {
      streams.out << boost::json::serialize(boost::json::object{
                         {"added", added_}, {"already_here", already_here_}, {"refused", refused_}})
                  << '\n';
    } else {
      streams.out << added_ << " pages added, " << already_here_ << " here already, " << refused_
                  << " refused\n";
    }
    return refused_ > 0 ? Exit::refused : Exit::fine;
  }

 private:
  // Every file that was named, and those in a named folder in order of name.
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> all;
    for (const std::string& path : paths_) {
      std::error_code error;
      if (!fs::is_directory(path, error)) {
        all.push_back(path);
        continue;
      }
      std::vector<std::string> inside;
      for (const auto& entry : fs::directory_iterator(path)) {
        if (entry.is_regular_file()) inside.push_back(entry.path().string());
      }
      std::ranges::sort(inside);
      all.insert(all.end(), inside.begin(), inside.end());
    }
    return all;
  }

  // A file that is refused changes nothing; the others are still kept.
  void import(Streams& streams, store::Database& database, const record::Work& work,
              const elsewhere::Reader& reader, const std::string& file) {
    const auto refuse = [&](const base::Error& error) {
      print_error(streams, file, error);
      ++refused_;
    };
    const base::Result<std::string> bytes = bytes_of_page(file);
    if (!bytes) return refuse(bytes.error());
    const auto outcome = database.write([&](store::Writer& writer) {
      return elsewhere::import_file(writer, work, reader, fs::path(file).filename().string(),
                                    *bytes);
    });
    if (!outcome) return refuse(outcome.error());
    added_ += static_cast<int>(outcome->added.size());
    already_here_ += outcome->already_here;
    for (const base::Error& error : outcome->errors) refuse(error);
  }

  Where where_;
  std::vector<std::string> paths_;
  bool json_ = false;
  int added_ = 0;
  int already_here_ = 0;
  int refused_ = 0;
};

}  // namespace

std::unique_ptr<Command> import_assessments_command() {
  return std::make_unique<ImportAssessmentsCommand>();
}

}  // namespace throughline::cli
