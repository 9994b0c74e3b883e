#include "formats/html_text.hpp"

#include <algorithm>
#include <array>
#include <gumbo.h>
#include <memory>
#include <string>

namespace throughline::formats {
namespace {

using namespace std::literals;

constexpr std::array surroundings = {
    GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER,
    GUMBO_TAG_FORM,     GUMBO_TAG_BUTTON, GUMBO_TAG_SVG,      GUMBO_TAG_IFRAME, GUMBO_TAG_SELECT,
    GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,   GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,  GUMBO_TAG_AUDIO};

constexpr std::array inline_tags = {
    GUMBO_TAG_A,   GUMBO_TAG_ABBR, GUMBO_TAG_B,     GUMBO_TAG_CITE,  GUMBO_TAG_CODE,
    GUMBO_TAG_EM,  GUMBO_TAG_FONT, GUMBO_TAG_I,     GUMBO_TAG_INS,   GUMBO_TAG_MARK,
    GUMBO_TAG_Q,   GUMBO_TAG_S,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,  GUMBO_TAG_STRONG,
    GUMBO_TAG_SUB, GUMBO_TAG_SUP,  GUMBO_TAG_TIME,  GUMBO_TAG_U,     GUMBO_TAG_BDO,
    GUMBO_TAG_DEL, GUMBO_TAG_DFN,  GUMBO_TAG_KBD,   GUMBO_TAG_LABEL, GUMBO_TAG_WBR};

// Words in a class or id that mark what surrounds a page.
constexpr std::array surrounding_words = {"cookie"sv,    "breadcrumb"sv,      "site-footer"sv,
                                          "skip-link"sv, "site-header"sv,     "social-share"sv,
                                          "pager"sv,     "visually-hidden"sv, "sr-only"sv};

template <std::size_t n>
bool holds(const std::array<GumboTag, n>& tags, GumboTag tag) {
  return std::ranges::find(tags, tag) != tags.end();
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

bool surrounds(const GumboNode& node, bool inside_main) {
  const GumboTag tag = node.v.element.tag;
  if (holds(surroundings, tag)) return true;
  if (!inside_main && (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_ASIDE)) return true;
  const std::string_view role = attribute(node, "role");
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search") {
    return true;
  }
  if (attribute(node, "aria-hidden") == "true") return true;
  if (gumbo_get_attribute(&node.v.element.attributes, "hidden")) return true;
  for (const std::string_view name : {attribute(node, "class"), attribute(node, "id")}) {
    for (const std::string_view word : surrounding_words) {
      if (name.find(word) != name.npos) return true;
    }
  }
  return false;
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? tag - GUMBO_TAG_H1 + 1 : 0;
}

// Gathers the text of inline elements until a block begins or ends.
class BlockWriter {
 public:
  void add_text(std::string_view text, bool bold) {
    for (const char c : text) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (space) {
        if (!text_.empty() && text_.back() != ' ') text_ += ' ';
      } else {
        text_ += c;
        if (!bold) wholly_bold_ = false;
      }
    }
  }

  void end_block(BlockKind kind, int level = 0) {
    std::string text = tidy();
    if (!text.empty()) {
      const bool heading_in_bold = kind == BlockKind::paragraph && wholly_bold_ &&
                                   text.size() < 150 && text.back() != '.' && text.back() != ',';
      blocks_.push_back({heading_in_bold ? BlockKind::heading : kind, heading_in_bold ? 4 : level,
                         std::move(text)});
    }
    text_.clear();
    wholly_bold_ = true;
  }

  [[nodiscard]] std::string take_text() {
    std::string text = tidy();
    text_.clear();
    wholly_bold_ = true;
    return text;
  }

  void add(Block block) { blocks_.push_back(std::move(block)); }
  [[nodiscard]] std::vector<Block> take() { return std::move(blocks_); }

 private:
  // No-break spaces are spaces; zero-width ones are nothing.
  [[nodiscard]] std::string tidy() const {
    std::string result;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const std::string_view rest = std::string_view(text_).substr(at);
      if (rest.starts_with("\xC2\xA0")) {
        if (!result.empty() && result.back() != ' ') result += ' ';
        ++at;
      } else if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) {
        at += 2;
      } else if (text_[at] != ' ' || (!result.empty() && result.back() != ' ')) {
        result += text_[at];
      }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
  }

  std::string text_;
  bool wholly_bold_ = true;
  std::vector<Block> blocks_;
};

struct Inside {
  bool main = false;
  bool bold = false;
  BlockKind kind = BlockKind::paragraph;
  int depth = 0;
};

class Walker {
 public:
  explicit Walker(BlockWriter& writer) : writer_(writer) {}

  void walk(const GumboNode& node, Inside inside) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        writer_.add_text(node.v.text.text, inside.bold);
        return;
      case GUMBO_NODE_ELEMENT:
        if (inside.depth < deepest && !surrounds(node, inside.main)) element(node, inside);
        return;
      default:
        return;
    }
  }

 private:
  static constexpr int deepest = 400;

  void children(const GumboNode& node, Inside inside) {
    ++inside.depth;
    const GumboVector& nodes = node.v.element.children;
    for (unsigned i = 0; i < nodes.length; ++i) {
      walk(*static_cast<const GumboNode*>(nodes.data[i]), inside);
    }
  }

  void element(const GumboNode& node, Inside inside) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      writer_.end_block(inside.kind);
    } else if (holds(inline_tags, tag)) {
      inside.bold = inside.bold || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_B;
      children(node, inside);
    } else if (tag == GUMBO_TAG_TR) {
      writer_.end_block(inside.kind);
      row(node, inside);
    } else {
      block(node, tag, inside);
    }
  }

  void block(const GumboNode& node, GumboTag tag, Inside inside) {
    writer_.end_block(inside.kind);
    const int level = heading_level(tag);
    if (tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE) inside.main = true;
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD) {
      inside.kind = BlockKind::item;
    } else if (tag != GUMBO_TAG_P) {
      inside.kind = level ? BlockKind::heading : BlockKind::paragraph;
    }
    children(node, inside);
    writer_.end_block(inside.kind, level);
  }

  void row(const GumboNode& node, Inside inside) {
    ++inside.depth;
    std::string cells;
    const GumboVector& nodes = node.v.element.children;
    for (unsigned i = 0; i < nodes.length; ++i) {
      const auto& cell = *static_cast<const GumboNode*>(nodes.data[i]);
      if (!is_element(cell, GUMBO_TAG_TD) && !is_element(cell, GUMBO_TAG_TH)) continue;
      BlockWriter inner;
      Walker(inner).children(cell, inside);
      std::string text = inner.take_text();
      for (const Block& block : inner.take()) {
        text = block.text + (text.empty() ? "" : " ") + text;
      }
      if (!cells.empty()) cells += '\t';
      cells += text;
    }
    if (!cells.empty()) writer_.add({BlockKind::row, 0, std::move(cells)});
  }

  BlockWriter& writer_;
};

const GumboNode* find(const GumboNode& node, GumboTag tag, int depth = 0) {
  if (node.type != GUMBO_NODE_ELEMENT || depth > 400) return nullptr;
  if (node.v.element.tag == tag) return &node;
  const GumboVector& nodes = node.v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i) {
    const GumboNode* found = find(*static_cast<const GumboNode*>(nodes.data[i]), tag, depth + 1);
    if (found) return found;
  }
  return nullptr;
}

std::vector<Block> blocks_of(const GumboNode& node, bool inside_main) {
  BlockWriter writer;
  Inside inside;
  inside.main = inside_main;
  Walker(writer).walk(node, inside);
  writer.end_block(BlockKind::paragraph);
  return writer.take();
}

bool is_first_heading(const Block& block) {
  return block.kind == BlockKind::heading && block.level == 1;
}

}  // namespace

Document read_html(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* parsed) { gumbo_destroy_output(&options, parsed); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  Document document;
  if (const GumboNode* title = find(*parsed->root, GUMBO_TAG_TITLE)) {
    BlockWriter writer;
    const GumboVector& nodes = title->v.element.children;
    for (unsigned i = 0; i < nodes.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(nodes.data[i]);
      if (node.type == GUMBO_NODE_TEXT) writer.add_text(node.v.text.text, false);
    }
    document.title = writer.take_text();
  }
  const GumboNode* main = find(*parsed->root, GUMBO_TAG_MAIN);
  if (!main) {
    document.blocks = blocks_of(*parsed->root, false);
    return document;
  }
  document.blocks = blocks_of(*main, true);
  if (std::ranges::none_of(document.blocks, is_first_heading)) {
    // Some pages put their title in a banner above the main part.
    if (const GumboNode* first = find(*parsed->root, GUMBO_TAG_H1)) {
      std::vector<Block> title = blocks_of(*first, true);
      document.blocks.insert(document.blocks.begin(), title.begin(), title.end());
    }
  }
  return document;
}

}  // namespace throughline::formats
