#include "cli/commands.hpp"
#include "cli/saved_file.hpp"
#include "judge/elsewhere/page_json.hpp"
#include "judge/elsewhere/page_text.hpp"
#include "judge/elsewhere/reader.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

namespace elsewhere = judge::elsewhere;

class ReadCommand final : public Command {
 public:
  std::string name() const override { return "read"; }
  std::string purpose() const override {
    return "Read published assessment pages, saved as text or HTML, into evidence statements";
  }

  void declare(CLI::App& app) override {
    app.add_option("files", files_, "Saved pages; a file may hold a whole report")
        ->required()
        ->expected(1, -1);
    app.add_flag("--json", json_, "Print one JSON object a line for each published page");
  }

  Exit run(Streams& streams) override {
    const elsewhere::Reader reader = elsewhere::Reader::built_in();
    Exit exit = Exit::fine;
    for (const std::string& file : files_) {
      if (!read_file(streams, reader, file)) exit = Exit::refused;
    }
    return exit;
  }

 private:
  bool read_file(Streams& streams, const elsewhere::Reader& reader, const std::string& file) const {
    const base::Result<std::string> bytes = bytes_of_page(file);
    if (!bytes) {
      print_error(streams, file, bytes.error());
      return false;
    }
    const elsewhere::PagesFound found = reader.read(*bytes);
    for (const elsewhere::PublishedPage& page : found.pages) {
      streams.out << (json_ ? elsewhere::to_json(page, file) + "\n"
                            : elsewhere::to_report(page, file));
    }
    for (const base::Error& error : found.errors) print_error(streams, file, error);
    return found.errors.empty();
  }

  std::vector<std::string> files_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> read_command() {
  return std::make_unique<ReadCommand>();
}

}  // namespace throughline::cli
