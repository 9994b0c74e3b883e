#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "publish/export.hpp"
#include "publish/publish.hpp"
#include "web/publish/paper.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

namespace throughline::cli {
namespace {

// Throws when the disk is full or the folder cannot be written: the world is broken.
void keep_file(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

class ExportCommand final : public Command {
 public:
  std::string name() const override { return "export"; }
  std::string purpose() const override {
    return "Write everything a council holds to a folder, as CSV and JSON, with its published "
           "pages";
  }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    where_.declare_authority(app);
    app.add_option("folder", folder_, "A folder that is new or empty")->required();
    app.add_flag("--with-words", with_words_,
                 "Also people's own words, and who they are; keep such an export locked away");
    app.add_flag("--json", json_, "Print JSON");
  }

  Exit run(Streams& streams) override {
    std::error_code none;
    if (std::filesystem::exists(folder_, none) && !std::filesystem::is_empty(folder_, none)) {
      return print_error(streams, folder_,
                         {base::ErrorKind::conflict, "is not empty; name a new folder", {}});
    }
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const auto authority = chosen_authority(**database, where_);
    if (!authority) return print_error(streams, "", authority.error());
    base::SystemRandom random;
    const record::Work work{authority->id,
                            {"", "The command line", record::Role::administrator},
                            base::SystemClock().now(),
                            random};
    const auto words =
        with_words_ ? publish::ExportWords::included : publish::ExportWords::left_out;
    (*database)->write([&](store::Writer& writer) { publish::note_export(writer, work, words); });
    const auto summary = (*database)->read([&](store::Reader& reader) {
      keep_pages(reader, authority->id);
      return publish::export_council(reader, work, words, [&](const publish::ExportedFile& file) {
        keep_file(std::filesystem::path(folder_) / file.path, file.content);
      });
    });
    print(streams, summary);
    return Exit::fine;
  }

 private:
  void keep_pages(store::Reader& reader, const std::string& authority_id) const {
    const auto standing = publish::standing_publication(reader, authority_id);
    if (!standing) return;
    const auto folder = std::filesystem::path(folder_) / "published";
    const auto summary = publish::published_summary(reader, authority_id, standing->ref);
    keep_file(folder / "summary.html", web::paper(summary));
    for (const auto& line : summary.lines) {
      const auto page =
          publish::published_statement(reader, authority_id, standing->ref, line.statement);
      if (page) keep_file(folder / (line.statement + ".html"), web::paper(*page));
    }
  }

  void print(Streams& streams, const publish::ExportSummary& summary) const {
    if (json_) {
      streams.out << "{\"tables\":{";
      for (std::size_t at = 0; at < summary.tables.size(); ++at) {
        streams.out << (at ? "," : "") << '"' << summary.tables[at].name
                    << "\":" << summary.tables[at].rows;
      }
      streams.out << "},\"documents\":" << summary.documents << "}\n";
      return;
    }
    for (const auto& table : summary.tables) {
      streams.out << table.name << "  " << table.rows << '\n';
    }
    streams.out << "documents  " << summary.documents << '\n';
    if (!with_words_) {
      streams.err << "throughline: people's own words and who they are were left out; "
                     "--with-words takes them too\n";
    }
  }

  Where where_;
  std::string folder_;
  bool with_words_ = false;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> export_command() {
  return std::make_unique<ExportCommand>();
}

}  // namespace throughline::cli
