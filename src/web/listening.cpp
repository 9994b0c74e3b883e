#include "web/listening.hpp"

#include "base/digits.hpp"
#include "templates/language.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace throughline::web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> spelled_out = {{
    {"ADASS", "Association of Directors of Adult Social Services"},
    {"ASCOF", "Adult Social Care Outcomes Framework"},
    {"BSL", "British Sign Language"},
    {"CQC", "Care Quality Commission"},
    {"LGSCO", "Local Government and Social Care Ombudsman"},
    {"NHS", "National Health Service"},
    {"SAR", "safeguarding adults review"},
    {"WCAG", "Web Content Accessibility Guidelines"},
}};

bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string with_words_spelled_out(std::string_view text) {
  std::string said;
  while (!text.empty()) {
    if (!is_letter(text.front())) {
      said += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto* const end = std::ranges::find_if_not(text, is_letter);
    const std::string_view word(text.begin(), end);
    const auto* const known =
        std::ranges::find(spelled_out, word, &std::pair<std::string_view, std::string_view>::first);
    // In brackets it stands behind its own words.
    const bool explained = said.ends_with('(');
    said += known == spelled_out.end() || explained ? word : known->second;
    text.remove_prefix(word.size());
  }
  return said;
}

struct Tag {
  std::string_view whole;
  std::string_view name;
  bool closes = false;
};

Tag tag_at(std::string_view html) {
  char quote = 0;
  std::size_t end = 1;
  for (; end < html.size(); ++end) {
    const char c = html[end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  Tag tag{html.substr(0, std::min(end + 1, html.size())), {}, false};
  auto name = tag.whole.substr(1);
  tag.closes = name.starts_with('/');
  if (tag.closes) name.remove_prefix(1);
  tag.name = name.substr(0, name.find_first_of(" \t\r\n/>"));
  return tag;
}

std::string_view attribute(const Tag& tag, std::string_view name) {
  const auto opening = std::string(" ") + std::string(name) + "=\"";
  const auto at = tag.whole.find(opening);
  if (at == std::string_view::npos) return {};
  const auto value = tag.whole.substr(at + opening.size());
  return value.substr(0, value.find('"'));
}

// Where nothing is a word of ours: scripts, what is typed, drawings, and what people wrote.
bool is_left_alone(const Tag& tag) {
  constexpr std::array names = {"script", "style", "textarea", "select", "svg"};
  if (std::ranges::find(names, tag.name) != names.end()) return true;
  const auto classes = attribute(tag, "class");
  return classes.find("their-words") != std::string_view::npos ||
         classes.find("kept-lines") != std::string_view::npos || attribute(tag, "dir") == "auto";
}

// From an element's opening tag to the end of its closing one.
std::string_view element_at(std::string_view html, const Tag& opening) {
  if (opening.whole.ends_with("/>")) return opening.whole;
  std::size_t depth = 0;
  std::size_t at = 0;
  while (at < html.size()) {
    at = html.find('<', at);
    if (at == std::string_view::npos) return html;
    const auto tag = tag_at(html.substr(at));
    at += tag.whole.size();
    if (tag.name != opening.name) continue;
    if (!tag.closes) ++depth;
    if (tag.closes && --depth == 0) return html.substr(0, at);
  }
  return html;
}

struct Table {
  std::vector<std::string> headings;
  bool in_head = false;
  std::size_t column = 0;
  std::size_t cell_began = 0;  // where its words begin in what was written
  std::size_t cell_opened = 0;
};

class Listening {
 public:
  std::string of(std::string_view html) {
    english_ = &templates::spoken() == &templates::english();
    while (!html.empty()) {
      if (html.front() != '<') {
        const auto words = html.substr(0, html.find('<'));
        say(english_ ? with_words_spelled_out(words) : std::string(words));
        html.remove_prefix(words.size());
        continue;
      }
      const auto tag = tag_at(html);
      if (!tag.closes && is_left_alone(tag)) {
        const auto whole = element_at(html, tag);
        say(std::string(whole));
        html.remove_prefix(whole.size());
        continue;
      }
      if (!took(tag) && !in_head()) out_ += tag.whole;
      html.remove_prefix(tag.whole.size());
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool in_head() const { return !tables_.empty() && tables_.back().in_head; }

  void say(const std::string& words) {
    if (!in_head()) {
      out_ += words;
    } else if (!tables_.back().headings.empty()) {
      tables_.back().headings.back() += words;
    }
  }

  bool took(const Tag& tag) {
    if (tag.name == "table") {
      if (!tag.closes) tables_.emplace_back();
      if (tag.closes && !tables_.empty()) tables_.pop_back();
      out_ += tag.closes ? "</div>" : "<div class=\"listening-table\">";
      return true;
    }
    if (tables_.empty()) return false;
    if (tag.name == "caption") {
      out_ += tag.closes ? "</div>" : "<div class=\"listening-caption govuk-body\">";
      return true;
    }
    if (tag.name == "thead") {
      tables_.back().in_head = !tag.closes;
      return true;
    }
    if (tag.name == "tbody" || tag.name == "tfoot" || tag.name == "colgroup" || tag.name == "col") {
      return true;
    }
    if (tag.name == "tr") {
      if (!in_head()) row(tag);
      return true;
    }
    if (tag.name == "th" || tag.name == "td") {
      cell(tag);
      return true;
    }
    return false;
  }

  void row(const Tag& tag) {
    tables_.back().column = 0;
    if (tag.closes) {
      out_ += "</div>";
      return;
    }
    out_ += "<div class=\"listening-row govuk-body\"";
    if (const auto id = attribute(tag, "id"); !id.empty()) {
      out_.append(" id=\"").append(id).append("\"");
    }
    out_ += ">";
  }

  void cell(const Tag& tag) {
    auto& table = tables_.back();
    if (table.in_head) {
      if (!tag.closes) table.headings.emplace_back();
      return;
    }
    if (tag.closes) {
      end_cell(table);
      return;
    }
    table.cell_opened = out_.size();
    out_ += "<div class=\"listening-cell\">";
    if (table.column < table.headings.size()) {
      const auto heading = text::trimmed(table.headings[table.column]);
      if (!heading.empty()) {
        out_.append("<span class=\"listening-name\">").append(heading).append(":</span> ");
      }
    }
    table.cell_began = out_.size();
    table.column +=
        static_cast<std::size_t>(std::max(1, base::digits(attribute(tag, "colspan")).value_or(1)));
  }

  // A sentence ends with a stop; a cell with nothing in it says nothing.
  void end_cell(const Table& table) {
    const auto last = out_.find_last_not_of(" \t\r\n");
    if (last == std::string::npos || last < table.cell_began) {
      out_.resize(table.cell_opened);
      return;
    }
    if (is_letter(out_[last]) || out_[last] == '%' || out_[last] == ')') {
      out_.insert(last + 1, ".");
    }
    out_ += "</div>";
  }

  std::string out_;
  std::vector<Table> tables_;
  bool english_ = true;
};

}  // namespace

std::string for_listening(std::string_view html) {
  return Listening().of(html);
}

}  // namespace throughline::web
