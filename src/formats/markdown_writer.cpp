#include "formats/markdown_writer.hpp"

#include "formats/svg.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>

namespace throughline::formats {
namespace {

using svg::escaped;

std::string_view text_of(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view{text};
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_capital(c) || is_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

// How long the reference that begins here is; 0: none does.
std::size_t reference_length(std::string_view text, std::size_t at) {
  if (at > 0 && is_word(text[at - 1])) return 0;
  std::size_t end = at;
  while (end < text.size() && is_capital(text[end])) ++end;
  if (end - at < 2 || end == text.size() || text[end] != '-') return 0;
  const std::size_t digits = ++end;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == digits || end - digits > 9 || (end < text.size() && is_word(text[end]))) return 0;
  return end - at;
}

// "section-what-it-costs".
std::string id_of(std::string_view heading) {
  std::string id = "section";
  bool gap = true;
  for (char c : heading) {
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || is_digit(c)) {
      if (gap) id += '-';
      id += c;
      gap = false;
    } else if (c != '\'' && static_cast<unsigned char>(c) < 0x80U) {
      gap = true;
    }
  }
  return id;
}

std::string_view heading_class(int level) {
  if (level == 2) return "govuk-heading-m";
  return "govuk-heading-s";
}

bool in_tight_list(cmark_node& node) {
  auto* item = cmark_node_parent(&node);
  if (item == nullptr || cmark_node_get_type(item) != CMARK_NODE_ITEM) return false;
  return cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
}

}  // namespace

void MarkdownWriter::plain_words(std::string_view text) {
  page_.plain += text;
  if (level_ > 0) heading_text_ += text;
}

void MarkdownWriter::end_line() {
  if (!page_.plain.empty() && page_.plain.back() != '\n') page_.plain += '\n';
}

void MarkdownWriter::reference(std::string_view text) {
  if (seen_.insert(std::string(text)).second) page_.references.emplace_back(text);
  const std::string href = link_of_ && in_link_ == 0 ? safe_address(link_of_(text)) : "";
  plain_words(text);
  if (href.empty()) {
    page_.html += escaped(text);
  } else {
    page_.html +=
        "<a class=\"govuk-link\" href=\"" + escaped(href) + "\">" + escaped(text) + "</a>";
  }
}

void MarkdownWriter::words(std::string_view text) {
  std::size_t from = 0;
  const auto flush = [&](std::size_t to) {
    page_.html += escaped(text.substr(from, to - from));
    plain_words(text.substr(from, to - from));
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto length = in_image_ > 0 ? 0 : reference_length(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    const bool bracketed =
        at >= from + 2 && text.substr(at - 2, 2) == "[[" && text.substr(at + length, 2) == "]]";
    flush(bracketed ? at - 2 : at);
    reference(text.substr(at, length));
    at += length + (bracketed ? 2 : 0);
    from = at;
  }
  flush(text.size());
}

void MarkdownWriter::begin_heading(cmark_node& node) {
  level_ = std::min({cmark_node_get_heading_level(&node) - highest_ + 2, level_before_ + 1, 6});
  level_before_ = level_;
  heading_at_ = page_.html.size();
  heading_text_.clear();
}

void MarkdownWriter::end_heading() {
  std::string id = id_of(heading_text_);
  if (const int times = ++ids_[id]; times > 1) id += "-again-" + std::to_string(times);
  const std::string name = "h" + std::to_string(level_);
  page_.html.insert(heading_at_, "<" + name + " class=\"" + std::string(heading_class(level_)) +
                                     "\" id=\"" + id + "\">");
  page_.html += "</" + name + ">\n";
  page_.headings.push_back({level_, id, heading_text_});
  level_ = 0;
  end_line();
}

void MarkdownWriter::begin_list(cmark_node& node) {
  if (cmark_node_get_list_type(&node) == CMARK_BULLET_LIST) {
    page_.html += "<ul class=\"govuk-list govuk-list--bullet\">\n";
    return;
  }
  page_.html += "<ol class=\"govuk-list govuk-list--number\"";
  if (const int start = cmark_node_get_list_start(&node); start != 1) {
    page_.html += " start=\"" + std::to_string(start) + "\"";
  }
  page_.html += ">\n";
}

void MarkdownWriter::begin_cell(cmark_node& node) {
  // A heading without words would be read out as nothing.
  const bool heading = header_row_ && cmark_node_first_child(&node) != nullptr;
  cell_name_ = heading ? "th" : "td";
  page_.html +=
      heading ? "<th scope=\"col\" class=\"govuk-table__header" : "<td class=\"govuk-table__cell";
  if (column_ < alignments_.size() && alignments_[column_] == 'r') {
    page_.html += heading ? " govuk-table__header--numeric" : " govuk-table__cell--numeric";
  }
  page_.html += "\">";
  ++column_;
}

bool MarkdownWriter::table_part(cmark_node& node, bool entering) {
  const auto kind = text_of(cmark_node_get_type_string(&node));
  if (kind == "table") {
    if (entering) {
      const auto columns = cmark_gfm_extensions_get_table_columns(&node);
      const auto* alignments = cmark_gfm_extensions_get_table_alignments(&node);
      alignments_.assign(alignments, alignments + columns);
      body_open_ = false;
      page_.html += "<div class=\"wide-table\" role=\"region\" aria-label=\"Table " +
                    std::to_string(++tables_) +
                    "\" tabindex=\"0\">\n<table class=\"govuk-table\">\n";
    } else {
      page_.html += std::string(body_open_ ? "</tbody>\n" : "") + "</table>\n</div>\n";
    }
  } else if (kind == "table_header" || kind == "table_row") {
    if (entering) {
      header_row_ = kind == "table_header";
      column_ = 0;
      if (header_row_) page_.html += "<thead class=\"govuk-table__head\">\n";
      if (!header_row_ && !body_open_) {
        page_.html += "<tbody class=\"govuk-table__body\">\n";
        body_open_ = true;
      }
      page_.html += "<tr class=\"govuk-table__row\">";
    } else {
      page_.html += "</tr>\n";
      if (kind == "table_header") page_.html += "</thead>\n";
    }
  } else if (kind == "table_cell") {
    if (entering) {
      begin_cell(node);
    } else {
      page_.html += "</" + cell_name_ + ">";
      end_line();
    }
  } else {
    return false;
  }
  return true;
}

void MarkdownWriter::enter(cmark_node& node) {
  switch (cmark_node_get_type(&node)) {
    case CMARK_NODE_HEADING:
      return begin_heading(node);
    case CMARK_NODE_PARAGRAPH:
      if (!in_tight_list(node)) page_.html += "<p class=\"govuk-body\">";
      return;
    case CMARK_NODE_LIST:
      end_line();
      return begin_list(node);
    case CMARK_NODE_ITEM:
      page_.html += "<li>";
      return;
    case CMARK_NODE_BLOCK_QUOTE:
      page_.html += "<blockquote class=\"govuk-inset-text\">\n";
      return;
    case CMARK_NODE_THEMATIC_BREAK:
      page_.html +=
          "<hr class=\"govuk-section-break govuk-section-break--m "
          "govuk-section-break--visible\">\n";
      return;
    case CMARK_NODE_CODE_BLOCK:
      page_.html += "<pre class=\"govuk-body kept-lines\">" +
                    escaped(text_of(cmark_node_get_literal(&node))) + "</pre>\n";
      plain_words(text_of(cmark_node_get_literal(&node)));
      return end_line();
    case CMARK_NODE_TEXT:
      return words(text_of(cmark_node_get_literal(&node)));
    case CMARK_NODE_CODE:
      page_.html += "<code>" + escaped(text_of(cmark_node_get_literal(&node))) + "</code>";
      return plain_words(text_of(cmark_node_get_literal(&node)));
    case CMARK_NODE_SOFTBREAK:
      page_.html += '\n';
      return plain_words(" ");
    case CMARK_NODE_LINEBREAK:
      page_.html += "<br>\n";
      return plain_words(" ");
    case CMARK_NODE_EMPH:
      page_.html += "<em>";
      return;
    case CMARK_NODE_STRONG:
      page_.html += "<strong>";
      return;
    case CMARK_NODE_IMAGE:
      ++in_image_;  // what it shows, in words, stays
      return;
    case CMARK_NODE_LINK:
      if (const auto href = safe_address(text_of(cmark_node_get_url(&node)));
          !href.empty() && in_link_ == 0) {
        page_.html += "<a class=\"govuk-link\" href=\"" + escaped(href) + "\">";
      }
      ++in_link_;
      return;
    default:
      table_part(node, true);  // raw HTML is left out
  }
}

void MarkdownWriter::leave(cmark_node& node) {
  switch (cmark_node_get_type(&node)) {
    case CMARK_NODE_HEADING:
      return end_heading();
    case CMARK_NODE_PARAGRAPH:
      if (!in_tight_list(node)) page_.html += "</p>\n";
      return end_line();
    case CMARK_NODE_LIST:
      page_.html += cmark_node_get_list_type(&node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n";
      return;
    case CMARK_NODE_ITEM:
      page_.html += "</li>\n";
      return end_line();
    case CMARK_NODE_BLOCK_QUOTE:
      page_.html += "</blockquote>\n";
      return;
    case CMARK_NODE_EMPH:
      page_.html += "</em>";
      return;
    case CMARK_NODE_STRONG:
      page_.html += "</strong>";
      return;
    case CMARK_NODE_IMAGE:
      --in_image_;
      return;
    case CMARK_NODE_LINK:
      --in_link_;
      if (in_link_ == 0 && !safe_address(text_of(cmark_node_get_url(&node))).empty()) {
        page_.html += "</a>";
      }
      return;
    default:
      table_part(node, false);
  }
}

}  // namespace throughline::formats
