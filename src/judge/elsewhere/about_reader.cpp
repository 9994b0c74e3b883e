#include "judge/elsewhere/page_readers.hpp"

namespace throughline::judge::elsewhere {

AboutPage read_about(std::span<const Line> lines) {
  AboutPage page;
  for (const Line& line : lines) {
    if (line.kind == LineKind::title) page.authority = authority_in_title(line.text);
    if (line.kind == LineKind::published && page.published.empty()) {
      page.published = date_in(line.text);
    }
  }
  return page;
}

}  // namespace throughline::judge::elsewhere
