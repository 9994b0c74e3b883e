#include "formats/markdown.hpp"

#include "formats/encoding.hpp"
#include "formats/markdown_writer.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <memory>
#include <stdexcept>

namespace throughline::formats {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parsed(cmark_parser& parser, std::string_view markdown) {
  cmark_parser_feed(&parser, markdown.data(), markdown.size());
  Tree tree{cmark_parser_finish(&parser)};
  if (tree) cmark_consolidate_text_nodes(tree.get());
  return tree;
}

std::unique_ptr<cmark_parser, FreeParser> new_parser() {
  // The library keeps its list of extensions in a global that is filled once.
  static const bool registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  std::unique_ptr<cmark_parser, FreeParser> parser{cmark_parser_new(CMARK_OPT_DEFAULT)};
  for (const char* name : {"table", "autolink"}) {
    auto* extension = registered ? cmark_find_syntax_extension(name) : nullptr;
    if (extension == nullptr)
      throw std::runtime_error("Markdown has no extension " + std::string(name));
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  return parser;
}

// The level of the highest heading: it becomes h2.
int highest_heading(cmark_node& root) {
  int highest = 6;
  std::unique_ptr<cmark_iter, FreeIterator> walk{cmark_iter_new(&root)};
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    auto* node = cmark_iter_get_node(walk.get());
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
      highest = std::min(highest, cmark_node_get_heading_level(node));
    }
  }
  return highest;
}

}  // namespace

base::Result<MarkdownPage> read_markdown(std::string_view markdown, const LinkOf& link_of) {
  if (markdown.size() > most_markdown_bytes) {
    return base::refuse(base::ErrorKind::too_large, "The text must be 200 kB or smaller");
  }
  if (!is_utf8(markdown) || markdown.find('\0') != std::string_view::npos) {
    return base::refuse(base::ErrorKind::invalid, "Some characters could not be read");
  }
  const auto parser = new_parser();
  const auto tree = parsed(*parser, markdown);
  MarkdownWriter writer(link_of, highest_heading(*tree));
  std::unique_ptr<cmark_iter, FreeIterator> walk{cmark_iter_new(tree.get())};
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    auto& node = *cmark_iter_get_node(walk.get());
    if (event == CMARK_EVENT_ENTER) {
      writer.enter(node);
    } else {
      writer.leave(node);
    }
  }
  return writer.taken();
}

std::string safe_address(std::string_view address) {
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\\') return {};
  }
  if (address.starts_with('#')) return std::string(address);
  if (address.starts_with('/') && !address.starts_with("//")) return std::string(address);
  const auto colon = address.find(':');
  if (colon == std::string_view::npos) return {};
  std::string scheme{address.substr(0, colon)};
  for (char& c : scheme) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const std::string_view allowed : {"http", "https", "mailto", "tel"}) {
    if (scheme == allowed) return std::string(address);
  }
  return {};
}

}  // namespace throughline::formats
