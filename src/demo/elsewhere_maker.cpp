#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "judge/elsewhere/library.hpp"
#include "judge/elsewhere/reader.hpp"

#include <memory>

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

constexpr std::string_view folder = "assessments/";
// A month in which the quality lead read what other councils had been told.
constexpr const char* when = "5m+9";

namespace elsewhere = judge::elsewhere;

// The first strength of the file's first page, as "elsewhere:hollinbrook-learning.html".
void remember(store::Reader& reader, Known& known, const std::string& name,
              const std::string& page_ref) {
  elsewhere::StatementFilter filter;
  filter.page_ref = page_ref;
  filter.polarity = elsewhere::Polarity::strength;
  const auto found = elsewhere::library_statements(reader, known.council.id, filter, 1, 0);
  if (!found.empty()) known.refs["elsewhere:" + name] = found.front().ref;
}

}  // namespace

void put_library(Timeline& timeline, Known& known) {
  const auto reader = std::make_shared<elsewhere::Reader>(elsewhere::Reader::built_in());
  for (const auto& file : embedded_demo()) {
    if (!file.path.starts_with(folder)) continue;
    const std::string name(file.path.substr(folder.size()));
    timeline.at(known.moment(when, name), known.person("quality"),
                [&known, reader, name, &file](auto& writer, const auto& work) {
                  const auto kept =
                      must(elsewhere::import_file(writer, work, *reader, name, file.content));
                  if (!kept.added.empty()) remember(writer, known, name, kept.added.front());
                });
  }
}

}  // namespace throughline::demo
