#include "judge/elsewhere/reader.hpp"

#include "formats/html_text.hpp"
#include "formats/plain_text.hpp"
#include "judge/elsewhere/fact_reader.hpp"
#include "judge/elsewhere/statement_reader.hpp"

namespace throughline::judge::elsewhere {

Reader::Reader(Framework framework, ReadingRules rules)
    : framework_(std::move(framework)), rules_(std::move(rules)) {}

Reader Reader::built_in() {
  return {local_authority_framework(), built_in_rules()};
}

base::Error too_large() {
  return {base::ErrorKind::too_large,
          "This file is larger than 5 MB, far more than a published assessment. Save one page or "
          "one report as HTML or text",
          {}};
}

PagesFound Reader::read(std::string_view bytes) const {
  if (bytes.size() > largest_file) return {{}, {too_large()}};
  const base::Result<std::string> text = formats::text_from_bytes(bytes);
  if (!text) return {{}, {text.error()}};
  PagesFound found =
      find_pages(framework_, formats::looks_like_html(*text) ? formats::read_html(*text)
                                                             : formats::read_plain_text(*text));
  for (PublishedPage& page : found.pages) {
    if (auto* section = std::get_if<SectionPage>(&page)) {
      section->evidence = statements(section->parts, section->statement);
    } else if (auto* about = std::get_if<AboutPage>(&page)) {
      about->facts = read_facts(rules_.facts, about->parts);
    }
  }
  return found;
}

std::vector<std::string> Reader::topics() const {
  std::vector<std::string> names;
  for (const auto& [name, phrases] : rules_.topics) names.push_back(name);
  return names;
}

std::vector<EvidenceStatement> Reader::statements(const std::vector<PagePart>& parts,
                                                  const std::string& statement) const {
  return read_statements(rules_, parts, statement);
}

}  // namespace throughline::judge::elsewhere
