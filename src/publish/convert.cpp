#include "publish/convert.hpp"

#include "publish/child_program.hpp"

#include <vector>

namespace throughline::publish {
namespace {

struct Program {
  std::string_view name;
  std::string_view what;
  std::string_view type;
};

const Program& program_of(Converter converter) {
  static constexpr Program weasyprint{"weasyprint", "PDF", "application/pdf"};
  static constexpr Program pandoc{
      "pandoc", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};
  return converter == Converter::pdf ? weasyprint : pandoc;
}

std::vector<std::string> arguments_of(Converter converter) {
  if (converter == Converter::pdf) return {"--quiet", "--encoding", "utf-8", "-", "-"};
  // Without --sandbox, with which Debian's pandoc cannot reach its own Word template: the page it
  // is given is ours, and every word in it that people wrote is escaped.
  return {"--from", "html", "--to", "docx", "--output", "-"};
}

}  // namespace

std::string_view content_type(Converter converter) {
  return program_of(converter).type;
}

std::string why_missing(Converter converter) {
  const Program& program = program_of(converter);
  if (find_program(program.name)) return {};
  return "There is no " + std::string(program.what) + " download, because the program " +
         std::string(program.name) + " is not installed on this server.";
}

base::Result<std::string> convert(Converter converter, const std::string& html) {
  const auto path = find_program(program_of(converter).name);
  if (!path) return base::refuse(base::ErrorKind::unsupported, why_missing(converter));
  auto made = run_program(*path, arguments_of(converter), html, {});
  if (made) return made;
  return base::refuse(base::ErrorKind::unsupported,
                      "The " + std::string(program_of(converter).what) +
                          " download could not be made: " + made.error().message +
                          ". Try again, or take the HTML download");
}

}  // namespace throughline::publish
