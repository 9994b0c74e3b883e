#include "publish/convert.hpp"

#include "base/random.hpp"
#include "publish/child_program.hpp"

#include <array>
#include <stdexcept>

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

// A PDF has an identifier, by chance if none is given; what the page says is as good a one.
std::vector<std::string> arguments_of(Converter converter, const std::string& html) {
  if (converter == Converter::pdf) {
    return {"--quiet",
            "--encoding",
            "utf-8",
            "--pdf-variant",
            "pdf/ua-1",
            "--pdf-identifier",
            base::sha256_hex(html).substr(0, 32),
            "-",
            "-"};
  }
  // Without --sandbox, with which Debian's pandoc cannot reach its own Word template: the page it
  // is given is ours, every word in it that people wrote is escaped, and it names no other file.
  return {"--from", "html", "--to", "docx", "--output", "-"};
}

// Both programs take the time they write into a file from SOURCE_DATE_EPOCH. The proxy that is not
// there is a second lock on the door: neither could reach the network if it tried.
std::vector<std::string> environment_for(base::Date dated) {
  const auto noon = std::chrono::sys_days(dated) + std::chrono::hours(12);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(noon.time_since_epoch());
  return {"SOURCE_DATE_EPOCH=" + std::to_string(seconds.count()), "TZ=UTC",
          "http_proxy=http://127.0.0.1:9", "https_proxy=http://127.0.0.1:9"};
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

std::vector<std::string> missing_downloads() {
  std::vector<std::string> missing;
  for (const Converter converter : {Converter::pdf, Converter::docx}) {
    if (auto why = why_missing(converter); !why.empty()) missing.push_back(std::move(why));
  }
  return missing;
}

bool names_another_file(std::string_view html) {
  constexpr std::array<std::string_view, 14> openings = {
      "<img",   "<image", "<link",   "<object", "<embed", "<iframe", "<frame",
      "<video", "<audio", "<source", "<script", "<base",  "<use",    "<input"};
  // Text that people wrote is escaped, so that "<" only ever opens an element of a template.
  for (const auto opening : openings) {
    if (html.find(opening) != std::string_view::npos) return true;
  }
  const auto sheet = html.find("<style");
  if (sheet == std::string_view::npos) return false;
  const auto css = html.substr(sheet, html.find("</style", sheet) - sheet);
  return css.find("url(") != std::string_view::npos ||
         css.find("@import") != std::string_view::npos;
}

base::Result<std::string> convert(Converter converter, const std::string& html, base::Date dated) {
  if (names_another_file(html)) {
    throw std::logic_error("a page to be converted names another file");
  }
  const auto path = find_program(program_of(converter).name);
  if (!path) return base::refuse(base::ErrorKind::unsupported, why_missing(converter));
  ChildLimits limits;
  limits.environment = environment_for(dated);
  auto made = run_program(*path, arguments_of(converter, html), html, limits);
  if (made) return made;
  return base::refuse(base::ErrorKind::unsupported,
                      "The " + std::string(program_of(converter).what) +
                          " download could not be made: " + made.error().message +
                          ". Try again, or take the HTML download");
}

}  // namespace throughline::publish
