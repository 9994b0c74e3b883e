#pragma once

// Inside `formats` only: writes what the Markdown library read, node by node.

#include "formats/markdown.hpp"

#include <cmark-gfm.h>
#include <map>
#include <set>

namespace throughline::formats {

class MarkdownWriter {
 public:
  MarkdownWriter(const LinkOf& link_of, int highest) : link_of_(link_of), highest_(highest) {}
  void enter(cmark_node& node);
  void leave(cmark_node& node);
  [[nodiscard]] MarkdownPage taken() { return std::move(page_); }

 private:
  void words(std::string_view text);
  void plain_words(std::string_view text);
  void reference(std::string_view text);
  void end_line();
  void begin_heading(cmark_node& node);
  void end_heading();
  void begin_list(cmark_node& node);
  void begin_cell(cmark_node& node);
  bool table_part(cmark_node& node, bool entering);

  const LinkOf& link_of_;
  int highest_;
  int level_before_ = 1;
  int level_ = 0;  // of the heading that is open; 0: none
  std::size_t heading_at_ = 0;
  std::string heading_text_;
  std::map<std::string, int> ids_;
  std::set<std::string, std::less<>> seen_;
  int in_link_ = 0;
  int in_image_ = 0;
  int tables_ = 0;
  bool header_row_ = false;
  bool body_open_ = false;
  std::size_t column_ = 0;
  std::string cell_name_;
  std::string alignments_;
  MarkdownPage page_;
};

}  // namespace throughline::formats
