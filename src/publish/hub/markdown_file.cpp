#include "publish/hub/markdown_file.hpp"

#include "formats/encoding.hpp"
#include "text/characters.hpp"

namespace throughline::publish::hub {
namespace {

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

// The first line that says something, when it begins with `mark`: taken out of the text.
std::string taken_line(std::string_view& text, std::string_view mark) {
  auto rest = text;
  while (!rest.empty() && text::trimmed(first_line(rest)).empty()) {
    rest.remove_prefix(std::min(first_line(rest).size() + 1, rest.size()));
  }
  const auto line = first_line(rest);
  if (!line.starts_with(mark)) return {};
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  text = rest;
  return text::tidied(line.substr(mark.size()));
}

std::string title_from_name(std::string_view file_name) {
  std::string title{file_name.substr(0, std::min(file_name.rfind('.'), file_name.size()))};
  for (char& c : title) {
    if (c == '-' || c == '_') c = ' ';
  }
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return formats::is_utf8(title) ? text::tidied(title) : "";
}

}  // namespace

std::string markdown_of(const Page& page) {
  return "# " + page.title + "\n\n> " + page.summary + "\n\n" + page.body +
         (page.body.ends_with('\n') ? "" : "\n");
}

base::Result<PageForm> form_from_markdown(std::string_view bytes, std::string_view file_name) {
  if (bytes.size() > formats::most_markdown_bytes) {
    return base::refuse({{"file", "The file must be 200 kB or smaller"}});
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!formats::is_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
    return base::refuse({{"file", "The file must be text in Markdown, saved as UTF-8"}});
  }
  std::string text;
  for (const char c : bytes) {
    if (c != '\r') text += c;
  }
  if (text::trimmed(text).empty()) return base::refuse({{"file", "The file is empty"}});
  std::string_view rest = text;
  PageForm form;
  form.title = taken_line(rest, "# ");
  form.summary = taken_line(rest, "> ");
  if (form.title.empty()) form.title = title_from_name(file_name);
  while (rest.starts_with('\n')) rest.remove_prefix(1);
  form.body = std::string(rest);
  return form;
}

}  // namespace throughline::publish::hub
